extension Styles {
  /// Home and the incident room.
  static let pages = #"""
    /* ---------- page: home ---------- */
    .home-lead { padding: var(--s5) 0 var(--s5); }
    .home-lead .lede { margin-top: var(--s2); }
    .burn {
      position: relative; background: var(--accent-wash); border-top: 4px solid var(--accent-fill);
      margin: 0 calc(-1 * var(--gutter)); padding: var(--s4) var(--gutter) var(--s5);
    }
    .burn + .burn { margin-top: var(--s4); }
    .burn h2 { font: 700 var(--t3)/1.15 var(--serif); margin-top: var(--s3); }
    .burn h2 + .said { margin-top: var(--s1); }
    .burn h2 a { text-decoration: none; }
    .burn h2 a:hover { text-decoration: underline; text-decoration-thickness: 2px; }
    .burn .meta { margin-top: var(--s2); color: var(--ink-2); }
    .nexts { display: grid; }
    .burn .next {
      margin-top: var(--s4); padding-top: var(--s3); border-top: 1px solid var(--edge); display: grid;
      grid-template-columns: 1fr auto; gap: 0 var(--s4); align-items: center; align-content: start;
    }
    .burn .next b { display: block; }
    .burn .big { font-size: var(--t3); line-height: 1; font-weight: 400; letter-spacing: -.015em; }
    .burn .soon .big, .burn .soon b { color: var(--accent); font-weight: 600; }
    .burn.watch { background: none; border-top-width: 2px; margin: 0; padding-left: 0; padding-right: 0; }
    .oncall { padding: var(--s3) 0; border-top: 1px solid var(--rule); }
    .oncall .name { font-size: var(--t2); font-weight: 650; line-height: 1.25; letter-spacing: -.008em; }
    .home-grid > * + * { margin-top: var(--s7); }

    /* ---------- page: room ---------- */
    .room-head { background: var(--accent-wash); border-top: 4px solid var(--accent-fill); }
    .room-head .wrap { padding-top: var(--s4); padding-bottom: var(--s3); }
    .room-head .top { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s4); }
    .room-head h1 { margin-top: var(--s3); }
    .room-head .said { margin-top: var(--s2); color: var(--ink-2); max-width: 60ch; }
    .room-head .where { margin-top: var(--s2); }
    .room-head .acts { display: none; }
    .room-head .clocks { margin-top: var(--s4); }
    .jump {
      position: sticky; top: 0; z-index: 5; background: var(--paper); border-bottom: 1px solid var(--rule);
      overflow-x: auto;
    }
    .jump ul { display: flex; gap: 2px; padding: 0 calc(var(--gutter) - 10px); }
    .jump a {
      display: flex; align-items: center; min-height: var(--tap); padding: 0 10px; font-size: var(--t0);
      text-decoration: none; color: var(--ink-2); white-space: nowrap;
    }
    .room > * { margin-top: var(--s6); }
    .in-room .keys { margin-bottom: var(--s7); }
    .dock {
      margin-top: var(--s7); position: sticky; bottom: 0; z-index: 6; background: var(--paper);
      border-top: 1px solid var(--edge); display: grid; grid-template-columns: 1.4fr 1fr 1fr; gap: var(--s2);
      padding: 10px var(--gutter) calc(10px + env(safe-area-inset-bottom));
    }
    .dock .btn { padding: 8px 6px; }
    html:has(.dock) { scroll-padding-bottom: 84px; }
    .why-match { margin-top: var(--s2); }
    .why-match li {
      align-items: baseline; display: grid; grid-template-columns: 1fr auto; gap: 0 var(--s3); padding: 5px 0;
      font-size: var(--t0); color: var(--ink-2);
    }
    .step { margin-top: var(--s6); }
    .step > h3 {
      font: 650 var(--t0)/1.4 var(--sans); display: flex; justify-content: space-between; gap: var(--s4);
      border-bottom: 1px solid var(--edge); padding-bottom: 6px;
    }
    .option { border-bottom: 1px solid var(--rule); position: relative; }
    .option > .ref { position: absolute; right: 0; top: 9px; }
    .option > details > summary {
      display: grid; grid-template-columns: 22px 1fr; gap: 0 var(--s2); align-items: baseline;
      min-height: var(--tap); padding: 9px 56px 9px 0; list-style: none; font: 400 var(--t1)/1.4 var(--serif);
    }
    .option > details > summary::-webkit-details-marker { display: none; }
    .option > details > summary::before { content: "+"; font-family: var(--mono); color: var(--ink-3); }
    .option > details[open] > summary::before { content: "–"; }
    .option > details[open] > summary .name { font-weight: 700; }
    .option > details > summary .small { font: 400 var(--t-1)/1.45 var(--sans); }
    details.small .rows .sub { font-size: inherit; }
    .option .tip { display: block; font: 400 var(--t-1)/1.4 var(--sans); color: var(--ink-2); }
    .option > details > div { padding: 0 0 var(--s5) 0; }
    .option .cmd:first-child { margin-top: 0; }
    .composer {
      background: var(--sheet); border: 1px solid var(--edge); border-radius: var(--radius);
      padding: var(--s4);
    }
    .composer .tpl {
      margin-top: var(--s3); font-size: .875rem; line-height: 1.7; background: var(--well);
      border-radius: var(--radius); padding: 10px 14px; white-space: pre-wrap;
    }
    .composer .tpl mark {
      background: none; color: var(--danger); font-weight: 700; border-bottom: 2px solid var(--danger);
    }
    .composer .tpl b { font-weight: 600; }
    .composer details { margin-top: var(--s3); font-size: var(--t0); }
    .composer fieldset { margin-top: var(--s3); }
    legend { font-weight: 600; font-size: var(--t0); padding: 0; }
    .pick { display: flex; flex-wrap: wrap; gap: 2px var(--s5); }
    .pick label {
      display: inline-flex; align-items: center; gap: var(--s2); min-height: 36px; font-weight: 400;
      font-size: 1rem;
    }
    .person {
      display: grid; grid-template-columns: 1fr auto; gap: 0 var(--s3); padding: 10px 0;
      border-top: 1px solid var(--rule); align-items: center;
    }
    .person .sub { font-size: var(--t0); color: var(--ink-2); line-height: 1.4; }
    """#
}
