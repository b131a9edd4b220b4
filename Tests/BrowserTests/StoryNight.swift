import Foundation
import Testing

/// A night of one story: a server with that team's runbook, a receiver of its pages, and a browser in which Ana Ruiz
/// is signed in. `StorySteps` are what she does, and what the document demands of each step.
struct StoryNight {
  static let words = "The last release doubled the memory of a worker."

  let story: Story
  let tocsin: RunningTocsin
  let sink: PageSink
  let browser: Browser
  private let folder: URL

  init(_ story: Story) async throws {
    self.story = story
    sink = try PageSink()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("tocsin-story-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let team = folder.appendingPathComponent("tocsin.yaml")
    try story.teamFile(sink: sink.port).write(to: team, atomically: true, encoding: .utf8)
    tocsin = try await RunningTocsin(runbook: story.runbook, team: team, pace: nil)
    browser = try await Browser()
    try await browser.signIn(to: tocsin)
  }

  func end() {
    tocsin.end()
    try? FileManager.default.removeItem(at: folder)
  }

  // MARK: what the record says

  /// The newest incident, whole.
  func incident() async throws -> [String: Any] {
    let list = try #require(try await tocsin.api("GET", "incidents?status=all")["incidents"] as? [[String: Any]])
    return try await tocsin.api("GET", "incidents/\(try #require(list.first?["id"] as? String))")
  }

  /// Asks again until the incident is so, at most 20 s.
  func incident(until isSo: @escaping ([String: Any]) -> Bool) async throws -> [String: Any] {
    let end = ContinuousClock.now + .seconds(20)
    while true {
      let now = try await incident()
      if isSo(now) { return now }
      if ContinuousClock.now > end { throw BrowserError(description: "waited 20 s in vain: \(now["status"] ?? "")") }
    }
  }

  func room() async throws -> String {
    tocsin.origin + "/incidents/" + (try #require(try await incident()["name"] as? String))
  }

  func send(_ action: String) async throws {
    let event: [String: Any] = [
      "routing_key": tocsin.key, "event_action": action, "dedup_key": "night",
      "payload": ["summary": story.alert, "source": "monitor", "severity": "critical"],
    ]
    let body = try JSONSerialization.data(withJSONObject: event)
    #expect(try await tocsin.post("/v2/enqueue", body).status == 202)
  }

  /// The updates that are owed: "every 15 min", with the line that says so.
  func cadences(of incident: [String: Any]) -> [Story.Rule] {
    let clocks = incident["clocks"] as? [[String: Any]] ?? []
    return clocks.filter { $0["kind"] as? String == "updateDue" }
      .map { Story.Rule(words: $0["why"] as? String ?? "", line: $0["line"] as? Int) }
  }

  // MARK: what the page says

  /// Texts of all elements that match a selector.
  func texts(_ selector: String) async throws -> [String] {
    try await browser.run(
      "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent.trim())", [selector]) as? [String]
      ?? []
  }

  /// Puts words into every field that matches.
  func fill(_ selector: String, _ words: String) async throws {
    try await browser.run(
      "document.querySelectorAll(arguments[0]).forEach((e) => { e.value = arguments[1] })", [selector, words])
  }

  func element(holding text: String, _ tag: String = "*") -> String {
    "//\(tag)[contains(normalize-space(.), \"\(text)\")]"
  }
}
