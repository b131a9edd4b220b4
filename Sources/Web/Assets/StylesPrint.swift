extension Styles {
  /// All of it on paper: ink on white in either scheme, what can only be tapped left out, what is folded opened, the
  /// timeline from its beginning.
  static let print = #"""
    /* ---------- on paper ---------- */
    @media print {
      @page { margin: 18mm 16mm; }
      :root { color-scheme: light; --paper: #fff; }
      body, body.paper { display: block; color: #000; background: #fff; font-size: 10.5pt; }
      .masthead, .foot, .dock, .jump, .acts, .strip, .skip, .toasts, .keys, .keys-panel, .copy, .pages { display: none; }
      form, .row-form, .pin, .composer, #acts, .candidates, #update > p.second, .review aside { display: none; }
      details:has(form):not(:has(.tickable)) { display: none; }
      details::details-content { content-visibility: visible; block-size: auto; height: auto; }
      summary { list-style: none; }
      summary::-webkit-details-marker { display: none; }
      summary::before, .btn { display: none !important; }
      a.ref { border: 0; }
      main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8125em; overflow-wrap: anywhere; }

      h1, h2, h3, .head, summary, .cap { break-after: avoid; }
      li, tr, pre, dl > div, .ask, .cmd, .fact, .finding, .person, .clock, .draw { break-inside: avoid; }
      .source, .source li { break-inside: auto; }
      .source { max-height: none; overflow: visible; }
      .section { margin-top: var(--s5); }

      .tickable form { display: block; }
      .tick { min-height: 0; padding: 5px 0; color: #000; }
      .tickable.done .said { color: #000; }
      .clock .left-over, .cmd .btn { display: none; }
      .room-head { background: none; }
      #entries { display: flex; flex-direction: column-reverse; }
      #entries > li::before { display: none; }

      .review form { display: block; }
      .review form[action$="/publish"] { display: none; }
      .review .page-head { padding: 0 0 var(--s4); }
      .review .review-grid { display: block; margin-top: var(--s4); }
      .review .ask textarea, .review .ask .hint { display: none; }
      .review .ask input { border: 0; border-bottom: 1px solid #000; border-radius: 0; background: none; }
      .review .wide { display: block; }
      .doc { max-width: none; }
      .figures { grid-template-columns: repeat(4, 1fr); }
    }
    """#
}
