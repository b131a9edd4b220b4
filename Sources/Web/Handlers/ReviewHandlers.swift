import Engine
import Hummingbird
import Incidents
import Storage

/// The first draft of a review.
enum ReviewHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    let (watched, markdown) = try await draft(visit)
    let review = watched.runbook.review
    let clock = watched.clocks.first { $0.kind == .reviewDue }
    let view = ReviewView(
      incident: watched.incident, mark: watched.mark, markdown: markdown, due: clock?.due,
      dueLine: clock?.line ?? review.deadlineLine ?? review.line, now: visit.now, citation: watched.citation,
      agenda: review.agenda.map { ($0.title, $0.minutes, $0.line) })
    let frame = visit.site.frame(
      "Review draft: \(watched.incident.headline)", place: .incidents, reader: visit.reader)
    return Reply.page(frame.page { ReviewPage.write(view, into: &$0) })
  }

  @Sendable static func markdown(_ visit: Visit) async throws -> Response {
    let (_, markdown) = try await draft(visit)
    return Reply.bytes(Array(markdown.utf8), type: "text/markdown; charset=utf-8")
  }

  private static func draft(_ visit: Visit) async throws -> (Watched, String) {
    guard let incident = try await visit.incident() else { throw Failure.notFound }
    let watched = try await visit.site.watched(incident.id)
    let (timeline, pages, alerts) = try await visit.context.database.read(
      TimelineQueries.of(incident.id, limit: 5_000), PageQueries.of(incident.id), AlertQueries.of(incident.id))
    let markdown = ReviewDraft.markdown(
      watched.incident, timeline: timeline, pages: pages, alerts: alerts, runbook: watched.runbook, team: watched.team)
    return (watched, markdown)
  }
}
