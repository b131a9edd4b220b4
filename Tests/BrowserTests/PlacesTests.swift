import Foundation
import Testing

/// Words of the runbook that leave something open: what is copied holds what people filled in.
@Suite(.serialized, .enabled(if: RunningTocsin.missing == nil, "\(RunningTocsin.missing ?? "")"))
struct PlacesTests {
  private static let copy = "document.querySelector('button.copy[data-copy=template-0-text]')"

  @Test(.timeLimit(.minutes(2)))
  func `a template is copied only once each of its places is filled, and a live change loses no word`() async throws {
    let tocsin = try await RunningTocsin(pace: nil)
    defer { tocsin.end() }
    let browser = try await Browser()
    try await browser.signIn(to: tocsin)
    try await tocsin.alert("places")
    try await browser.open(tocsin.origin + "/incidents")
    try await browser.click("//main//a[contains(@href, '/incidents/INC-')]")
    try await browser.run("document.getElementById('template-0').open = true")
    let fields = try #require(
      try await browser.run("return document.querySelectorAll('#template-0-text input.place').length") as? Int)
    #expect(fields > 0)
    #expect(try await browser.run("return \(Self.copy).getAttribute('aria-disabled')") as? String == "true")
    try await browser.run("\(Self.copy).click()")
    _ = try await browser.find("//*[@id='toasts'][contains(., 'Fill in first: ')]")
    try await browser.run(Self.fill)
    #expect(try await browser.run("return \(Self.copy).getAttribute('aria-disabled')") as? String == "false")
    // Somebody else writes meanwhile.
    let list = try #require(try await tocsin.api("GET", "incidents")["incidents"] as? [[String: Any]])
    let id = try #require(list.first?["id"] as? String)
    try await tocsin.api("POST", "incidents/\(id)/note", ["text": "Seen from the quay", "actor": "bo"])
    _ = try await browser.find("//*[@id='timeline'][contains(., 'Seen from the quay')]")
    #expect(try await browser.run(Self.left) as? [String] == [])
    try await browser.close()
  }

  private static let fill = """
    for (const field of document.querySelectorAll('#template-0-text input.place')) {
      field.value = 'a third of them';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    """

  private static let left = """
    return [...document.querySelectorAll('#template-0-text input.place')]
      .filter((field) => field.value !== 'a third of them').map((field) => field.placeholder)
    """
}
