extension Styles {
  /// Timeline, drawings, notices.
  static let drawings = #"""
    /* ---------- parts: timeline ---------- */
    .line { position: relative; }
    .line > li {
      display: grid; grid-template-columns: 48px 17px 1fr auto; gap: 0 10px; padding: 0 0 var(--s4);
      position: relative;
    }
    .line > li::before {
      content: ""; position: absolute; left: 66px; top: 14px; bottom: -8px; width: 1px;
      background: var(--rule);
    }
    .line > li:last-child::before { display: none; }
    .line time { font-size: var(--t0); color: var(--ink-2); line-height: 1.5; }
    .line .dot {
      width: 17px; height: 17px; margin-top: 3px; fill: var(--paper); stroke: var(--ink-3); stroke-width: 1.6;
      position: relative;
    }
    .line .dot .full { fill: var(--ink-3); stroke: none; }
    .line p { line-height: 1.45; font-size: var(--t0); }
    .line .second { font-size: var(--t0); }
    .line .min { font-size: var(--t0); color: var(--ink-2); white-space: nowrap; }
    .line .key .dot { stroke: var(--accent); }
    .line .key .dot .full { fill: var(--accent); }
    .line blockquote { font-family: var(--serif); font-size: var(--t1); line-height: 1.45; margin-top: 2px; }
    .line blockquote, .pinned .said { white-space: pre-line; }

    /* ---------- parts: drawings ---------- */
    .draw { width: 100%; height: auto; font-family: var(--sans); overflow: visible; }
    /* Words interrupt the lines that they would cross. */
    .draw text { fill: var(--ink); font-size: 15px; stroke: var(--paper); stroke-width: 5px; paint-order: stroke; }
    .draw .n { font-weight: 650; }
    .draw .t { fill: var(--ink-2); font-size: 13px; }
    .draw .m { fill: var(--ink-3); font-size: 12.5px; font-family: var(--mono); }
    .draw .axis { stroke: var(--edge); stroke-width: 1; }
    .draw .grid { stroke: var(--rule); stroke-width: 1; }
    .draw .run { stroke: var(--accent-fill); stroke-width: 3; fill: none; }
    .draw .rest { stroke: var(--edge); stroke-width: 1.5; stroke-dasharray: 2 5; fill: none; }
    .draw .stop { fill: var(--paper); stroke: var(--accent-fill); stroke-width: 3; }
    .draw .stop.hit { fill: var(--accent-fill); }
    .draw .stop.off { stroke: var(--edge); stroke-width: 2; }
    .draw .hole { fill: var(--paper); stroke: var(--danger); stroke-width: 2; stroke-dasharray: 3 3; }
    .draw .cross { stroke: var(--danger); stroke-width: 2; }
    .draw .bad { fill: var(--danger); font-weight: 650; }
    .draw .now { stroke: var(--ink); stroke-width: 1.5; }
    .draw .nowplate { fill: var(--ink); }
    .draw .nowtext { stroke: none; fill: var(--paper); font-size: 12.5px; font-weight: 650; }
    .draw .due { fill: var(--paper); stroke: var(--ink-3); stroke-width: 1.5; }
    .draw .gone { fill: var(--ink-3); }
    .draw .accent { fill: var(--accent); font-weight: 650; }
    .wide { display: none; }
    .key-list { display: flex; flex-wrap: wrap; gap: 6px 22px; font-size: var(--t-1); color: var(--ink-2); }
    .key-list span { display: inline-flex; align-items: center; gap: 7px; }
    .key-list svg, .key-list .draw { flex: none; width: auto; }

    /* ---------- parts: notices ---------- */
    .note {
      border-left: 3px solid var(--edge); padding: 2px 0 2px var(--s4); color: var(--ink-2);
      font-size: var(--t0);
    }
    .note.bad { border-color: var(--danger); color: var(--ink); }
    .toast {
      display: flex; gap: var(--s4); align-items: center; justify-content: space-between;
      background: var(--ink); color: var(--paper); border-radius: var(--radius); padding: 10px 10px 10px 16px;
      font-size: var(--t0); max-width: 460px;
    }
    .toast .btn { white-space: nowrap; background: transparent; color: inherit; border-color: currentColor; }
    .toast.bad { background: var(--sheet); color: var(--ink); border: 2px solid var(--danger); }
    .empty { padding: var(--s6) 0; max-width: 52ch; }
    .empty .said { font-size: var(--t2); line-height: 1.3; }
    kbd {
      border: 1px solid var(--edge); border-bottom-width: 2px; border-radius: 3px; padding: 1px 6px;
      background: var(--sheet); color: var(--ink-2); font-size: .75rem;
    }
    .keys { display: none; }
    """#
}
