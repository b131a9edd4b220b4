import Incidents
import Testing

@testable import App
@testable import Storage

/// What the writer's thread knows of open things, and how a refused commit leaves it.
struct OpenIndexTests {
  private let key = OpenIndex.Key(integration: 1, dedupKey: "disk")

  private func index() -> OpenIndex {
    OpenIndex(
      alerts: [FiringKey(alert: 7, integration: 1, dedupKey: "disk", incident: 3)],
      incidents: [OpenCause(incident: 3, name: "INC-1", cause: "s:Disk|", severityRank: 1, isQuiet: false)])
  }

  @Test func whatTheStoreHeldIsKnownAtStart() {
    let index = index()
    #expect(index.alert(key)?.alert == 7)
    #expect(index.incident(cause: "s:Disk|") == 3)
    #expect(index.severityRank(of: 3) == 1)
  }

  @Test func aRefusedCommitTakesBackWhatItsPlanPutIn() {
    var index = index()
    let new = OpenIndex.Key(integration: 1, dedupKey: "web")
    index.open(4, cause: "s:Web|", severityRank: 0)
    index.add(new, alert: 8, incident: 4)
    index.removeAlert(key)
    index.undo()
    #expect(index.alert(new) == nil)
    #expect(index.incident(cause: "s:Web|") == nil)
    #expect(index.alert(key)?.incident == 3)
    #expect(index.alertCount == 1)
  }

  @Test func whatWasKeptIsNotTakenBackLater() {
    var index = index()
    index.removeAlert(key)
    index.keep()
    index.undo()
    #expect(index.alert(key) == nil)
  }

  @Test func anIncidentThatIsOverLetsItsAlertsAndItsCauseGo() {
    var index = index()
    var incident = Incident(
      id: 3, name: "INC-1", title: "Disk", cause: "s:Disk|", severity: "P1", severityRank: 1, runbook: 1,
      opened: Timestamp(microseconds: 0))
    incident.status = .resolved
    index.settle(incident)
    #expect(index.alert(key) == nil)
    #expect(index.incident(cause: "s:Disk|") == nil)
  }

  @Test func aRaisedSeverityIsKnownFromThenOn() {
    var index = index()
    var incident = Incident(
      id: 3, name: "INC-1", title: "Disk", cause: "s:Disk|", severity: "P0", severityRank: 0, runbook: 1,
      opened: Timestamp(microseconds: 0))
    incident.status = .acknowledged
    index.settle(incident)
    #expect(index.severityRank(of: 3) == 0)
    #expect(index.incident(cause: "s:Disk|") == 3)
  }

  @Test func aWatchedIncidentIsKnownToBeQuiet() {
    var index = index()
    #expect(!index.isQuiet(3))
    var incident = Incident(
      id: 3, name: "INC-1", title: "Disk", cause: "s:Disk|", severity: "P1", severityRank: 1, runbook: 1,
      opened: Timestamp(microseconds: 0))
    incident.status = .monitoring
    index.settle(incident)
    #expect(index.isQuiet(3))
  }
}

/// Alerts that end by themselves.
struct OpenIndexTermTests {
  @Test func aRefusedCommitTakesBackTheLongerTerm() {
    let key = OpenIndex.Key(integration: 1, dedupKey: "disk")
    let (early, late) = (Timestamp(microseconds: 1), Timestamp(microseconds: 2))
    var index = OpenIndex(
      alerts: [FiringKey(alert: 7, integration: 1, dedupKey: "disk", incident: 0, ends: early)], incidents: [])
    index.prolong(key, until: late)
    #expect(index.alert(key)?.ends == late)
    index.undo()
    #expect(index.alert(key)?.ends == early)
  }
}
