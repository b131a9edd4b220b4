extension Styles {
  /// Reviews, action items, the runbook's lesson, figures.
  static let review = #"""
    /* ---------- page: review ---------- */
    .review aside > .section:first-child { margin-top: 0; }
    .todo { border-top: 1px solid var(--rule); padding: 10px 0; }
    .todo .said { font-size: var(--t0); }
    .todo .sub { display: block; font-size: var(--t0); color: var(--ink-2); line-height: 1.45; margin-top: 2px; }
    .todo.fold { padding: 0; }
    .todo.fold > summary { padding: 10px 0; align-items: baseline; }
    .todo.fold > div p > a { display: inline-block; min-height: 24px; }
    .todo.fold > div { padding-left: 22px; max-width: 480px; }
    .doc form > .section { margin-top: var(--s6); }
    .review aside .acts + p { margin-top: var(--s2); }
    .figures-page > .section { margin-top: var(--s7); }
    fieldset .row-form { margin-top: var(--s2); }
    .doc form > h2:first-of-type { margin-top: 0; border-top: 2px solid var(--ink); }
    .doc h2:not(:has(> .ref)) { display: block; }
    .doc li:empty { display: none; }
    .doc mark { background: none; color: inherit; border-bottom: 1px dashed var(--edge); }
    .doc ol.num { padding-left: 24px; list-style: decimal; margin-top: var(--s3); }
    .doc .scroll { overflow-x: auto; margin-top: var(--s3); }
    .doc table { border-collapse: collapse; width: 100%; }
    .doc th, .doc td { text-align: left; padding: 7px var(--s4) 7px 0; border-top: 1px solid var(--rule); vertical-align: top; }
    .doc th { font-weight: 650; border-top: 0; }
    .doc code { font-size: .875em; overflow-wrap: anywhere; }
    .ask .hint { display: block; font-weight: 400; color: var(--ink-2); font-size: var(--t-1); }
    .ask input, .ask textarea { width: 100%; margin-top: var(--s2); }
    .editor textarea { width: 100%; font: 400 .8125rem/1.6 var(--mono); min-height: 60vh;
      font-variant-ligatures: none; }
    .btn[disabled] { opacity: 1; color: var(--ink-3); background: none; border-color: var(--edge); cursor: not-allowed; }
    .source.diff { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
    .source.diff code > span { display: block; padding: 0 14px; border-left: 3px solid transparent; }
    .source.diff .add { background: var(--ok-wash); border-color: var(--ok); }
    .source.diff .del { background: var(--sev-0-wash); border-color: var(--danger); }
    .source.diff .ctx { color: var(--ink-2); }
    /* A draft without a title of its own. */
    .review .doc > :is(p, h3):first-child, .doc input[name=base] + :is(p, h3) {
      border-top: 2px solid var(--ink); margin-top: 0; padding-top: var(--s3);
    }
    .doc .scroll { container-type: inline-size; }
    @container (max-width: 480px) {
      .cells, .cells :is(tbody, tr, td) { display: block; }
      .cells tr:first-child { display: none; }
      .cells tr { border-top: 1px solid var(--rule); padding: var(--s2) 0; }
      .doc .cells td { display: flow-root; border: 0; padding: 2px 0 2px 6.5em; }
      .cells td:empty { display: none; }
      .cells td::before { content: attr(data-name); float: left; width: 6em; margin-left: -6.5em; color: var(--ink-2); }
    }
    body.paper .doc > h1:first-child { border-top: 2px solid var(--ink); padding-top: var(--s3); }
    body.paper { background: var(--paper); }
    body.paper .doc { margin: var(--s6) auto; }

    /* ---------- page: figures ---------- */
    .numbers { border-collapse: collapse; width: 100%; margin-top: var(--s4); font-size: var(--t0); }
    .numbers th, .numbers td { text-align: right; padding: 8px 0 8px var(--s4); border-top: 1px solid var(--rule); white-space: nowrap; }
    .numbers th { font-weight: 400; color: var(--ink-2); border-top: 0; vertical-align: bottom; }
    .numbers th:first-child, .numbers td:first-child { text-align: left; padding-left: 0; white-space: normal; }
    .figures-page .scroll { overflow-x: auto; }
    .numbers th:nth-child(7), .numbers td:nth-child(7) { text-align: left; }
    @media (max-width: 639px) {
      .numbers { font-size: var(--t-1); }
      .numbers th, .numbers td { padding-left: var(--s2); }
      .numbers th { white-space: normal; }
      /* The bars say what stands beside them. */
      .numbers th:nth-child(7), .numbers td:nth-child(7) { display: none; }
      /* The name has a row of its own, and the numbers all of the width below it. */
      .numbers.by { display: block; }
      .numbers.by tbody { display: grid; grid-template-columns: repeat(5, minmax(min-content, 1fr)); column-gap: 6px; }
      .numbers.by tr { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; padding: 6px 0; border-top: 1px solid var(--rule); }
      .numbers.by tr:first-child { border-top: 0; }
      .numbers.by th, .numbers.by td { border: 0; padding: 2px 0; white-space: normal; }
      .numbers.by :is(th, td):first-child { grid-column: 1 / -1; }
    }
    .figures-page ul.acts { list-style: none; padding: 0; }
    .draw.nights { display: block; height: 140px; margin-top: var(--s4); }
    .draw .stroke { fill: var(--ink); }
    .draw.spread { width: 208px; height: 14px; vertical-align: middle; }
    """#
}
