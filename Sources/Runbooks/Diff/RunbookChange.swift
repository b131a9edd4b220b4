/// One thing that a new revision of a runbook says otherwise, in words for people, with the lines of both revisions.
package struct RunbookChange: Sendable, Hashable {
  /// "P1 ladder: rung 2 (Secondary) after 15 → 20 min"
  package var text: String
  /// The line of the former revision; nil where it says nothing of the kind.
  package var before: Int?
  /// The line of the new revision; nil where it says it no more.
  package var after: Int?

  package init(_ text: String, before: Int?, after: Int?) {
    self.text = text
    self.before = before
    self.after = after
  }
}
