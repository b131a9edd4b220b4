import Incidents
import Runbooks

/// Decides, and never acts: each function takes what is known and the time, and returns what is to be stored.
package enum Engine {
  /// What is to be done about an incident by now, and when to look again. nil when nothing changes: deciding twice
  /// on the same view decides nothing the second time.
  package static func decide(_ view: IncidentView, now: Timestamp) -> Plan? {
    var draft = Draft(view, now: now)
    draft.settle()
    let plan = draft.plan
    return plan == Plan(incident: view.incident) ? nil : plan
  }
}

extension Draft {
  /// Everything that time and the alerts ask for, in the order in which it is to be told.
  mutating func settle() {
    followAlerts()
    followSilences()
    sweep()
    followTalk()
    if !incident.marks.contains(.silenced) {
      // A rung that needed no page, for its people have answered, may have been the last of a climb that is over.
      for _ in 0..<2 {
        climbAgain()
        serveRungs()
      }
      followFailures()
    }
    notePromises()
    followLostWords()
    schedule()
  }

  /// Pages that came back for another try after what they were for had ended.
  private mutating func sweep() {
    let answered = incident.acknowledgedAt != nil || incident.status == .monitoring
    if !incident.status.isOpen {
      cancel { !$0.reason.outlivesEnd }
    } else if answered {
      cancel { $0.until == .acknowledged }
    }
  }

  /// The earliest deadline that still runs. One that has passed all the same is looked at again in a second,
  /// never at once, so that no mistake here can make the loop spin.
  private mutating func schedule() {
    incident.nextDue = deadlines.next.map { $0 > now ? $0 : now + .seconds(1) }
  }
}
