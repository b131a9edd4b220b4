extension Styles {
  /// Badge, buttons, fields, clocks, commands, lists.
  static let parts = #"""
    /* ---------- parts: severity ---------- */
    .badge {
      display: inline-flex; align-items: center; gap: 10px; font-weight: 650; font-size: var(--t0);
      color: var(--accent); line-height: 1.2; white-space: nowrap;
    }
    .badge .plate {
      display: inline-flex; align-items: center; gap: 8px; background: var(--accent-fill);
      color: var(--on-fill); border-radius: 3px; padding: 5px 9px 5px 8px;
    }
    .strokes { width: 17px; height: 15px; fill: currentColor; flex: none; }
    .strokes .off { opacity: .38; }
    .badge.plain { gap: 7px; }
    .badge.plain .strokes { height: 14px; }

    /* ---------- parts: buttons, fields ---------- */
    .btn {
      display: inline-flex; align-items: center; justify-content: center; gap: var(--s2);
      min-height: var(--tap); padding: 8px 18px; font: 600 1rem/1.25 var(--sans); text-align: center;
      color: var(--paper); background: var(--ink); border: 1px solid var(--ink); border-radius: var(--radius);
      cursor: pointer; text-decoration: none; transition: background-color var(--quick), color var(--quick);
    }
    .btn:hover { background: var(--ink-2); text-decoration: none; }
    .btn.line { color: var(--ink); background: transparent; border-color: var(--edge); }
    .btn.line:hover { background: var(--well); border-color: var(--ink); }
    .btn.strong { color: var(--on-fill); background: var(--accent-fill); border-color: var(--accent-fill); }
    .btn.strong:hover { filter: brightness(.92); }
    .btn.bare {
      color: var(--ink); background: none; border-color: transparent; padding-left: var(--s2);
      padding-right: var(--s2); text-decoration: underline; text-underline-offset: .2em;
      text-decoration-color: var(--edge); font-weight: 500;
    }
    .btn.small { min-height: 32px; padding: 3px 12px; font-size: var(--t0); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s3); align-items: center; }
    label { display: block; font-weight: 600; font-size: var(--t0); }
    .hint { display: block; color: var(--ink-3); font-size: var(--t-1); font-weight: 400; }
    input[type=text], input[type=email], input[type=password], input[type=url], textarea, select {
      width: 100%; min-height: var(--tap); margin-top: var(--s1); padding: 9px 12px;
      font: 400 1rem/1.45 var(--sans); color: var(--ink); background: var(--sheet);
        border: 1px solid var(--edge); border-radius: var(--radius);
    }
    textarea { resize: vertical; }
    .field { margin-top: var(--s4); }
    .field + .hint { margin-top: var(--s1); }
    select { text-overflow: ellipsis; }
    .field.missing input, .field.missing textarea { border: 2px solid var(--danger); padding: 8px 11px; }
    .field .error { color: var(--danger); font-size: var(--t0); font-weight: 600; margin-top: var(--s1); }
    input[type=checkbox], input[type=radio] {
      accent-color: var(--ink); width: 20px; height: 20px; margin: 0; flex: none;
    }
    details > summary { cursor: pointer; min-height: 24px; }

    /* ---------- parts: clocks ---------- */
    .clocks { display: grid; }
    .clock {
      position: relative; display: grid; grid-template-columns: 1fr auto; gap: 0 var(--s4);
      padding: var(--s3) 0 var(--s3); align-items: center;
    }
    .clock .track { position: absolute; inset: 0 0 auto 0; width: 100%; height: 3px; }
    .clock .track .all { fill: var(--edge); opacity: .45; }
    .clock .track .left { fill: var(--ink-2); }
    .clock .what { font-weight: 600; line-height: 1.3; }
    .clock .left-over {
      grid-column: 2; grid-row: 1 / span 2; font: 400 var(--t3)/1 var(--sans); letter-spacing: -.015em;
      white-space: nowrap; text-align: right;
    }
    .clock .why { font-size: var(--t0); color: var(--ink-2); line-height: 1.4; }
    .clock.soon .left-over, .clock.soon .what { color: var(--accent); }
    .clock.soon .left-over { font-weight: 600; }
    .clock.soon .track .left { fill: var(--accent-fill); }
    .clock.late .left-over, .clock.late .what { color: var(--danger); font-weight: 650; }
    .clock.late .track .left { fill: url(#hatch); }
    .clock.stopped .left-over, .clock.stopped .what { color: var(--ink-3); font-weight: 400; }

    /* ---------- parts: command ---------- */
    .cmd { margin-top: var(--s4); }
    .cmd.same { margin-top: 0; }
    .cmd .cap {
      display: flex; justify-content: space-between; gap: var(--s4); align-items: baseline;
      font-family: var(--serif); font-size: var(--t1); line-height: 1.4;
    }
    .cmd .box {
      margin-top: 6px; background: var(--well); border-left: 3px solid var(--edge);
      border-radius: 0 var(--radius) var(--radius) 0;
    }
    .cmd .text {
      display: grid; grid-template-columns: 1fr auto; gap: 0 var(--s3); align-items: start;
      padding: 9px 9px 0 14px;
    }
    .cmd pre {
      padding: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem; line-height: 1.55;
    }
    .cmd .text .btn { background: var(--sheet); }
    .cmd .under {
      display: flex; flex-wrap: wrap; align-items: center; gap: 2px 14px; font-size: var(--t-1);
      color: var(--ink-2); padding: 3px 14px 10px;
    }
    .effect {
      display: inline-flex; align-items: center; gap: 6px; font-weight: 650; color: var(--ink-2);
      white-space: nowrap;
    }
    .effect svg { width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 1.6; }
    .effect svg .full { fill: currentColor; }
    .cmd.write .box { border-left: 6px solid var(--ink); }
    .cmd.write .effect { color: var(--ink); }
    .cmd.destructive .box { border-left: 0; padding-left: 8px; position: relative; overflow: hidden; }
    .cmd.destructive .box::before {
      content: ""; position: absolute; inset: 0 auto 0 0; width: 10px;
      background: repeating-linear-gradient(135deg, var(--danger) 0 5px, transparent 5px 9px);
    }
    .cmd.destructive .effect { color: var(--danger); }
    .ran {
      border-top: 1px solid var(--rule); margin: 0 14px; padding: 8px 0 10px; font-size: var(--t-1);
      color: var(--ink-2);
    }
    .ran summary { line-height: 24px; }
    .ran pre { padding: 8px 0 0; font-size: .8125rem; color: var(--ink-2); }

    /* ---------- parts: lists ---------- */
    .rows > li {
      display: grid; grid-template-columns: 1fr auto; gap: 2px var(--s4); padding: 11px 0;
      border-top: 1px solid var(--rule); align-items: baseline;
    }
    .rows > li:first-child { border-top: 0; }
    .section > .rows > li:first-child { border-top: 1px solid var(--rule); }
    .rows .sub { grid-column: 1; color: var(--ink-2); font-size: var(--t0); line-height: 1.45; }
    .rows .side { grid-column: 2; text-align: right; }
    .check {
      display: grid; grid-template-columns: 28px 1fr auto; gap: 0 var(--s2); padding: 9px 0;
      border-top: 1px solid var(--rule); align-items: start;
    }
    .check label { font: 400 var(--t1)/1.4 var(--serif); cursor: pointer; padding-top: 0; }
    .check input { margin-top: 2px; }
    .check .by { grid-column: 2; font-size: var(--t-1); color: var(--ink-2); }
    .check .ref { margin-top: 2px; }
    .check.done label { color: var(--ink-2); }
    .finding {
      display: grid; grid-template-columns: 1fr auto; gap: 0 var(--s3); padding: 11px 0;
      border-top: 1px solid var(--rule); align-items: baseline;
    }
    .level { font-size: var(--t-1); font-weight: 650; }
    .level.error { color: var(--danger); }
    .level.warning { color: var(--warn); }
    .level.hint { color: var(--ink-3); }
    .finding .level { grid-column: 1 / -1; }
    .finding .fix { grid-column: 1; font-size: var(--t0); color: var(--ink-2); line-height: 1.45; }
    .state { font-weight: 600; white-space: nowrap; }
    p.state { white-space: normal; }
    .state.ok { color: var(--ok); }
    .state.bad { color: var(--danger); }
    .state.warn { color: var(--warn); }
    .state.unk { color: var(--ink-3); }
    """#
}
