import Engine
import Incidents
import Testing

/// How often a ladder that nobody answers is climbed.
@Suite struct RoundTests {
  /// Plays ten hours in which every page ends so; returns the incident at the end.
  private func night(_ status: Page.Status) -> Incident {
    var view = Fixture.view()
    view.pages = ended(view.pages, status)
    let end = Fixture.start + .hours(10)
    for _ in 0..<500 {
      guard let due = view.incident.nextDue, due <= end, let plan = Engine.decide(view, now: due) else { break }
      let next = Fixture.stored(plan, view.policy, view.pages)
      view = IncidentView(
        incident: next.incident, pages: ended(next.pages, status), alerts: view.alerts, policy: view.policy)
    }
    return view.incident
  }

  private func ended(_ pages: [Page], _ status: Page.Status) -> [Page] {
    pages.map { page in
      var page = page
      if page.status == .accepted || page.status == .pending { page.status = status }
      return page
    }
  }

  @Test func `after three climbs that reached somebody the fault is raised`() {
    let incident = night(.accepted)
    #expect(incident.round == 3)
    #expect(incident.marks.contains(.ladderExhausted))
  }

  @Test(arguments: [Page.Status.failed, .unknown])
  func `while no page gets through the ladder is climbed on`(_ status: Page.Status) {
    let incident = night(status)
    #expect(incident.round > 4)
    #expect(!incident.marks.contains(.ladderExhausted))
    #expect(incident.nextDue != nil)
  }
}
