extension Styles {
  /// Masthead, menus, strips, footer.
  static let frame = #"""
    /* ---------- frame ---------- */
    .wrap { max-width: 1376px; margin: 0 auto; padding: 0 var(--gutter); }
    .masthead { border-bottom: 1px solid var(--rule); background: var(--paper); }
    .masthead .wrap { display: flex; align-items: center; gap: var(--s4); min-height: 56px; }
    .mark {
      display: inline-flex; align-items: center; gap: 9px; font: 700 1.1875rem/1 var(--serif);
      text-decoration: none; letter-spacing: -.005em; min-height: var(--tap);
    }
    .mark svg { width: 18px; height: 20px; fill: currentColor; }
    .team {
      color: var(--ink-2); font-size: var(--t0); white-space: nowrap; min-width: 0; overflow: hidden;
      text-overflow: ellipsis; display: none;
    }
    .alone .team { display: inline; }
    .alone .masthead .wrap { gap: var(--s3); }
    .masthead .end { flex: none; }
    .masthead nav { display: none; }
    .masthead .end {
      margin-left: auto; display: flex; align-items: center; gap: var(--s4); font-size: var(--t0);
      color: var(--ink-2);
    }
    .masthead .who { display: none; }
    .live { display: inline-flex; align-items: center; gap: 7px; }
    .live::before { content: ""; width: 8px; height: 8px; border-radius: 50%; background: var(--ok); }
    .live.lost::before { background: none; border: 2px solid var(--danger); border-radius: 0; }
    .navlist { display: flex; gap: 2px; }
    .navlist a {
      display: flex; align-items: center; min-height: 56px; padding: 0 var(--s3); text-decoration: none;
      color: var(--ink-2); font-size: var(--t0); border-bottom: 2px solid transparent; margin-bottom: -1px;
      white-space: nowrap;
    }
    .navlist a:hover { color: var(--ink); }
    .navlist a[aria-current] { color: var(--ink); font-weight: 650; border-color: var(--ink); }
    .pages { position: relative; }
    .pages > summary {
      list-style: none; display: flex; align-items: center; min-height: var(--tap); padding: 0 2px;
      font-size: var(--t0); cursor: pointer; text-decoration: underline; text-underline-offset: .2em;
      text-decoration-color: var(--edge);
    }
    .pages > summary::-webkit-details-marker { display: none; }
    .pages > ul {
      position: absolute; right: 0; top: 48px; z-index: 8; background: var(--sheet);
      border: 1px solid var(--edge); border-radius: var(--radius); min-width: 220px; padding: var(--s2) 0;
    }
    .pages > ul a {
      display: flex; align-items: center; min-height: var(--tap); padding: 0 var(--s4); text-decoration: none;
      color: var(--ink);
    }
    .pages > ul a[aria-current] { font-weight: 650; }
    .strip { background: var(--well); font-size: var(--t0); color: var(--ink-2); }
    .strip .wrap { padding-top: var(--s2); padding-bottom: var(--s2); }
    main, main.wrap { flex: 1 0 auto; width: 100%; padding-bottom: var(--s8); }
    .lede, .said, .card p { text-wrap: pretty; }
    .foot { border-top: 1px solid var(--rule); color: var(--ink-3); font-size: var(--t-1); }
    .foot .wrap {
      padding-top: var(--s5); padding-bottom: var(--s6); display: flex; flex-wrap: wrap;
      gap: var(--s2) var(--s5); justify-content: space-between;
    }
    .foot a { padding: 3px 0; }
    """#
}
