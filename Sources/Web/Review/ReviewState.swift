import Engine
import Incidents
import Runbooks
import Storage

/// The review of one incident as it stands: the text that was kept last, else the draft out of the record.
struct ReviewState: Sendable {
  var watched: Watched
  var text: String
  /// Number of the version shown; 0 = the draft, which nobody has kept yet.
  var number: Int
  /// Every version without its text, the newest first.
  var versions: [ReviewVersion]
  var figures: ReviewFigures
  var timeline: [TimelineEntry]
  var runs: [CommandRun]
  var changes: [ChangeEvent]

  var incident: Incident { watched.incident }
  var latest: ReviewVersion? { versions.first }
  /// The version that was declared to be the review last.
  var published: ReviewVersion? { versions.first(where: \.isPublished) }
  var blanks: [ReviewBlank] { ReviewBlanks.find(text) }
}

extension Site {
  func review(of incident: Incident) async throws -> ReviewState {
    let watched = try await watched(incident.id)
    let end = incident.resolvedAt ?? context.now()
    let (timeline, pages, alerts, runs, latest, heads, changes) = try await context.database.read(
      TimelineQueries.of(incident.id, limit: 5_000), PageQueries.of(incident.id), AlertQueries.of(incident.id),
      RunQueries.of(incident.id), ReviewQueries.latest(incident.id), ReviewQueries.heads(incident.id),
      ChangeQueries.between(incident.opened - .hours(2), end))
    let text =
      latest.first?.text
      ?? ReviewDraft.markdown(
        watched.incident, timeline: timeline, pages: pages, alerts: alerts, runbook: watched.runbook,
        team: watched.team, runs: runs, items: watched.view.items)
    return ReviewState(
      watched: watched, text: text, number: latest.first?.number ?? 0, versions: heads,
      figures: ReviewFigures(watched.incident, timeline: timeline, pages: pages, policy: watched.view.policy),
      timeline: timeline, runs: runs, changes: changes)
  }
}
