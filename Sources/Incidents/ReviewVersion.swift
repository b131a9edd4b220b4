/// One state of a review's text. Versions are added and never changed, so that everybody sees who wrote what and when.
package struct ReviewVersion: Sendable, Hashable {
  /// `RowID` of its incident and number.
  package var id: Int64
  package var at: Timestamp
  /// A person's identifier, or `Tocsin` for the draft out of the record.
  package var actor: String
  /// This text was declared to be the review.
  package var isPublished: Bool
  /// Markdown.
  package var text: String

  package init(incident: Int64, number: Int, at: Timestamp, actor: String, isPublished: Bool = false, text: String) {
    id = RowID.make(incident: incident, number: number)
    self.at = at
    self.actor = actor
    self.isPublished = isPublished
    self.text = text
  }

  package var incident: Int64 { RowID.incident(of: id) }
  /// Its number inside the incident, from 1.
  package var number: Int { Int(id & (Int64(RowID.limit) - 1)) }
}
