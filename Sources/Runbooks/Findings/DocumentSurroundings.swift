/// What lies around a runbook and the reading cannot know: other files, their headings, the history of this one.
///
/// The rules stay pure: the command looks things up and passes the answers in.
package struct DocumentSurroundings: Sendable {
  /// Whether a path, relative to the runbook's folder or to the repository's root, leads to something.
  package var exists: @Sendable (String) -> Bool
  /// The anchors of another Markdown file, or nil where it cannot be read.
  package var anchors: @Sendable (String) -> Set<String>?
  /// `YYYY-MM-DD` of the last change in the history, or nil where there is none.
  package var changedOn: String?
  /// Where the first damaged letter stands in the file as it is stored.
  package var damage: Damage?
  /// Names of the repository's alert rules, lower-cased; nil where it holds none.
  package var alertNames: Set<String>?
  /// Addresses that did not answer, with the reason; nil where nobody asked them.
  package var unreachable: [String: WebComplaint]?
  /// Names of the places whose value the team file gives.
  package var values: Set<String> = []
  /// Whether every command has to carry a mark.
  package var isStrict = false
  /// The times that commands were run; nil where no server was asked.
  package var runs: RunRecord?

  /// The place of a damaged letter, both numbers from 1.
  package struct Damage: Sendable, Hashable {
    package var line: Int
    package var column: Int
  }

  package init(
    exists: @escaping @Sendable (String) -> Bool, anchors: @escaping @Sendable (String) -> Set<String>?,
    changedOn: String? = nil, damage: Damage? = nil
  ) {
    self.exists = exists
    self.anchors = anchors
    self.changedOn = changedOn
    self.damage = damage
  }
}
