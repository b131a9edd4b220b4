/// What the document says of a page that nobody answers, or of an answer that nothing follows.
package struct AnswerRule: Sendable, Hashable {
  package var minutes: Double
  /// Names of the severities it is for; empty = all.
  package var severities: [String]
  /// "Every 5 minutes until acknowledged" instead of once.
  package var isRepeated: Bool
  package var line: Int

  package init(minutes: Double, severities: [String] = [], isRepeated: Bool = false, line: Int) {
    self.minutes = minutes
    self.severities = severities
    self.isRepeated = isRepeated
    self.line = line
  }
}
