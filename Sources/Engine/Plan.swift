import Incidents
import Runbooks

/// All that a decision about one incident may look at, read in one snapshot.
package struct IncidentView: Sendable {
  package var incident: Incident
  /// Every page of the incident, in order of number.
  package var pages: [Page]
  package var alerts: AlertCounts
  package var policy: Policy
  /// Every action item of the incident.
  package var items: [ActionItem]
  /// How often each role whose people take turns was paged so far, by the role.
  package var turns: [String: Int]

  package init(
    incident: Incident, pages: [Page], alerts: AlertCounts, policy: Policy, items: [ActionItem] = [],
    turns: [String: Int] = [:]
  ) {
    self.items = items
    self.incident = incident
    self.pages = pages
    self.alerts = alerts
    self.policy = policy
    self.turns = turns
  }
}

package struct AlertCounts: Sendable, Hashable {
  package var firing: Int
  package var total: Int
  /// How many of those that fire a silence covers.
  package var silenced: Int
  /// When the last firing alert was resolved by its source.
  package var lastResolved: Timestamp?
  /// When the newest of those that fire began.
  package var lastFired: Timestamp?

  package init(
    firing: Int, total: Int, silenced: Int = 0, lastResolved: Timestamp? = nil, lastFired: Timestamp? = nil
  ) {
    self.lastFired = lastFired
    self.firing = firing
    self.total = total
    self.silenced = silenced
    self.lastResolved = lastResolved
  }
}

/// What governs an incident: the revision of the runbook that it pinned, and the team as it is now.
///
/// Making one works out the ladders: whoever decides often keeps it for as long as neither changes.
package final class Policy: Sendable {
  package let runbook: Runbook
  package let team: Team
  let book: LadderBook

  package init(runbook: Runbook, team: Team) {
    self.runbook = runbook
    self.team = team
    book = LadderBook(runbook, team)
  }
}

/// What was decided and when to look again. The incident and all that follows from it are one commit.
package struct Plan: Sendable, Hashable {
  /// The incident as it is to be; `version`, `entries` and `pages` are still those of the view: storage raises them.
  package var incident: Incident
  /// To be appended, in order; storage numbers them from the view's `entries`.
  package var entries: [TimelineEntry]
  /// New pages; storage numbers them from the view's `pages`.
  package var pages: [Page]
  /// Pages that have not started and must not start any more.
  package var cancelled: [Int64]
  /// Set where the incident leaves the runbook revision that it was pinned to.
  package var move: Move?

  /// What was stored under the former revision, so that its lines and rungs stay what they were.
  package struct Move: Sendable, Hashable {
    /// The revision that the lines of the timeline so far are of.
    package var from: Int64
    /// Stored pages whose rung has another number in the new ladder, or none, by their identifier.
    package var rungs: [Int64: Int?]

    package init(from: Int64, rungs: [Int64: Int?]) {
      self.from = from
      self.rungs = rungs
    }
  }
  /// Action items that are new or changed.
  package var items: [ActionItem]

  /// Roles whose turn was taken, each as often as it was.
  package var turns: [String]

  package init(
    incident: Incident, entries: [TimelineEntry] = [], pages: [Page] = [], cancelled: [Int64] = [],
    items: [ActionItem] = [], turns: [String] = []
  ) {
    self.items = items
    self.incident = incident
    self.entries = entries
    self.pages = pages
    self.cancelled = cancelled
    self.turns = turns
  }
}

/// Why an act of a person is not carried out; the words are for that person.
package enum Refusal: Error, Sendable, Hashable {
  case alreadyClosed(Incident.Status)
  case stillFiring(Int)
  case unknownSeverity(String, known: [String])
  case empty(String)
  case unknownScenario(String)
  /// The ladder has no step with this index.
  case unknownStep(Int)
  case notResolved(Incident.Status)
  /// The runbook revision that was asked for is not in force.
  case notInForce
  case pinnedAlready
  /// No correction is kept for the incident's alerts.
  case nothingKept
  case unknownRunbook(String, known: [String])
  /// No such promise runs on the incident, or it takes no such answer.
  case unknownClock(String)
  case unknownItem(Int)
  /// A due time that cannot be read.
  case badDue(String)
  case unknownSituation(String, known: [String])
  case severalSituations(String, [String])
  case unknownPerson(String)
  /// A person whom no page can reach.
  case unreachable(String)
  /// Nobody has acknowledged, so there is nothing to hand over.
  case nobodyHasIt
  case hasItAlready(String)
  /// A placeholder of a template still stands in the text.
  case leftOver(String)
  /// A promised time that is over already.
  case promisePassed
  /// No list of the runbook has such a step.
  case unknownCheck(String)
  /// The words fit more than one.
  case severalChecks(String, [String])
  case unknownRole(String, known: [String])
  /// What the runbook asks for before the end is missing; a sentence.
  case notComplete(String)
  /// Nobody who can be called bears that name.
  case unknownTarget(String, known: [String])
  case sameIncident
  /// A private incident is not told to the world.
  case isPrivate
  /// Somebody must be able to see a private incident.
  case lastPerson
  case unknownEntry(Int)
  /// What there may be at most so many of.
  case tooMany(String, Int)
  /// An incident's only alert stays with it.
  case onlyAlert
  case alertIsOver
  /// The incident is not over yet.
  case reviewTooEarly

  package var message: String {
    switch self {
    case .alreadyClosed(let status): "The incident is \(status.rawValue) already."
    case .stillFiring(let count):
      "\(count) \(count == 1 ? "alert still fires" : "alerts still fire"). Give a reason to resolve all the same."
    case .unknownSeverity(let name, let known):
      "The runbook has no severity \(name). It has \(known.joined(separator: ", "))."
    case .empty(let what): "The \(what) is empty."
    case .unknownScenario(let title): "The runbook has no scenario \(title)."
    case .unknownStep: "The ladder of this incident has no such rung."
    case .unknownClock(let key): "No clock \(key) of this incident takes that answer."
    case .badDue(let text): "\(text) is not a date. Write 2026-03-01 or 2026-03-01T12:00Z."
    case .unknownItem(let number): "The incident has no action item \(number) that is open."
    case .notResolved(let status): "The incident is \(status.rawValue), so there is nothing to reopen."
    case .notInForce: "The runbook has changed again since. Look at the changes and decide anew."
    case .nothingKept: "Nothing is kept for these alerts."
    case .unknownRunbook(let name, let known):
      "No runbook in force is called \(name). There is \(known.joined(separator: ", "))."
    case .pinnedAlready: "The incident follows the runbook that is in force already."
    case .unknownSituation(let words, let known):
      known.isEmpty
        ? "The runbook names no situation that would page somebody else."
        : "The runbook has no situation \(words). It has \(known.joined(separator: "; "))."
    case .severalSituations(let words, let found): "\(words) may be \(found.joined(separator: "; or "))."
    case .unknownPerson(let name): "The team file has nobody called \(name)."
    case .unreachable(let name): "\(name) has no contact method in the team file."
    case .nobodyHasIt: "Nobody has acknowledged it yet, so there is nothing to hand over."
    case .hasItAlready(let name): "\(name) has it already."
    case .leftOver(let placeholder): "Still holds \(placeholder)."
    case .reviewTooEarly: "The incident is still open. Resolve it, then publish its review."
    case .promisePassed: "The promised time is over already."
    case .unknownCheck(let words): "The runbook has no step \(words) for this incident."
    case .severalChecks(let words, let found): "\(words) may be \(found.prefix(5).joined(separator: "; or "))."
    case .unknownEntry(let number): "The timeline has no entry \(number)."
    case .tooMany(let what, let most): "There are \(most) \(what) already, which is the most."
    case .isPrivate: "The incident is private: nothing of it is published."
    case .lastPerson: "Somebody must be able to see it."
    case .sameIncident: "That is this incident itself."
    case .onlyAlert: "It has no other alert: this one stays."
    case .alertIsOver: "The alert does not fire any more: it stays where it was."
    case .notComplete(let missing): "\(missing) Give a reason to resolve all the same."
    case .unknownTarget(let name, let known):
      "Nobody is called \(name), or several are. There is \(known.prefix(20).joined(separator: ", "))."
    case .unknownRole(let name, let known):
      "No role is called \(name). There is \(known.joined(separator: ", "))."
    }
  }
}
