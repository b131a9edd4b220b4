import Foundation
import Testing

/// One runbook with a team, an alert, and what that document demands of the night that follows.
struct Story: Sendable, CustomTestStringConvertible {
  /// A promise with the line that makes it.
  struct Rule: Sendable, Hashable {
    var words: String
    var line: Int?
  }

  /// What a template asks people for, and a line of it once it is filled.
  struct Message: Sendable {
    var asks: [String]
    var says: String
    /// It says when the next one comes where the document sets no time: a person has to promise one.
    var promises = false
  }

  /// How it ends: by ticking everything off, or with a reason since the quiet window is not over.
  enum Ending: Sendable, Hashable {
    case ticked
    /// The quiet window in words, and the line that asks for it.
    case reason(Rule)
  }

  var name: String
  var runbook: URL
  /// Roles of the document and who has them in the team file.
  var team: [String: String]
  var alert: String
  var scenario: String
  var severity: String
  /// The line by which the first person is paged.
  var paged: Int
  /// The role that is taken in the room; without a line the document names none.
  var role: Rule
  /// The first step of the phase that is present; nil where the document has no phases.
  var step: Rule?
  /// A symptom that somebody sees with their own eyes.
  var symptom: Rule
  /// "every 15 min", for people inside or outside; nil: the document promises nothing.
  var cadence: Rule?
  var inside: Message
  var outside: Message
  /// Where it goes once the worst is over, and the cadence there.
  var lower: (severity: String, cadence: Rule?)
  var ending: Ending
  /// A line of the drafted review, in the team's own template.
  var review: String
  /// Where the document says when the review is due.
  var reviewLine: Int?

  var testDescription: String { name }

  static let people = [
    "ana": "Ana Ruiz", "bo": "Bo Lindqvist", "chidi": "Chidi Okafor", "dana": "Dana Weiss", "edda": "Edda Marin",
  ]

  /// The team file; everybody is reached through the receiver at this port.
  func teamFile(sink: UInt16) -> String {
    let people = Self.people.sorted { $0.key < $1.key }.map { id, name in
      "  \(id): { name: \(name), zone: Europe/Madrid, contact: [{ pager: \(id) }] }"
    }
    let roles = team.sorted { $0.key < $1.key }.map { "  \"\($0)\": \($1)" }
    let channel = "  pager: { kind: webhook, url: \"http://127.0.0.1:\(sink)/pages\" }"
    return (["team: Night shift", "people:"] + people + ["channels:", channel, "roles:"] + roles)
      .joined(separator: "\n") + "\n"
  }
}
