import Foundation
import Testing

/// The pages of a night for people who use a keyboard, a large type or calm screens.
@Suite(.serialized, .enabled(if: RunningTocsin.missing == nil, "\(RunningTocsin.missing ?? "")"))
struct ReachTests {
  /// What Tab reached: where it stands among all that can be reached, and whether it shows that it has the focus.
  private struct Stop: Hashable {
    var place: Int
    var name: String
    var isMarked: Bool
    var isInSight: Bool
  }

  @Test(.timeLimit(.minutes(4)))
  func `Tab goes through a page in its order, shows where it is, and comes out at the end`() async throws {
    let (tocsin, browser, pages) = try await night()
    defer { tocsin.end() }
    for (name, page) in pages {
      try await browser.open(page)
      try await browser.resize(width: 375, height: 812)
      let wanted = try #require(try await browser.run(Self.mark) as? Int)
      var stops: [Stop] = []
      while stops.count <= wanted, let stop = try await next(browser) { stops.append(stop) }
      #expect(stops.map(\.place) == Array(0..<wanted), "\(name): all of it, in the order of the page")
      #expect(stops.filter { !$0.isMarked }.map(\.name) == [], "\(name): the focus is seen")
      #expect(stops.filter { !$0.isInSight }.map(\.name) == [], "\(name): nothing lies over the focus")
    }
    try await browser.close()
  }

  private func next(_ browser: Browser) async throws -> Stop? {
    try await browser.press("\u{E004}")
    guard let found = try await browser.run(Self.focus) as? [String: Any] else { return nil }
    return Stop(
      place: found["place"] as? Int ?? -1, name: found["name"] as? String ?? "",
      isMarked: found["marked"] as? Bool ?? false, isInSight: found["seen"] as? Bool ?? false)
  }

  @Test(.timeLimit(.minutes(4)))
  func `twice the size loses no words, and nothing moves for those who asked for calm`() async throws {
    let (tocsin, browser, pages) = try await night()
    defer { tocsin.end() }
    try await browser.emulate("prefers-reduced-motion", "reduce")
    for (name, page) in pages {
      try await browser.open(page)
      let words = try await [640, 320].asyncMap { width in
        try await browser.resize(width: width, height: 720)
        let widest = try await browser.run("return document.documentElement.scrollWidth") as? Int
        #expect(widest == width, "\(name) is \(widest ?? 0) wide at \(width)")
        return Set(try await browser.run(Self.words) as? [String] ?? [])
      }
      #expect(words[0].count > 20 && words[0].subtracting(words[1]) == [], "\(name)")
      #expect(try await browser.run(Self.moving) as? [String] == [], "\(name)")
    }
    try await browser.close()
  }

  @Test(.timeLimit(.minutes(4)))
  func `what a thumb opens or follows on a phone is tall enough for it`() async throws {
    let (tocsin, browser, pages) = try await night()
    defer { tocsin.end() }
    for (name, page) in pages + [("runbook", tocsin.origin + "/runbook")] {
      try await browser.open(page)
      try await browser.resize(width: 375, height: 812)
      #expect(try await browser.run(Self.low) as? [String] == [], "\(name)")
    }
    try await browser.close()
  }

  /// Folds, links in heads and those that stand alone, below 44 px.
  private static let low = """
    const seen = (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    return [...document.querySelectorAll('main summary, main .head a:not(.ref), main .go')]
      .filter((e) => seen(e) && e.getBoundingClientRect().height < 44).map((e) => e.innerText.trim());
    """

  /// One incident that burns and is told to the world; the first page, its room, the public page.
  private func night() async throws -> (RunningTocsin, Browser, [(String, String)]) {
    let tocsin = try await RunningTocsin(pace: nil)
    let browser = try await Browser()
    try await browser.signIn(to: tocsin)
    try await tocsin.alert("reach")
    try await browser.open(tocsin.origin + "/incidents")
    try await browser.click("//main//a[contains(@href, '/incidents/INC-')]")
    return (
      tocsin, browser,
      [("home", tocsin.origin + "/"), ("room", try await browser.address()), ("status", tocsin.origin + "/status")]
    )
  }

  /// Numbers everything that Tab should reach and counts it.
  private static let mark = """
    const seen = (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
      .filter((e) => !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0 && seen(e));
    all.forEach((e, place) => { e.dataset.place = place });
    return all.length;
    """

  /// Whatever has the focus; null once it has left the page. Its middle, or that of its first line, is to be in sight.
  private static let focus = """
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const style = getComputedStyle(e), box = e.getClientRects()[0] || e.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 12));
    return {
      place: Number(e.dataset.place ?? -1), name: e.outerHTML.slice(0, 120),
      marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      seen: top !== null && (e.contains(top) || top.contains(e)),
    };
    """

  private static let words =
    #"return document.querySelector('main').innerText.split(/\s+/).filter((w) => /^\D{2,}$/.test(w))"#

  private static let moving = """
    const still = (list) => list.split(',').every((time) => parseFloat(time) < 0.011);
    return [...document.querySelectorAll('*')].filter((e) => {
      const s = getComputedStyle(e);
      return !still(s.transitionDuration) || (s.animationName !== 'none' && !still(s.animationDuration));
    }).map((e) => e.outerHTML.slice(0, 100));
    """
}

extension Array {
  /// One after the other, in order.
  fileprivate func asyncMap<Value>(_ work: (Element) async throws -> Value) async throws -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await work(element)) }
    return values
  }
}
