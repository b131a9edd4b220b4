import Incidents
import Runbooks

/// Where the public page says something else than the inside knows. Only people inside read this.
package struct Untruth: Sendable, Hashable {
  /// The incident that it is about.
  package var incident: Int64
  package var fact: String
  package var remedy: String
  package var line: Int?
}

package enum Truthfulness {
  /// An open incident as far as the page should know of it.
  package struct Inside: Sendable {
    package var incident: Incident
    package var runbook: Runbook
    /// Commands that people ran in it.
    package var runs: [CommandRun]
    package init(incident: Incident, runbook: Runbook, runs: [CommandRun] = []) {
      self.incident = incident
      self.runbook = runbook
      self.runs = runs
    }
  }

  /// How long people outside may wait for the first word where the runbook sets no time.
  static let patience = Span.minutes(15)

  /// What is not true on the page now, the most misleading first. `ended` are the incidents inside that are over.
  package static func check(
    _ board: StatusBoard, open: [Inside], ended: Set<Int64>, now: Timestamp
  ) -> [Untruth] {
    silent(board, open, now) + failing(board, open) + late(board, now) + forgotten(board, ended)
  }

  /// A check failed under somebody's hands, and the page says that its part works.
  private static func failing(_ board: StatusBoard, _ open: [Inside]) -> [Untruth] {
    open.flatMap { inside -> [Untruth] in
      let checks = FailedCheck.of(
        inside.incident, inside.runbook, runs: inside.runs, components: board.parts.map(\.component))
      return checks.compactMap { check -> Untruth? in
        guard let part = board.part(check.component), part.state == .operational else { return nil }
        return Untruth(
          incident: check.incident,
          fact:
            "\(part.component.name) works, says the status page; a check of it failed at \(Wording.clock(check.at)).",
          remedy: "Publish how it stands, or run the check again.", line: check.line)
      }
    }
  }

  /// Something burns that people outside feel, and the page says nothing of it.
  private static func silent(_ board: StatusBoard, _ open: [Inside], _ now: Timestamp) -> [Untruth] {
    let published = Set(board.open.map(\.incident))
    return open.compactMap { inside in
      let incident = inside.incident
      guard !published.contains(incident.id), incident.status == .triggered || incident.status == .acknowledged else {
        return nil
      }
      let remedy = "Publish an update, or change the severity if nobody outside feels it."
      if let part = board.parts.first(where: { $0.component.covers(incident.service) }), part.state == .operational {
        return Untruth(
          incident: incident.id,
          fact: "\(part.component.name) works, says the status page; \(incident.name) burns on it.", remedy: remedy)
      }
      let cadence = TemplateChoice.cadence(inside.runbook, incident.severity)
      let wait = cadence.map { Span.minutes($0.minutes) } ?? patience
      guard incident.severityRank == 0 || cadence != nil, now - incident.opened >= wait else { return nil }
      let says = board.open.isEmpty ? "Everything works, says the status page" : "The status page says nothing of it"
      return Untruth(
        incident: incident.id,
        fact:
          "\(says); \(incident.name) (\(incident.severity)) has been open for \(Wording.span(now - incident.opened)).",
        remedy: remedy, line: cadence?.line)
    }
  }

  /// A promise to the world that was not kept.
  private static func late(_ board: StatusBoard, _ now: Timestamp) -> [Untruth] {
    board.open.compactMap { incident in
      guard let due = incident.nextBy, due <= now else { return nil }
      return Untruth(
        incident: incident.incident,
        fact: "The status page promised an update by \(Wording.clock(due)) UTC, \(Wording.span(now - due)) ago.",
        remedy: "Publish one, and promise the next.")
    }
  }

  /// Over inside, open outside.
  private static func forgotten(_ board: StatusBoard, _ ended: Set<Int64>) -> [Untruth] {
    board.open.filter { ended.contains($0.incident) }.map { incident in
      Untruth(
        incident: incident.incident,
        fact: "The status page still says “\(Wording.line(incident.title, limit: 80))”; the incident is over.",
        remedy: "Publish that it is resolved.")
    }
  }
}
