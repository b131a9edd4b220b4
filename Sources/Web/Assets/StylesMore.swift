extension Styles {
  /// What the live pages need beyond the mockups.
  static let more = #"""
    /* ---------- live pages ---------- */
    [hidden] { display: none !important; }
    .defs { position: absolute; }
    .rows > li > *, .fact > *, .finding > *, .why-match li > *, .cmd .text > *, .room > * { min-width: 0; }
    .badge { flex-wrap: wrap; white-space: normal; }
    .badge .plate { white-space: nowrap; }
    .strip.bad { background: var(--sev-0-wash); color: var(--ink); border-left: 6px solid var(--danger); }
    .masthead .end > time { white-space: nowrap; }
    .pages.who { display: none; }
    .pages form .btn { width: 100%; justify-content: flex-start; padding: 0 var(--s4); font-weight: 400; }
    .lost-now .left-over, .lost-now .big { color: var(--ink-3) !important; }
    .toasts { position: fixed; left: var(--gutter); right: var(--gutter); bottom: 84px; z-index: 7; pointer-events: none; }
    .toasts .toast { pointer-events: auto; }
    .fresh { animation: arrive 240ms ease-out; }
    .fresh > div { border-left: 3px solid var(--accent); padding-left: 8px; margin-left: -11px; }
    @keyframes arrive { from { opacity: 0; } }
    .more > summary { min-height: var(--tap); display: flex; align-items: center; }
    .room-head .more .clocks { margin-top: 0; }
    .line .ref { margin-top: 1px; }
    .room .section > form, .room .note-form { margin-top: var(--s3); }
    .room .acts + .acts { margin-top: var(--s3); }
    .fold { border-top: 1px solid var(--rule); }
    .fold > summary { min-height: var(--tap); display: flex; align-items: center; gap: var(--s2); list-style: none; }
    .fold > summary::-webkit-details-marker { display: none; }
    .fold > summary::before { content: "+"; font-family: var(--mono); color: var(--ink-3); width: 14px; }
    .fold[open] > summary::before { content: "\2013"; }
    .fold > div { padding-bottom: var(--s4); }
    .row-form { display: grid; grid-template-columns: 1fr auto; gap: var(--s2); align-items: stretch; }
    .row-form label { grid-column: 1 / -1; }
    .row-form input, .row-form select { margin-top: 0; }
    .ask-row { display: grid; grid-template-columns: 1fr auto; gap: 2px var(--s3); align-items: baseline; }
    .source li > span:last-child, .head > span { overflow-wrap: anywhere; }
    .doc table { font-size: var(--t0); }
    .doc pre { background: var(--well); border-radius: var(--radius); padding: 10px 14px; white-space: pre-wrap;
      overflow-wrap: anywhere; margin-top: var(--s3); }
    .doc h1 { font: 700 var(--t3)/1.15 var(--serif); }
    .doc h3 { font: 700 var(--t1)/1.3 var(--serif); margin-top: var(--s4); }
    .doc pre.text { font: 400 var(--t1)/1.6 var(--serif); background: none; padding: 0; }
    #update > .note + p { margin-top: var(--s3); }
    #look h3 { margin-top: var(--s5); font: 650 var(--t0)/1.4 var(--sans); }
    #look .past { margin-top: var(--s2); }
    #look .past > .say:first-child { border-top: 0; margin-top: 0; padding-top: 0; }
    #look .past h4 { font: 700 var(--t2)/1.25 var(--serif); overflow-wrap: anywhere; }
    #look .tpl { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--well); border-radius: var(--radius);
      padding: 10px 14px; margin: var(--s2) 0; font-size: var(--t0); }
    .secret { display: block; background: var(--well); border-radius: var(--radius); padding: 12px 14px;
      overflow-wrap: anywhere; margin-top: var(--s3); }
    .error-page .lede + .acts { margin-top: var(--s5); }
    .keys-panel { position: fixed; right: var(--gutter); bottom: var(--s5); z-index: 8; background: var(--sheet);
      border: 1px solid var(--edge); border-radius: var(--radius); padding: var(--s4) var(--s5); font-size: var(--t0); }
    .keys-panel li { display: grid; grid-template-columns: 56px 1fr; gap: var(--s2); padding: 3px 0; }
    @media (min-width: 1080px) {
      .pages.who { display: block; }
      .toasts { bottom: var(--s5); right: auto; }
      .room-head .more .clocks { grid-template-columns: repeat(2, 1fr); }
    }
    @media (max-width: 1079px) { .masthead .pages.who { display: none; } }
    @media (min-width: 1080px) { .masthead .pages.who { display: block; } }
    """#
}
