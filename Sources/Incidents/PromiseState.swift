/// What has happened to one promise of the runbook in one incident. Kept with the incident, so that each miss is noted
/// once and nobody is reminded twice.
package struct PromiseState: Sendable, Hashable, Codable {
  /// Counted from here instead of the runbook's own start: a person began it, or put it off.
  package var since: Timestamp?
  /// When a person says that it is due.
  package var due: Timestamp?
  package var met: Timestamp?
  package var metBy: String?
  /// The deadline that was last noted on the timeline as passed.
  package var noted: Timestamp?
  /// How many of the moments at which somebody is paged for the present deadline have passed.
  package var paged: Int?

  package init() {}
}
