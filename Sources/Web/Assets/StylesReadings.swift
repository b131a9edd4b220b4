extension Styles {
  /// Runbook, acknowledge, review, first start.
  static let readings = #"""
    /* ---------- page: runbook ---------- */
    .page-head { padding: var(--s6) 0 var(--s5); }
    .page-head .lede { margin-top: var(--s3); }
    .page-head .lede + .small { margin-top: var(--s2); }
    .understood { margin-top: var(--s7); }
    .fact {
      position: relative; display: grid; grid-template-columns: 1fr auto; gap: 2px var(--s4); padding: 10px 0;
      border-top: 1px solid var(--rule); align-items: baseline;
    }
    .fact.on::before {
      content: ""; position: absolute; inset: 0 -12px; border-left: 3px solid var(--focus);
      background: var(--well); z-index: -1;
    }
    .fact .badge { vertical-align: -2px; margin-right: 4px; }
    .fact .sub { grid-column: 1; font-size: var(--t0); color: var(--ink-2); line-height: 1.45; }
    .source {
      background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--radius);
      font: 400 .8125rem/1.7 var(--mono); padding: var(--s3) 0; margin-top: var(--s3);
    }
    .source li {
      display: grid; grid-template-columns: 46px 1fr; gap: 0 14px; padding: 0 14px 0 0;
      border-left: 3px solid transparent;
    }
    .source li > span:first-child { text-align: right; color: var(--ink-3); user-select: none; }
    .source li > span:last-child { white-space: pre-wrap; overflow-wrap: anywhere; min-height: 1.7em; }
    .source .read { border-left-color: var(--edge); }
    .source .on, .source :target { border-left-color: var(--focus); background: var(--well); }
    .source .gap { color: var(--ink-3); padding: 6px 0; }
    .source .remark {
      display: block; font: 400 var(--t-1)/1.45 var(--sans); color: var(--ink-2); padding: 2px 14px 8px 63px;
      border-left: 3px solid var(--focus); background: var(--well);
    }
    .source .remark.bad { color: var(--danger); font-weight: 600; border-left-color: var(--danger); background: none; }
    .source .remark.warn { color: var(--warn); border-left-color: var(--warn); background: none; }

    /* ---------- page: who is paged ---------- */
    .sevrow { margin-top: var(--s5); }

    /* ---------- page: acknowledge, sign-in ---------- */
    .alone { min-height: 100vh; min-height: 100svh; display: grid; grid-template-rows: auto 1fr auto; }
    .alone main, main.in-room { padding: 0; }
    .alone main:has(> .error-page) { padding: 0 var(--gutter); }
    .card { max-width: 460px; margin: 0 auto; padding: var(--s4) var(--gutter) var(--s6); }
    .ack { background: var(--accent-wash); border-top: 4px solid var(--accent-fill); display: grid; }
    .ack .card { width: 100%; display: flex; flex-direction: column; padding-bottom: var(--s5); }
    .ack h1 { font-size: 2.625rem; margin-top: var(--s5); }
    .ack .deal { margin-top: var(--s5); padding-top: var(--s4); border-top: 1px solid var(--edge); }
    .ack .deal .big {
      font-size: var(--t5); line-height: 1.05; font-weight: 600; color: var(--accent); letter-spacing: -.02em;
    }
    .ack .thumb { margin-top: auto; padding-top: var(--s6); }
    .ack .thumb .btn { width: 100%; }
    .ack .btn.strong { min-height: 68px; font-size: 1.25rem; }
    .ack .btn.line { margin-top: var(--s3); min-height: 48px; }

    /* ---------- page: review ---------- */
    .doc { max-width: 700px; }
    .doc h2 {
      font: 700 var(--t2)/1.25 var(--serif); margin-top: var(--s6); padding-top: var(--s3);
      border-top: 1px solid var(--rule); display: flex; gap: var(--s4); justify-content: space-between;
      align-items: baseline;
    }
    .doc h2:first-child { margin-top: 0; border-top: 2px solid var(--ink); }
    .doc h2 .ref { font-weight: 400; }
    .doc p, .doc li { font-family: var(--serif); font-size: var(--t1); line-height: 1.6; }
    .doc > * + p, .doc > * + ul, .doc form > * + p, .doc form > * + ul { margin-top: var(--s3); }
    .doc ul.bul > li { padding-left: 18px; position: relative; margin-top: 4px; }
    .doc ul.bul > li::before { content: "–"; position: absolute; left: 0; color: var(--ink-3); }
    .doc ol.times li {
      display: grid; grid-template-columns: 62px 1fr; gap: 0 var(--s3); padding: 5px 0; line-height: 1.45;
    }
    .doc ol.times time { font-family: var(--sans); font-weight: 600; font-size: var(--t0); line-height: 1.6; }
    .ask {
      border: 1px dashed var(--edge); border-radius: var(--radius); padding: var(--s3) var(--s4);
      margin-top: var(--s3); background: var(--sheet);
    }
    .ask label { font-family: var(--sans); }
    .section > .wide { margin-top: var(--s3); }
    .figures { display: grid; grid-template-columns: 1fr 1fr; gap: 0 var(--s5); }
    .wide + .figures { margin-top: var(--s5); }
    .figures > div { border-top: 1px solid var(--rule); padding: 10px 0 12px; }
    .figures dt { font-size: var(--t0); color: var(--ink-2); }
    .figures dd { font-size: var(--t3); line-height: 1.15; letter-spacing: -.015em; }
    .figures .sub {
      display: block; font-size: var(--t-1); letter-spacing: 0; color: var(--ink-2); line-height: 1.45;
    }

    /* ---------- page: first start ---------- */
    .first > li { border-top: 2px solid var(--ink); padding: var(--s4) 0 var(--s6); }
    .first h2 { font: 700 var(--t2)/1.25 var(--serif); }
    .first .lede { margin-top: var(--s2); font-size: 1rem; }
    .first pre {
      background: var(--well); border-radius: var(--radius); padding: 14px 16px; white-space: pre-wrap;
      overflow-wrap: anywhere; margin-top: var(--s3); line-height: 1.6;
    }
    .waiting { display: flex; align-items: center; gap: 10px; margin-top: var(--s4); font-weight: 600; }
    .waiting::before {
      content: ""; width: 10px; height: 10px; border-radius: 50%; border: 2px solid var(--ink-3);
      animation: breathe 2.4s ease-in-out infinite;
    }
    @keyframes breathe { 50% { opacity: .25; } }
    """#
}
