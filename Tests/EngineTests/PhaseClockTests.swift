import Incidents
import Runbooks
import Testing

@testable import Engine

/// Phases that the document plans by their minutes.
@Suite struct PhaseClockTests {
  private func view(_ more: [Phase] = []) -> IncidentView {
    var runbook = Fixture.runbook(Fixture.rungs)
    runbook.phases =
      [
        Phase(title: "Contain", startMinutes: 15, endMinutes: 60, items: ["Roll back"], line: 20),
        Phase(title: "Learn", startMinutes: 1_440, items: ["Write the review"], line: 24),
      ] + more
    return Fixture.view(runbook)
  }

  private func begun(_ view: IncidentView) -> [String] {
    Deadlines(view.incident, view.policy, Escalation.ladder(view.incident, view.policy), pages: view.pages).phases
      .map(\.what).filter { $0.hasSuffix("begins") }
  }

  @Test func `what is planned for the first hours is over when it is quiet, the rest is not`() {
    var view = view()
    #expect(begun(view) == ["Contain begins", "Learn begins"])
    for status in [Incident.Status.monitoring, .resolved] {
      view.incident.status = status
      #expect(begun(view) == ["Learn begins"])
    }
  }

  @Test func `the end of a phase and the beginning of the next are one clock`() {
    var view = view([Phase(title: "Watch", startMinutes: 60, items: ["Look"], line: 22)])
    let phases = { Clocks.running($0, now: Fixture.start).filter { $0.kind == .phase }.map { "\($0.what): \($0.why)" } }
    #expect(phases(view) == ["Contain begins: 1 item", "Contain ends: then Watch", "Learn begins: 1 item"])
    var kept = PromiseState()
    kept.met = Fixture.start
    view.incident.promises[PromiseKey.phaseEnd(20)] = kept
    #expect(phases(view).contains("Watch begins: 1 item"))
  }
}
