/// Something that somebody changed: a deployment, a flag. It never opens or pages; it is shown beside an incident that
/// begins soon after.
package struct ChangeEvent: Sendable, Hashable, Codable {
  package var summary: String
  package var source: String
  /// The sender's own time, where it gave one.
  package var at: Timestamp?
  /// The first link to show to people, or empty.
  package var url: String

  package init(summary: String, source: String = "", at: Timestamp? = nil, url: String = "") {
    self.summary = summary
    self.source = source
    self.at = at
    self.url = url
  }
}
