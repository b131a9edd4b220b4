extension Styles {
  /// Places to be filled inside commands and templates, and the runbook's words for the hand.
  static let places = #"""
    /* ---------- parts: places to be filled ---------- */
    input[type=text].place, textarea.place {
      display: inline-block; width: auto; max-width: 100%; min-height: 24px; margin: 1px 0; padding: 0 6px;
      font: inherit; line-height: 1.5; font-variant-ligatures: none; background: var(--sheet); field-sizing: content;
      min-width: 8ch; border: 1px dashed var(--edge); border-radius: 3px; vertical-align: baseline;
    }
    textarea.place { vertical-align: top; resize: none; overflow: hidden; overflow-wrap: anywhere; }
    .place::placeholder { color: var(--ink-3); opacity: 1; }
    .place:not(:placeholder-shown) { border-style: solid; }
    .whole { display: inline-block; max-width: 100%; }
    .btn.copy[aria-disabled=true] { color: var(--ink-3); cursor: not-allowed; }
    .fold > .doc > * + * { margin-top: var(--s3); }
    .fold > .doc p, .fold > .doc li { font-size: var(--t0); line-height: 1.5; overflow-wrap: anywhere; }
    .fold > .doc > p.second { font: 400 var(--t-1)/1.5 var(--sans); }
    .fold > .doc table { font-size: var(--t-1); }
    .doc .cmd pre { margin: 0; padding: 4px 0; background: none; }
    .fold > .doc h3 { margin-top: var(--s4); }
    input[type=file]::file-selector-button {
      min-height: 32px; margin-right: var(--s3); padding: 3px 12px; font: 600 var(--t0)/1.25 var(--sans);
      color: var(--ink); background: transparent; border: 1px solid var(--edge); border-radius: var(--radius);
      cursor: pointer;
    }
    .cmd .cap .ref { flex: none; }
    .source, .tpl { font-variant-ligatures: none; font-feature-settings: normal; }
    .fold > form.field { padding-bottom: var(--s4); }
    .fold > form.field .btn { margin-top: var(--s2); }
    .fold #refused { margin-bottom: var(--s3); }
    .composer details > .copy { margin-top: var(--s2); }
    .composer > input[type=hidden] + .field { margin-top: 0; }
    .states a { border-bottom: 3px solid transparent; }
    """#
}
