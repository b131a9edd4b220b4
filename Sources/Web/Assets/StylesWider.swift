extension Styles {
  /// What changes with width, motion and colours.
  static let wider = #"""
    /* ---------- wider ---------- */
    @media (min-width: 640px) {
      :root { --gutter: 32px; }
      .finding { grid-template-columns: 62px 1fr auto; }
      .finding .level { grid-column: 1; }
      .finding .fix { grid-column: 2; }
      .clocks { grid-template-columns: 1fr 1fr; gap: 0 var(--s6); }
      .figures { grid-template-columns: repeat(4, 1fr); }
    }
    @media (min-width: 1080px) {
      :root { --t4: 3rem; --tap: 40px; }
      body { font-size: .9375rem; }
      .wide { display: block; }
      .narrow { display: none; }
      .masthead nav { display: block; margin-left: var(--s4); }
      .masthead .pages { display: none; }
      .masthead .who, .team { display: inline; }
      .keys { display: flex; flex-wrap: wrap; gap: 6px var(--s4); }
      .home-lead { padding: 40px 0 var(--s6); }
      .home-grid {
        display: grid; grid-template: "burn side" auto "more side" 1fr / minmax(0, 1fr) 400px;
        gap: var(--s7) 72px;
      }
      .home-grid > * + * { margin-top: 0; }
      .home-grid > .side { grid-area: side; }
      .burn { margin: 0; padding: var(--s5) var(--s6) var(--s5); }
      .burn.watch { padding: var(--s5) 0 0; }
      .burn + .burn { margin-top: var(--s6); }
      .nexts { grid-template-columns: 1fr 1fr; gap: 0 var(--s6); }
      .burn h2 { font-size: 2.125rem; }
      .room-head .wrap { padding-top: var(--s5); padding-bottom: var(--s4); }
      .room-head .acts { display: flex; margin-left: auto; }
      .room-head .two {
        display: grid; grid-template-columns: minmax(0, 1fr) 792px; gap: 0 56px; align-items: start;
        margin-top: var(--s4);
      }
      .room-head .two h1 { margin-top: 0; font-size: 2.5rem; }
      .room-head .clocks { margin-top: 10px; }
      .clocks { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0 var(--s5); }
      /* What, when and why of all stand on the same lines, however many lines a name takes. */
      .clock {
        grid-template-columns: 1fr; grid-template-rows: subgrid; grid-row: span 4; padding: 14px 0 10px;
        align-items: start;
      }
      .clock .what { align-self: end; }
      .room-head .clock .acts { margin-left: 0; }
      .clock .left-over {
        grid-area: auto; display: block; text-align: left; font-size: 2.125rem; margin: 5px 0 6px;
      }
      .clock .left-over { white-space: normal; }
      .jump, .dock { display: none; }
      .room {
        display: grid; grid-template-columns: minmax(0, 1fr) 392px 300px; gap: 0 56px; margin-top: var(--s6);
      }
      .room > * { margin-top: 0; }
      .read-grid {
        display: grid; grid-template-columns: minmax(0, 560px) minmax(0, 1fr); gap: 0 72px; align-items: start;
      }
      .understood { margin-top: 0; }
      .understood { position: sticky; top: var(--s4); }
      .understood .source { max-height: calc(100vh - 150px); overflow-y: auto; }
      .review-grid {
        display: grid; grid-template-columns: minmax(0, 1fr) 400px; gap: 0 96px; align-items: start;
        margin-top: var(--s6);
      }
      .first { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 56px; }
      .btn { font-size: var(--t0); }
      .ack .card { padding-top: var(--s7); max-width: 500px; }
      .ack .thumb { margin-top: 0; }
    }
    @media (min-width: 1080px) {
      .review-grid > .section, .home-grid > .section, .read-grid > .section { margin-top: 0; }
    }
    @media (min-width: 1080px) and (max-width: 1279px) { .team { display: none; } }
    @media (max-width: 1079px) {
      .review-grid > * + * { margin-top: var(--s7); }
      /* Without the drawing between them the rule of the section stands for that of the first row. */
      .section > .wide + .figures { margin-top: 0; }
      .section > .wide + .figures > div:nth-child(-n+2) { border-top: 0; }
      /* What a finger taps is larger than what is drawn. */
      .btn.small, .btn.bare.small { position: relative; }
      .btn.small::after { content: ""; position: absolute; inset: -7px -1px; }
      .pin .btn::after { inset: -10px -8px; }
      summary:is(.small, .second) { padding: 13px 0; }
      details.step:not([open]) + details.step { margin-top: 0; }
      .head a:not(.ref), .go { display: inline-block; padding: 11px 0; margin: -11px 0; }
      .go { padding: 14px 0; margin: -14px 0; }
      .composer details { margin-top: 0; }
      .composer details > summary { padding: 11px 0; }
      .masthead .end > a { display: inline-block; padding: 11px 0; margin: -11px 0; }
    }
    @media (min-width: 640px) and (max-width: 1079px) {
      .section > .wide + .figures > div { border-top: 0; }
    }
    @media (prefers-reduced-motion: reduce) {
      *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }
    }
    @media (forced-colors: active) {
      .strokes .off { opacity: 1; fill: GrayText; }
      .live::before, .waiting::before { forced-color-adjust: none; }
      .draw text { stroke: none; }
    }
    """#
}
