import Incidents
import Runbooks
import Testing

@testable import Engine

/// Two incidents that become one, one that becomes two, and who may see one.
@Suite struct JoiningTests {
  private let later = Fixture.start + .minutes(10)

  private func other(_ severity: String = "P1") -> IncidentView {
    var view = Fixture.view(severity: severity)
    view.incident.id = 9
    view.incident.name = "INC-2026-02-14-02"
    return view
  }

  @Test func theMergedOneEndsWithItsPagesAndTheWorseSeverityStays() throws {
    var view = Fixture.view()
    view.items = [
      ActionItem(
        id: RowID.make(incident: 3, number: 1), text: "Alert earlier", owner: "ana", due: nil, created: later,
        createdBy: "ana")
    ]
    let (ended, kept) = try Engine.merge(view, into: other(), by: "bo", now: later)
    #expect(ended.incident.status == .merged && ended.incident.nextDue == nil)
    #expect(ended.incident.engagement.room.mergedInto == 9)
    #expect(ended.entries.map(\.text) == ["Bo merged it into INC-2026-02-14-02"])
    #expect(kept.incident.engagement.room.mergedFrom == [3])
    #expect(kept.incident.severity == "P0")
    #expect(kept.items.map(\.text) == ["Alert earlier"] && kept.items.first?.doneAt == nil)
    #expect(kept.entries.first?.text.contains("merged INC-2026-02-14-01 into it") == true)
  }

  @Test func nothingIsMergedIntoItselfOrIntoWhatIsOver() {
    #expect(throws: Refusal.sameIncident) {
      try Engine.merge(Fixture.view(), into: Fixture.view(), by: "bo", now: later)
    }
    var over = other()
    over.incident.status = .resolved
    #expect(throws: Refusal.alreadyClosed(.resolved)) {
      try Engine.merge(Fixture.view(), into: over, by: "bo", now: later)
    }
  }

  @Test func anAlertThatIsSplitOffHasAnIncidentThatWhoeverAnsweredHas() throws {
    var view = Fixture.view()
    view.alerts = AlertCounts(firing: 2, total: 2)
    view.incident.acknowledgedAt = later
    view.incident.acknowledgedBy = "ana"
    view.incident.status = .acknowledged
    let alert = Alert(
      id: 5, integration: 1, dedupKey: "disk", state: .firing, source: "monitor", severity: "", summary: "Disk full",
      labels: [:], details: "", incident: 3, firstSeen: later, lastSeen: later, count: 1)
    let (left, opened) = try Engine.split(
      view, alert, id: 12, name: "INC-3", cause: "k:1|disk", by: "bo", now: later)
    #expect(left.incident.engagement.room.related == [12])
    #expect(opened.incident.title == "Disk full" && opened.incident.severity == "P0")
    #expect(opened.incident.acknowledgedBy == "ana" && opened.pages.isEmpty)
    view.alerts = AlertCounts(firing: 1, total: 1)
    #expect(throws: Refusal.onlyAlert) {
      try Engine.split(view, alert, id: 12, name: "INC-3", cause: "k:1|disk", by: "bo", now: later)
    }
  }

  @Test func aPrivateIncidentIsSeenByWhoeverHasToDoWithIt() throws {
    let view = Fixture.view()
    let plan = try Engine.perform(.privacy(.close(["Eve"])), view, by: "bo", now: later)
    let incident = plan.incident
    // Ana was paged first; Bo closed it; Eve was named.
    #expect(incident.engagement.room.privacy?.people == ["bo", "eve", "ana"])
    #expect(incident.isVisible(to: .person("ana")) && !incident.isVisible(to: .person("zoe")))
    #expect(incident.isVisible(to: .owner))
    let stored = Fixture.stored(plan, view.policy, view.pages)
    #expect(throws: Refusal.isPrivate) {
      try Engine.publish(
        stored, PublicUpdate(incident: 3, at: later, state: .investigating, title: "T", text: "x", began: later),
        by: "bo", now: later)
    }
    let opened = try Engine.perform(.privacy(.open), stored, by: "bo", now: later)
    #expect(!opened.incident.isPrivate)
  }

  @Test func whoeverIsPagedForAPrivateIncidentMaySeeIt() throws {
    var view = Fixture.view()
    view.incident.engagement.room.privacy = Privacy(people: ["bo"], by: "bo", since: later)
    let plan = try Engine.perform(.escalate(to: "eve", message: ""), view, by: "bo", now: later)
    #expect(plan.incident.engagement.room.privacy?.people.contains("eve") == true)
  }

  @Test func aHoldBearsItsReason() throws {
    let plan = try Engine.perform(.hold(true, reason: "counsel asked"), Fixture.view(), by: "bo", now: later)
    #expect(plan.incident.engagement.room.hold?.reason == "counsel asked")
    #expect(plan.entries.first?.kind == .hold)
  }
}
