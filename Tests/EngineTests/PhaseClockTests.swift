import Incidents
import Runbooks
import Testing

@testable import Engine

/// Phases that the document plans by their minutes.
@Suite struct PhaseClockTests {
  private var view: IncidentView {
    var runbook = Fixture.runbook(Fixture.rungs)
    runbook.phases = [
      Phase(title: "Contain", startMinutes: 15, endMinutes: 60, items: ["Roll back"], line: 20),
      Phase(title: "Learn", startMinutes: 1_440, items: ["Write the review"], line: 24),
    ]
    return Fixture.view(runbook)
  }

  private func begun(_ view: IncidentView) -> [String] {
    Deadlines(view.incident, view.policy, Escalation.ladder(view.incident, view.policy), pages: view.pages).phases
      .map(\.what).filter { $0.hasSuffix("begins") }
  }

  @Test func `what is planned for the first hours is over when the incident is, the rest is not`() {
    var view = view
    #expect(begun(view) == ["Contain begins", "Learn begins"])
    view.incident.status = .resolved
    #expect(begun(view) == ["Learn begins"])
  }
}
