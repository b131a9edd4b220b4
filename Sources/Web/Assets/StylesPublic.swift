extension Styles {
  /// The public status page.
  static let publicPages = #"""
    /* ---------- page: status ---------- */
    .public { max-width: 860px; margin: 0 auto; padding: 0 var(--gutter); }
    .public.wrap { max-width: 860px; }
    .public .acts > .btn.bare:first-child { padding-left: 0; }
    .public.page-head { padding-top: var(--s6); padding-bottom: var(--s5); }
    #follow > form + .fold { margin-top: var(--s4); }
    .masthead .public { width: 100%; }
    .public .wrap { padding: 0; }
    .verdict { background: var(--accent-wash); border-top: 4px solid var(--accent-fill); }
    .verdict.calm { --accent-wash: var(--ok-wash); --accent-fill: var(--ok); }
    .verdict .public { padding-top: var(--s6); padding-bottom: var(--s6); }
    .verdict .title, .verdict .said, .past h3, .say .said { overflow-wrap: anywhere; }
    .promise { margin-top: var(--s5); font-size: var(--t1); }
    .promise b { font-weight: 650; }
    .component { padding: var(--s4) 0 var(--s5); border-top: 1px solid var(--rule); }
    .component:first-of-type { border-top: 0; }
    .component .head h3 { font: 650 var(--t2)/1.25 var(--sans); letter-spacing: -.008em; overflow-wrap: anywhere; }
    .component .span { display: flex; justify-content: space-between; font-size: var(--t-1); color: var(--ink-3);
      margin-top: 6px; }
    .component .num { font-size: var(--t0); color: var(--ink-2); margin-top: var(--s2); }
    .component .state.mnt { color: var(--maint); }
    .bars { width: 100%; height: 40px; margin-top: var(--s2); }
    .bars .up { fill: var(--bar-calm); }
    .bars .deg { fill: var(--warn); }
    .bars .down { fill: var(--danger); }
    .bars .mnt { fill: var(--maint); }
    .bars .unk { fill: var(--unknown); }
    .bars.swatch { width: 8px; height: 16px; margin: 0; }
    .say { padding: var(--s4) 0; border-top: 1px solid var(--rule); }
    .say .what { font-weight: 650; }
    .say .what .quiet { font-weight: 400; color: var(--ink-3); }
    .say p { margin-top: 2px; }
    .say .said + .said, .past .said + .said { margin-top: var(--s2); }
    .say .said, .past .said { margin-top: 2px; max-width: 62ch; }
    .past { padding: var(--s4) 0; border-top: 1px solid var(--rule); }
    .past h3 { font: 700 var(--t2)/1.25 var(--serif); }
    /* The rule of the section stands for that of its first row. */
    .section > h2.vh:first-child + .past, .section > .say:first-child { border-top: 0; margin-top: 0; padding-top: 0; }
    .past .say { margin-top: var(--s3); }
    .states { display: flex; flex-wrap: wrap; gap: 0 var(--s4); margin: var(--s3) 0; list-style: none; padding: 0; }
    .states a { display: inline-flex; align-items: center; min-height: var(--tap); }
    .states a[aria-current] { font-weight: 650; text-decoration: none; border-bottom: 3px solid var(--accent, var(--ink)); }
    .tick { display: flex; align-items: center; gap: var(--s2); min-height: var(--tap); }
    .tick input { width: 20px; height: 20px; margin: 0; }
    .lines { white-space: pre-line; }
    .verdict + .public { padding-top: var(--s6); }
    """#
}
