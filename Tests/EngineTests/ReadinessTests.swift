import Incidents
import Runbooks
import Testing

@testable import Engine

@Suite struct ReadinessTests {
  private static let now = Timestamp(microseconds: 1_795_219_200_000_000)

  /// Five rungs, two of them with a contact, and two scenarios.
  private static var book: Runbook {
    var book = Runbook()
    book.severities = [
      Severity(name: "P0", rank: 0, responseMinutes: 5, responseText: "5 min", line: 3),
      Severity(name: "P3", rank: 3, responseText: "Next business day", line: 6),
    ]
    book.escalation = ["Primary", "Secondary", "Senior Engineer", "Head of Platform", "CTO"].enumerated().map {
      Rung(
        target: $0.element, afterMinutes: $0.offset == 0 ? nil : Double($0.offset * 10),
        severities: $0.offset < 1 ? [] : ["P0"], line: 10 + $0.offset)
    }
    book.contacts = [
      Contact(role: "Primary", via: ["+49 30 1234567"], placeholder: false, line: 20),
      Contact(role: "Secondary", via: ["+49 30 1234568"], placeholder: false, line: 21),
      Contact(role: "CTO", via: ["[phone]"], placeholder: true, line: 22),
    ]
    book.cadence = [Cadence(severity: nil, minutes: 30, line: 30)]
    book.templates = [Template(name: "Status", kind: .statusPage, body: "[issue]", line: 40)]
    book.healthChecks = [HealthCheck(kind: .http, target: "https://x.test", line: 50)]
    var ready = Scenario(title: "Database Slow", severity: "P0", line: 60, endLine: 70)
    ready.symptoms = [Said("slow", line: 61)]
    ready.causes = [Said("a lock", line: 62)]
    (ready.hasFix, ready.hasVerification) = (true, true)
    var bare = Scenario(title: "Website Down", severity: "P0", line: 80, endLine: 90)
    bare.symptoms = [Said("503", line: 81)]
    bare.hasFix = true
    bare.actions = [
      Action(kind: .command, phase: .diagnosis, text: "uptime", effect: .read, line: 82),
      Action(kind: .command, phase: .fix, text: "docker compose down", effect: .destructive, line: 83),
      Action(kind: .command, phase: .fix, text: "docker system prune", effect: .destructive, line: 84),
    ]
    book.scenarios = [ready, bare]
    book.findings = [83, 84].map { Finding(rule: "R084", level: .error, message: "", hint: "", line: $0) }
    return book
  }

  @Test func aSeveritySaysHowManyRungsReachNobody() {
    let part = Readiness(Self.book, nil, at: Self.now).severities[0]
    #expect(part.name == "P0" && part.line == 3)
    #expect(part.lacks == ["3 of 5 rungs reach nobody"])
    #expect((60..<90).contains(part.score))
  }

  @Test func whatBusinessHoursAnswerNeedsNoClock() {
    let part = Readiness(Self.book, nil, at: Self.now).severities[1]
    #expect(part.lacks.isEmpty && part.score == 100)
  }

  @Test func aScenarioSaysWhatItLacks() {
    let parts = Readiness(Self.book, nil, at: Self.now).scenarios
    #expect(parts[0].lacks.isEmpty && parts[0].score == 100)
    #expect(parts[1].lacks == ["no verification of its own", "2 destructive commands unmarked"])
    #expect(parts[1].score < 85)
  }

  @Test func theTeamFileDecidesWhoIsReached() {
    let empty = Readiness(Self.book, Team(), at: Self.now).severities[0]
    #expect(empty.lacks == ["5 of 5 rungs reach nobody"])
  }

  @Test func nothingIsReadyInAnEmptyDocumentAndNothingTraps() {
    let readiness = Readiness(Runbook(), nil, at: Self.now)
    #expect(readiness.severities.isEmpty && readiness.scenarios.isEmpty)
    var book = Runbook()
    book.severities = [Severity(name: "P0", rank: 0, line: 1)]
    book.scenarios = [Scenario(title: "x", line: 2, endLine: 2)]
    let bare = Readiness(book, nil, at: Self.now)
    #expect(bare.severities[0].score == 0 && bare.scenarios[0].score == 0)
    #expect(bare.severities[0].lacks.contains("no rung pages anybody"))
  }
}
