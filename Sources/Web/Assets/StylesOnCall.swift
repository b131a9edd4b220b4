extension Styles {
  /// The month of the on-call page.
  static let onCall = #"""
    /* ---------- on call ---------- */
    .month { width: 100%; table-layout: fixed; border-collapse: collapse; margin-top: var(--s3); }
    .month caption { text-align: left; color: var(--ink-2); font-size: var(--t0); padding-bottom: var(--s2); }
    .month th { text-align: left; font-size: var(--t-1); color: var(--ink-2); padding: var(--s1); }
    .month td { vertical-align: top; border-top: 1px solid var(--rule); padding: var(--s1); font-size: var(--t-1);
      overflow-wrap: anywhere; height: 56px; }
    .month td.today { border-top: 3px solid var(--ink); font-weight: 600; }
    .month td > time { display: block; color: var(--ink-3); font-weight: 400; }
    .month .turn { display: block; }
    .month .turn.over { text-decoration: underline; text-underline-offset: .2em; }
    .month .at { color: var(--ink-2); font-weight: 400; }
    /* On a phone a day is a row: seven columns have no room for a name. */
    @media (max-width: 599px) {
      .month, .month caption, .month tbody, .month tr { display: block; }
      .month thead, .month td.none { display: none; }
      .month td { display: flex; flex-wrap: wrap; gap: 0 var(--s3); height: auto; font-size: var(--t0); }
      .month td > time { flex: 0 0 4.5em; }
      .month td > time::before { content: attr(data-weekday) " "; }
    }
    .section + .review-grid { margin-top: var(--s7); }
    #situations .rows .acts { grid-column: 1 / -1; }
    #situations .rows .side { align-self: center; }
    input[type=datetime-local] {
      width: 100%; min-height: var(--tap); margin-top: var(--s1); padding: 9px 12px; font: 400 1rem/1.45 var(--sans);
      color: var(--ink); background: var(--sheet); border: 1px solid var(--edge); border-radius: var(--radius);
    }
    """#
}
