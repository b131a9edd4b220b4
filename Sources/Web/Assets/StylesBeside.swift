extension Styles {
  /// A runbook beside its source, the choice of several, and what a newer one changes.
  static let beside = #"""
    .source li { scroll-margin: 30vh 0; }
    .source .remark.fact-note { display: none; }
    .source :target + .remark.fact-note, .source .on + .remark.fact-note { display: block; }
    .source:has(.on) :target:not(.on) { background: none; border-left-color: var(--edge); }
    .source:has(.on) :target:not(.on) + .remark.fact-note { display: none; }
    .source .part {
      display: block; padding: 10px 14px 6px 17px; border-top: 1px solid var(--rule); color: var(--ink-2);
      font: 400 var(--t-1)/1.45 var(--sans); overflow-wrap: anywhere;
    }
    .source .part:first-child { border-top: 0; padding-top: 0; }
    .fact > .ref, .rows .ref { white-space: nowrap; }
    .fact details.sub { grid-column: 1 / -1; }
    .fact details.sub > summary { min-height: 24px; }
    .fact details.sub .rows { margin-top: var(--s2); }
    .candidates { margin: var(--s3) 0; }
    .candidates > p { margin-bottom: var(--s1); }
    .candidates .fact { padding: var(--s1) 0 var(--s2); }
    .candidates .btn { padding-left: 0; text-align: left; }
    .candidates .fact > .ref { align-self: center; }
    .switch ul { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); }
    .switch a { min-height: 24px; display: inline-flex; align-items: center; }
    .switch a[aria-current] { font-weight: 650; color: var(--ink); text-decoration: none; }
    #newer:empty { display: none; }
    #newer .section { margin-top: var(--s5); }
    .side h3, .side .head h3 { margin-top: var(--s4); font-size: var(--t0); overflow-wrap: anywhere; }
    """#
}
