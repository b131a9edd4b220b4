import Engine
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Incidents
import Runbooks
import Storage
import Testing

@testable import Web

/// Figures and the runbook's lesson in the browser.
@Suite struct FiguresPageTests {
  private func resolved(scenario: String? = "Shop Down", isDrill: Bool = false) async throws -> (Harbour, Int64) {
    let harbour = try await Harbour()
    let id = try await harbour.acts.open(Night.event, scenario: scenario, isDrill: isDrill)
    // Nothing sends in these tests; a page that never left is none of the night's.
    _ = try harbour.database.commit([Statement("UPDATE page SET status = 'delivered' WHERE status = 'pending'", [[]])])
    harbour.clock.pass(.minutes(3))
    try await harbour.acts.acknowledge(id, by: "bo", via: "")
    harbour.clock.pass(.minutes(20))
    try await harbour.acts.resolve(id, by: "bo", reason: "rolled back")
    return (harbour, id)
  }

  @Test func theFiguresAreAPageATableAndMetrics() async throws {
    let (harbour, _) = try await resolved()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let page = try await bo.get("/figures?days=30")
      page.expect(.ok)
      page.expect(contains: "1 incident since 2026-01-15")
      page.expect(contains: "Pages in 1 of 31 nights.")
      page.expect(contains: "of one incident")
      page.expect(contains: "Nobody has practised these with people:")
      let csv = try await bo.get("/figures.csv")
      #expect(csv.text.contains("\r\nseverity,P0,1,acknowledge,180,180,1\r\n"))
      #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
      let metrics = try await bo.get("/figures/metrics")
      if metrics.status == .ok {
        #expect(
          metrics.text.contains("tocsin_incident_count{severity=\"P0\"} 1\n") && metrics.text.hasSuffix("# EOF\n"))
      } else {
        // Without a peer's address nobody is known to be on this machine.
        #expect(metrics.status == .unauthorized)
      }
    }
  }

  @Test func figuresComeAsJSONAndSayWhatIsAlwaysSkipped() async throws {
    var runbook = Night.runbook
    runbook.checklistItems = ["Shop sells <again>", "Say so"].map {
      ChecklistItem(text: $0, section: "Before closing", line: 31)
    }
    let harbour = try await Harbour(runbook: runbook)
    let token = try harbour.makeToken(.read)
    for dedup in ["a", "b"] {
      var event = Night.event
      event.dedupKey = dedup
      let id = try await harbour.acts.open(event, scenario: "Shop Down")
      try await harbour.acts.perform(.tick("Say so", done: true, remark: ""), on: id, by: "bo")
      try await harbour.acts.resolve(id, by: "bo", reason: "rolled back")
    }
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let page = try await bo.get("/figures")
      page.expect(contains: "Shop sells &lt;again&gt;")
      page.expect(contains: "In Before closing, in 2 incidents.")
      #expect(
        try await bo.get("/figures.csv").text.contains("\r\nalways_skipped,Before closing: Shop sells <again>,2,"))
      let json = try await visitor.get("/api/v1/figures?days=30", headers: [.authorization: "Bearer \(token)"])
      json.expect(contains: #""alwaysSkipped":[{"incidents":2,"line":31,"list":"Before closing","step":"Shop sells"#)
      json.expect(contains: #""days":30"#)
      let odd = try await visitor.get("/api/v1/figures?days=14", headers: [.authorization: "Bearer \(token)"])
      #expect(odd.status == .badRequest)
      odd.expect(contains: "expected one of 7, 30, 90, 365")
    }
  }

  @Test func practiceStaysOutAndCountsAsRehearsed() async throws {
    let (harbour, _) = try await resolved(isDrill: true)
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let page = try await bo.get("/figures")
      page.expect(contains: "0 incidents since")
      page.expect(contains: "1 drill,")
      page.expect(contains: "Every scenario was rehearsed.")
    }
  }

  @Test func aMissingScenarioIsProposedAndTakenAsAPatch() async throws {
    let (harbour, id) = try await resolved(scenario: nil)
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let page = try await bo.get("/incidents/\(id)/lesson")
      page.expect(contains: "A scenario that was missing")
      page.expect(contains: "+ ### Scenario 2: ")
      #expect(try await bo.post("/incidents/\(id)/lesson", ["do": "patch"]).status == .unprocessableContent)
      let key = try #require(page.text.firstMatch(of: #/name="(scenario-\d+)"/#)?.1)
      let patch = try await bo.post("/incidents/\(id)/lesson", ["do": "patch", String(key): "yes"])
      #expect(patch.headers[.contentType] == "text/x-diff; charset=utf-8")
      #expect(patch.text.hasPrefix("--- a/RUNBOOK.md\n+++ b/RUNBOOK.md\n@@ "))
      let words = try await bo.post("/incidents/\(id)/lesson", ["do": "text", String(key): "yes"])
      words.expect(contains: "No scenario of the runbook fitted")
      let refused = try await bo.post("/incidents/\(id)/lesson", ["do": "branch", String(key): "yes"])
      refused.expect(contains: "Take the patch.")
    }
  }
}
