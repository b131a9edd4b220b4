extension Styles {
  /// The drill page, the word DRILL, and answers to clocks.
  static let drill = #"""
    /* ---------- page: drill ---------- */
    .pickbar {
      display: flex; flex-wrap: wrap; gap: var(--s3) var(--s4); align-items: end; margin-top: var(--s5);
      padding: var(--s4) 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule);
    }
    .pickbar > div { flex: 1 1 150px; min-width: 0; }
    .pickbar .btn { flex: 1 1 100%; }
    .pickbar .what-if { flex: 1 1 100%; }
    .pickbar .what-if summary { line-height: 32px; }
    .pickbar.inner { margin-top: 0; border: 0; padding: var(--s2) 0 0; }
    .drilltable th, .drilltable td { font-weight: 400; padding: 8px 0; border-top: 1px solid var(--rule); text-align: left; }
    .drilltable th, .drilltable td { vertical-align: baseline; }
    .drilltable td { text-align: right; white-space: nowrap; padding-left: var(--s4); }
    .lede.state-bad { color: var(--danger); }
    .line .warned { color: var(--warn); font-weight: 600; }
    @media (max-width: 639px) { .pickbar > div:first-child { flex-basis: 100%; } }
    @media (min-width: 1080px) { .pickbar .btn { flex: 0 0 auto; } }

    /* ---------- parts: the word DRILL, answers to clocks ---------- */
    .drill-mark {
      display: inline-block; border: 2px solid currentColor; border-radius: 3px; padding: 1px 7px;
      font: 700 var(--t-1)/1.4 var(--sans); letter-spacing: .06em; color: var(--ink);
    }
    .burn .drill-mark, .rows .drill-mark { margin-left: 10px; }
    #owed .clocks { grid-template-columns: 1fr; }
    /* What burns is louder than what is owed. */
    #owed .left-over { font-size: var(--t2); }
    .clock .clock-acts { grid-column: 1 / -1; margin-top: var(--s2); }
    details > summary.strong { font-weight: 700; font-size: var(--t1); color: var(--accent); }
    """#
}
