extension Styles {
  /// Tokens, ground and words.
  static let ground = #"""
    /* ---------- tokens ---------- */
    :root {
      color-scheme: light dark;
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, "Charis SIL",
        "Noto Serif", Georgia, serif;
      --sans: -apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, Inter, "Noto Sans",
        "Liberation Sans", sans-serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", "JetBrains Mono", "DejaVu Sans Mono",
        monospace;

      --t-1: .8125rem; --t0: .9375rem; --t1: 1.0625rem; --t2: 1.3125rem; --t3: 1.75rem; --t4: 2.125rem;
        --t5: 3.25rem;
      --s1: 4px; --s2: 8px; --s3: 12px; --s4: 16px; --s5: 24px; --s6: 32px; --s7: 48px; --s8: 72px;
      --radius: 4px; --tap: 44px; --gutter: 20px;
      --quick: 120ms ease-out; --slow: 240ms ease-out;

      --paper: #F4F6F5; --sheet: #FFFFFF; --well: #E9EDEC;
      --ink: #14191B; --ink-2: #3D474A; --ink-3: #566064;
      --rule: #D3DAD8; --edge: #747E81; --focus: #1556C4;
      --sev-0: #A81730; --sev-0-fill: #A81730; --sev-0-wash: #F8EEEE;
      --sev-1: #8F4700; --sev-1-fill: #8F4700; --sev-1-wash: #F7F0E6;
      --sev-2: #1F568F; --sev-2-fill: #1F568F; --sev-2-wash: #EBF0F6;
      --sev-3: #475660; --sev-3-fill: #475660; --sev-3-wash: #ECF0F1;
      --ok: #1A6644; --ok-wash: #E3F0E9; --warn: #7A5200; --danger: #A81730; --unknown: #6B7478; --maint: #5A4BA0;
      --on-fill: #FFFFFF;
      --bar-calm: #66987F;
      --accent: var(--sev-3); --accent-fill: var(--sev-3-fill); --accent-wash: var(--sev-3-wash);
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #0F1416; --sheet: #161C1F; --well: #1D2528;
        --ink: #E3E8E8; --ink-2: #B3BDBF; --ink-3: #929DA0;
        --rule: #2A3337; --edge: #6E7A7E; --focus: #8DB8FF;
        --sev-0: #FF8F95; --sev-0-fill: #C42C45; --sev-0-wash: #23151A;
        --sev-1: #F0A868; --sev-1-fill: #A2581A; --sev-1-wash: #251A10;
        --sev-2: #8CBBEA; --sev-2-fill: #3470AC; --sev-2-wash: #121D2A;
        --sev-3: #A9B7BF; --sev-3-fill: #5D6F7A; --sev-3-wash: #192226;
        --ok: #79C9A0; --ok-wash: #12231B; --warn: #E0B15A; --danger: #FF8F95; --unknown: #8A9599; --maint: #B0A4F0;
        --bar-calm: #4B7A63;
      }
    }
    .sev-0 { --accent: var(--sev-0); --accent-fill: var(--sev-0-fill); --accent-wash: var(--sev-0-wash); }
    .sev-1 { --accent: var(--sev-1); --accent-fill: var(--sev-1-fill); --accent-wash: var(--sev-1-wash); }
    .sev-2 { --accent: var(--sev-2); --accent-fill: var(--sev-2-fill); --accent-wash: var(--sev-2-wash); }
    .sev-3 { --accent: var(--sev-3); --accent-fill: var(--sev-3-fill); --accent-wash: var(--sev-3-wash); }

    /* ---------- ground ---------- */
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 72px; }
    body {
      margin: 0; min-height: 100vh; min-height: 100svh; display: flex; flex-direction: column;
        background: var(--paper); color: var(--ink);
      font: 400 1rem/1.5 var(--sans); font-variant-numeric: tabular-nums;
      overflow-wrap: break-word;
    }
    h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset, pre, blockquote { margin: 0; padding: 0; border: 0; }
    ul, ol { list-style: none; }
    a {
      color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em;
      text-decoration-color: var(--edge);
    }
    a:hover { text-decoration-thickness: 2px; text-decoration-color: currentColor; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    code, pre, kbd, .mono {
      font-family: var(--mono); font-size: .875em; font-feature-settings: normal; font-variant-ligatures: none;
    }
    strong, b { font-weight: 650; }
    time { white-space: nowrap; }
    svg { display: block; }
    table { border-collapse: collapse; width: 100%; }
    th { text-align: left; font-weight: 650; }
    .vh {
      position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .skip {
      position: absolute; left: var(--s4); top: -80px; z-index: 9; background: var(--ink); color: var(--paper);
      padding: var(--s3) var(--s4);
    }
    .skip:focus { top: var(--s2); }

    /* ---------- words ---------- */
    .said { font-family: var(--serif); font-size: var(--t1); line-height: 1.5; }
    .quiet { color: var(--ink-3); }
    .second { color: var(--ink-2); }
    .small { font-size: var(--t-1); line-height: 1.45; }
    .title { font: 700 var(--t4)/1.08 var(--serif); letter-spacing: -.012em; text-wrap: balance; }
    .lede { font-size: var(--t1); line-height: 1.5; color: var(--ink-2); max-width: 62ch; }
    .ref {
      font-family: var(--mono); font-size: .78125rem; color: var(--ink-3); white-space: nowrap;
      text-decoration: none; border-bottom: 1px solid var(--rule); padding: 4px 1px 2px; display: inline-block;
        min-width: 24px; line-height: 1.4; text-align: right; align-self: start; justify-self: end;
    }
    .ref:hover { color: var(--ink); border-bottom-color: currentColor; }
    .section { border-top: 2px solid var(--ink); padding-top: var(--s3); }
    .section + .section { margin-top: var(--s7); }
    .section > h2, .head h2 { font: 650 var(--t1)/1.4 var(--sans); }
    .head {
      display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: baseline;
      justify-content: space-between;
    }
    .head + *, .section > h2 + * { margin-top: var(--s3); }
    .head a:not(.ref) { font-size: var(--t0); }
    """#
}
