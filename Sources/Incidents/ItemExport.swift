/// An action item's way into a tracker. One row an item, so that no item becomes two issues.
package struct ItemExport: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, Codable {
    /// A try began; where the server ended meanwhile, nobody knows its outcome.
    case sending
    case sent, failed, unknown
  }

  /// The action item's identifier.
  package var item: Int64
  package var tracker: String
  package var status: Status
  /// "#12", "OPS-12"; empty while there is none.
  package var reference: String
  package var url: String
  /// What was said last, one line.
  package var evidence: String
  package var attempts: Int
  /// When a try that is under way is over at the latest.
  package var due: Timestamp
  package var askedBy: String

  package init(item: Int64, tracker: String, due: Timestamp, askedBy: String) {
    self.item = item
    self.tracker = tracker
    self.due = due
    self.askedBy = askedBy
    status = .sending
    reference = ""
    url = ""
    evidence = ""
    attempts = 1
  }
}
