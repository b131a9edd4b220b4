import Crypto
import Engine
import Foundation
import Hummingbird
import Incidents
import Storage

/// Everything of an incident in one archive, with the digest of each file.
enum ExportHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    guard let incident = try await visit.incident() else { throw Failure.notFound }
    return try await archive(incident, visit)
  }

  @Sendable static func give(_ visit: Visit) async throws -> Response {
    try await archive(try await APIHandlers.incident(visit), visit)
  }

  private static func archive(_ incident: Incident, _ visit: Visit) async throws -> Response {
    let folder = Attachment.plainName(incident.name)
    var files = try await papers(incident, visit)
    for file in try await visit.context.database.read(AttachmentQueries.of(incident.id)) {
      let found = try await visit.context.database.read(AttachmentQueries.bytes(file.id, of: incident.id)).first
      if let found { files.append(("files/\(file.id)-\(file.name.filter(\.isASCII).suffix(50))", found.bytes)) }
    }
    let sums = files.map { "\(SHA256.hash(data: $0.bytes).map { padded(hex: $0) }.joined())  \($0.name)" }
    files.append(("SHA256SUMS", Array((sums.joined(separator: "\n") + "\n").utf8)))
    var tar = Tar()
    for (name, bytes) in files { tar.add("\(folder)/\(name)", bytes, seconds: visit.now.seconds) }
    tar.finish()
    return Reply.download(tar.bytes, named: "\(folder).tar")
  }

  private static func papers(_ incident: Incident, _ visit: Visit) async throws -> [(name: String, bytes: [UInt8])] {
    let watched = try await visit.site.watched(incident.id)
    let (timeline, pages, alerts, runs, updates) = try await visit.context.database.read(
      TimelineQueries.of(incident.id), PageQueries.of(incident.id), AlertQueries.of(incident.id),
      RunQueries.of(incident.id), PublicQueries.updates(of: incident.id))
    let review = ReviewDraft.markdown(
      watched.incident, timeline: timeline, pages: pages, alerts: alerts, runbook: watched.runbook, team: watched.team)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let said = updates.map { ["at": rfc3339($0.at), "state": $0.state.rawValue, "title": $0.title, "text": $0.text] }
    return [
      ("incident.json", Array(try encoder.encode(try await APIHandlers.whole(incident.id, visit)))),
      ("timeline.txt", Array(record(timeline, watched).utf8)), ("review.md", Array(review.utf8)),
      ("runbook.md", Array((watched.runbook.lines.joined(separator: "\n") + "\n").utf8)),
      ("commands.txt", Array(runs.reversed().map { record($0, watched) }.joined(separator: "\n").utf8)),
      ("published.json", Array(try encoder.encode(said))),
    ]
  }

  private static func record(_ entries: [TimelineEntry], _ watched: Watched) -> String {
    entries.map { entry in
      let line = entry.line.map { " (runbook L\($0))" } ?? ""
      let who = entry.kind.isSaid ? "\(watched.name(entry.actor) ?? entry.actor): " : ""
      let detail = entry.detail.isEmpty ? "" : " — \(entry.detail)"
      return "\(rfc3339(entry.at)) \(who)\(entry.text)\(detail)\(line)\n"
    }.joined()
  }

  private static func record(_ run: CommandRun, _ watched: Watched) -> String {
    """
    \(rfc3339(run.started)) \(watched.name(run.actor) ?? run.actor) on \(run.host.isEmpty ? "own machine" : run.host), \
    exit \(run.exit)
    $ \(run.command)
    \(run.output)

    """
  }
}
