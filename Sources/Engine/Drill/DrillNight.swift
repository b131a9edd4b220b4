import Incidents

/// A drill that was played.
package struct DrillNight: Sendable, Hashable {
  /// Title of the scenario or the situation, or nil.
  package var scenario: String?
  package var severity: String
  /// The label that the runbook gives the severity, or empty.
  package var label: String
  package var opened: Timestamp
  /// In order of time.
  package var events: [DrillEvent]
  /// Minutes after opening at which the ladder begins again because nobody answered.
  package var again: Int?

  /// Where somebody should have been paged and nobody could be.
  package var holes: [DrillEvent] { events.filter { $0.kind == .unreachable } }
  /// Every page that reached somebody.
  package var pages: [DrillEvent] { events.filter { $0.kind == .page } }

  /// Where the ladder dies, a sentence for each moment; empty where each rung reaches somebody.
  package var deadEnds: [String] {
    Array(Set(holes.map(\.minute))).sorted().map { minute in
      var roles: [String] = []
      for role in holes.filter({ $0.minute == minute }).compactMap(\.target) where !roles.contains(role) {
        roles.append(role)
      }
      let names = roles.isEmpty ? "" : ": \(Wording.list(roles))"
      return "At \(DrillNight.elapsed(minute)) the ladder reaches nobody\(names)."
    }
  }

  /// How it ends, in a sentence or two: where the ladder dies, and who has it.
  package var closing: String { (deadEnds + [outcome]).filter { !$0.isEmpty }.joined(separator: " ") }

  private var outcome: String {
    if let answer = events.first(where: { $0.kind == .acknowledged }) {
      let name = answer.people.first ?? answer.target ?? "Somebody"
      return answer.minute == 0
        ? "\(name) has it at once." : "\(name) has it after \(Wording.span(.minutes(answer.minute)))."
    }
    guard let last = pages.last else { return "" }
    let end = "the last page goes out at \(DrillNight.elapsed(last.minute))"
    guard let again else { return "Nobody answers; \(end)." }
    let climb = "at \(DrillNight.elapsed(again)) the ladder begins again"
    return again <= last.minute
      ? "Nobody answers: \(climb), and \(end)." : "Nobody answers: \(end), and \(climb)."
  }

  /// Hours and minutes after opening: "00:45", "24:00".
  package static func elapsed(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }
}
