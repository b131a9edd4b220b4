import Incidents
import Runbooks
import Testing

@testable import Engine

/// A check that failed under somebody's hands speaks against the part that it asks.
@Suite struct FailedCheckTests {
  private static let shop = StatusComponent(id: "shop", name: "Shop", services: ["web"])
  private static let api = StatusComponent(id: "api", name: "API")
  private static let started = Fixture.start + .minutes(5)

  private var incident: Incident {
    var incident = Fixture.view().incident
    incident.service = "web"
    return incident
  }

  private var runbook: Runbook {
    var runbook = Fixture.runbook(Fixture.rungs)
    runbook.scenarios[0].actions = [
      Action(kind: .command, phase: .verification, text: "make check", line: 55),
      Action(kind: .command, phase: .diagnosis, text: "journalctl -u web", line: 53),
    ]
    runbook.healthChecks = [HealthCheck(kind: .http, target: "https://api.example.org/health", line: 90)]
    return runbook
  }

  private func run(_ id: Int64, _ text: String, line: Int, exit: Int, after minutes: Double = 0) -> CommandRun {
    CommandRun(
      id: id, incident: 3, text: text, line: line, command: text, host: "", actor: "ana",
      started: Self.started + .minutes(minutes), took: .seconds(1), exit: exit, output: "")
  }

  private func failed(_ runs: [CommandRun]) -> [FailedCheck] {
    FailedCheck.of(incident, runbook, runs: runs, components: [Self.shop, Self.api])
  }

  @Test func thePartIsTheOneThatIsAskedElseTheIncidents() {
    let asked = run(1, "curl -f https://api.example.org/health", line: 90, exit: 22)
    let checks = failed([asked, run(2, "make check", line: 55, exit: 2)])
    #expect(checks.map(\.component) == ["shop", "api"])
    #expect(checks.map(\.line) == [55, 90] && checks.map(\.exit) == [2, 22] && checks[1].at == Self.started)
  }

  @Test func whatWorkedSinceOrIsNoCheckSaysNothing() {
    #expect(
      failed([run(1, "make check", line: 55, exit: 2), run(2, "make check", line: 55, exit: 0, after: 3)]).isEmpty)
    #expect(failed([run(1, "journalctl -u web", line: 53, exit: 1)]).isEmpty)
  }

  @Test func thePageThatSaysOtherwiseIsUntrueInsideAndNothingIsPublished() {
    let runs = [run(1, "curl -f https://api.example.org/health", line: 90, exit: 22)]
    let inside = Truthfulness.Inside(incident: incident, runbook: runbook, runs: runs)
    func untruths(_ updates: [PublicUpdate]) -> [Untruth] {
      let board = StatusBoard(
        StatusFacts(title: "H", components: [Self.api], updates: updates), now: Self.started + .minutes(1))
      return Truthfulness.check(board, open: [inside], ended: [], now: Self.started + .minutes(1))
    }
    let found = untruths([])
    #expect(found.map(\.fact) == ["API works, says the status page; a check of it failed at 03:17."])
    #expect(found.first?.line == 90)
    let told = PublicUpdate(
      id: 1, incident: 3, at: Self.started, state: .investigating, title: "Slow", text: "We look.",
      components: ["api": .degraded], nextBy: nil, began: Fixture.start)
    #expect(untruths([told]).isEmpty)
  }
}
