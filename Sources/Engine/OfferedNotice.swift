import Incidents
import Runbooks

/// A legal notice of the document that does not run on an incident, and that a person may begin.
package struct OfferedNotice: Sendable, Hashable {
  package var notice: LegalNotice
  /// What `Engine.answer` takes with `start`.
  package var key: String

  package static func of(_ view: IncidentView) -> [OfferedNotice] {
    let deadlines = Deadlines(view.incident, view.policy, [], pages: [], items: view.items)
    return deadlines.offeredNotices.map { OfferedNotice(notice: $0, key: PromiseKey.notice($0.line)) }
  }
}
