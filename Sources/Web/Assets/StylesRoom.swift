extension Styles {
  /// The room: boxes that are ticked off, roles.
  static let room = #"""
    /* ---------- the room ---------- */
    .tickable {
      display: grid; grid-template-columns: 1fr auto; gap: 0 var(--s3); align-items: start;
      border-top: 1px solid var(--rule); padding: 2px 0;
    }
    .tickable:first-child { border-top: 0; }
    .tickable > .ref { margin-top: 10px; }
    .tickable .by {
      grid-column: 1 / -1; padding: 0 0 var(--s2) 28px; font-size: var(--t-1); color: var(--ink-2);
      overflow-wrap: anywhere;
    }
    .tick {
      display: grid; grid-template-columns: 20px 1fr; gap: 0 var(--s2); width: 100%; min-height: var(--tap);
      padding: 9px 0; border: 0; background: none; color: inherit; text-align: left; cursor: pointer;
      align-items: start; align-content: start;
      font: 400 var(--t1)/1.4 var(--serif); overflow-wrap: anywhere;
    }
    .tick .box, .pickable .box { width: 20px; height: 20px; margin-top: 2px; fill: none; stroke: var(--ink-2); stroke-width: 1.6; }
    .tick:hover .box { stroke: var(--ink); }
    .tick[aria-checked=true] .box, .pickable > .box { stroke: var(--ok); stroke-width: 2.4; }
    .tickable.done .said { color: var(--ink-2); }
    details.step { margin-top: var(--s4); }
    details.step:not([open]) + details.step { margin-top: var(--s2); }
    .closing { border: 0; padding: 0; margin: 0; min-width: 0; }
    p + .closing { margin-top: var(--s4); }
    .progress { white-space: nowrap; }
    .closing legend { font-weight: 600; font-size: var(--t0); padding: 0 0 6px; }
    .pickable {
      display: grid; grid-template-columns: 20px 1fr; gap: 0 var(--s2); min-height: var(--tap); padding: 9px 0;
      font: 400 var(--t1)/1.4 var(--serif); cursor: pointer; overflow-wrap: anywhere;
    }
    .pickable input { margin-top: 2px; }
    .pickable .sub { display: block; }
    @media (max-width: 639px) { #steps .row-form { grid-template-columns: 1fr; justify-items: start; } }
    .closing .tickable.done > .pickable { min-height: 0; padding-bottom: 2px; cursor: default; }
    .closing + label { margin-top: var(--s3); }
    #items > p.second { margin-bottom: var(--s3); }
    .person .btn.bare { padding-left: 0; }
    .pin { display: inline; }
    .pin .btn { min-height: 24px; padding: 0; color: var(--ink-3); font-weight: 400; }
    .pinned { margin-bottom: var(--s4); }
    .pinned h3 { font: 650 var(--t0)/1.4 var(--sans); }
    .attach { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s2); justify-items: start; }
    .attach { padding-bottom: var(--s4); }
    #files + .fold { margin-top: var(--s2); }
    /* Also behind a part that is empty now. */
    #people > .section:not(:first-child) { margin-top: var(--s7); }
    .cmd .under .ref { margin-left: auto; }
    .checks + .cmd { margin-top: 0; }
    .cmd + .checks { margin-top: var(--s3); }
    .cmd.by-hand pre, .cmd.by-hand code { font: 400 var(--t1)/1.4 var(--serif); }
    .cmd.by-hand .effect { font-weight: 400; }
    #rollback .ask-row { padding: 6px 0; border-top: 1px solid var(--rule); }
    #rollback > ul { margin: var(--s2) 0; }
    #rollback h3 { margin-top: var(--s5); }
    .person > details > ul { margin: var(--s2) 0 var(--s3); }
    .fold > div > p + .btn, .fold form p + .btn { margin-top: var(--s2); }
    .fold > div > form + form { margin-top: var(--s4); }
    .acts + .fold { margin-top: var(--s4); }
    .row-form > select:last-child { grid-column: 1 / -1; }
    p + .composer { margin-top: var(--s3); }
    .fact .state.apart { display: block; }
    .attach input[type=file] { font: 400 var(--t0)/1.4 var(--sans); width: 100%; min-height: var(--tap); }
    #entries p, #entries blockquote, .pinned .said { overflow-wrap: anywhere; }
    #entries li > div { min-width: 0; }
    .rows form.sub .btn { padding-left: 0; }
    .quick-text { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem; line-height: 1.5; padding: 9px 0; }
    #relations:empty, #changes:empty { display: none; }
    .fold select, .fold textarea { max-width: 100%; }
    .person > details { grid-column: 1 / -1; }
    .person > details > summary { min-height: 24px; }
    @media (forced-colors: active) { .tick .box { stroke: ButtonText; } }
    """#
}
