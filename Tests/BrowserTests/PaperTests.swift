import Foundation
import Testing

/// Pages as they are printed, by somebody whose screen is dark.
@Suite(.serialized, .enabled(if: RunningTocsin.missing == nil, "\(RunningTocsin.missing ?? "")"))
struct PaperTests {
  @Test(.timeLimit(.minutes(2)))
  func `a room is ink on white, whole, from its beginning and without what can only be tapped`() async throws {
    let tocsin = try await RunningTocsin(pace: nil)
    defer { tocsin.end() }
    let browser = try await Browser()
    try await browser.signIn(to: tocsin)
    try await tocsin.alert("paper")
    try await browser.open(tocsin.origin + "/incidents")
    try await browser.click("//main//a[contains(@href, '/incidents/INC-')]")
    let room = try await browser.address()
    try await browser.type("Rolled back", into: browser.find("//input[@id='note-text']"))
    try await browser.click("//form[contains(@class, 'note-form')]//button")
    _ = try await browser.find("//*[@id='timeline']//blockquote")
    try await browser.emulate("prefers-color-scheme", "dark", on: "print")
    let ink = try await browser.run(Self.ink) as? [String: Any] ?? [:]
    #expect(ink["paper"] as? String == "rgb(255, 255, 255)" && ink["text"] as? String == "rgb(0, 0, 0)")
    #expect(ink["pale"] as? [String] == [], "all words can be read on white")
    #expect(ink["taps"] as? [String] == [], "no button is printed")
    let steps = try #require(ink["steps"] as? String)
    #expect(steps.contains("Acknowledge the page") && steps.contains("Uptime monitor reports"), "folds are open")
    let times = try #require(ink["entries"] as? [Double])
    #expect(times.count > 2 && times == times.sorted(by: >), "the newest stands first in the page, so last on paper")
    try await browser.open(room + "/review")
    let review = try await browser.run(Self.ink) as? [String: Any] ?? [:]
    #expect(review["pale"] as? [String] == [] && review["taps"] as? [String] == [])
    try await browser.close()
  }

  /// Words paler than a contrast of 4.5 on white, buttons but those that are boxes of a list, the text of the steps, and
  /// how far down each entry of the timeline stands.
  private static let ink = """
    const seen = (e) => e.checkVisibility({ contentVisibilityAuto: true }) && e.getClientRects().length > 0;
    const light = (c) => { const v = c / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    const contrast = (color) => {
      const [r, g, b] = color.match(/[0-9.]+/g).map(Number);
      return 1.05 / (0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b) + 0.05);
    };
    const own = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== '');
    const filled = (e) => e.closest('.plate, .badge, svg, .vh') !== null;
    const words = [...document.body.querySelectorAll('*')].filter((e) => own(e) && seen(e) && !filled(e));
    const style = getComputedStyle(document.body);
    return {
      paper: style.backgroundColor, text: style.color,
      pale: words.filter((e) => contrast(getComputedStyle(e).color) < 4.5).map((e) => e.outerHTML.slice(0, 120)),
      taps: [...document.querySelectorAll('button:not(.tick), select, textarea, nav a')].filter(seen)
        .map((e) => e.outerHTML.slice(0, 120)),
      steps: document.querySelector('#steps')?.innerText ?? '',
      entries: [...document.querySelectorAll('#entries > li')].map((e) => e.getBoundingClientRect().top),
    };
    """
}
