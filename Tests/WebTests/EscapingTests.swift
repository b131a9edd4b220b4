import Incidents
import Runbooks
import Testing

@testable import Web

/// Text from outside stays text, in every place of every page.
@Suite struct EscapingTests {
  private static let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u{202E}gnp.exe\u{2066}"

  @Test func textAndAttributesAreInert() {
    let html = HTML { h in
      h.p(.title(EscapingTests.hostile), .class("a")) { $0.text(EscapingTests.hostile) }
    }.string
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("\u{202E}"))
    #expect(html.contains("&lt;script&gt;") && html.contains("[U+202E]") && html.contains("[U+2066]"))
    #expect(html.components(separatedBy: "\"").count == 5, "only our own quotes are left")
  }

  @Test func controlsAreShownAsReplaced() {
    #expect(HTML { $0.text("a\u{0}b\u{1B}c\nd\te\u{7F}") }.string == "a\u{FFFD}b\u{FFFD}c\nd\te\u{FFFD}")
  }

  @Test(arguments: [
    "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "//evil.example",
    "/\\evil.example", "vbscript:x", "file:///etc/passwd", "\u{1}javascript:x", "relative",
  ])
  func aTargetElsewhereLeadsNowhere(target: String) {
    #expect(HTML { $0.link("x", to: target) }.string == "<a href=\"#\">x</a>")
  }

  @Test(arguments: ["/a?b=1#c", "#L12", "https://example.org/a", "http://example.org", "mailto:a@example.org"])
  func anHonestTargetIsKept(target: String) {
    #expect(HTML { $0.link("x", to: target) }.string.contains("href=\"\(target)\""))
  }

  @Test func aHostileAlertRunbookAndTeamStayText() async throws {
    let bad = EscapingTests.hostile
    var runbook = Night.runbook
    runbook.title = bad
    runbook.severities[0].label = bad
    runbook.severities[0].definition = bad
    runbook.escalation[3].target = bad
    runbook.scenarios[0].title = bad
    runbook.scenarios[0].symptoms = [Said(bad, line: 15)]
    runbook.scenarios[0].actions[0].text = bad
    runbook.scenarios[0].actions[1].caption = bad
    runbook.findings[0].message = bad
    runbook.assumptions = [Assumption(about: bad, chosen: bad, lines: [4], why: bad)]
    runbook.templates = [Template(name: bad, kind: .internal, body: bad, placeholders: [bad], line: 1)]
    runbook.lines = runbook.lines.map { $0 + bad }
    var team = Night.team
    team.name = bad
    team.people[0].name = bad
    let harbour = try await Harbour(runbook: runbook, team: team)
    let event = AlertEvent(action: .trigger, dedupKey: bad, summary: bad, source: bad, severity: bad)
    let id = try await harbour.open(event, scenario: bad)
    try await harbour.acts.note(id, text: bad, by: bad)
    let formula = "=HYPERLINK(\"https://evil.example\") "
    try await harbour.acts.addItem(id, NewItem(text: formula + bad, owner: "", due: "", priority: .high), by: bad)
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let room = "/incidents/\(id)"
      let alert = try #require(try await bo.get(room).text.firstMatch(of: /\/alerts\/\d+/)).output
      let inRoom = ["", "/publish", "/publish?audience=internal", "/review", "/review.html", "/review/edit", "/lesson"]
      let others = ["/", "/incidents", "/runbook", "/ladder", "/keys", "/items", "/reviews", "/figures", "/drill"]
      for path in inRoom.map({ room + $0 }) + others
        + [
          "/on-call", "/silences", "/silences?alert=\(alert.split(separator: "/").last ?? "")", "/public",
          String(alert),
        ]
      {
        let answer = try await bo.get(path)
        #expect(answer.status == .ok, "\(path)")
        #expect(!answer.text.contains("<script>") && !answer.text.contains("<img"), "\(path)")
        #expect(!answer.text.contains("\u{202E}") && !answer.text.contains("\u{2066}"), "\(path)")
      }
      let table = try await bo.get("/items.csv").text
      #expect(table.contains("\"'=HYPERLINK(") && !table.contains(",=HYPERLINK("), "No cell is a formula.")
    }
  }
}
