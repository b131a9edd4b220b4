import Engine
import Incidents
import Runbooks
import Storage

/// What an incident says about the runbook, with the files that it would change.
struct LessonState: Sendable {
  var incident: Incident
  var mark: SeverityMark
  /// The revision in force, which the change is for.
  var shelved: ShelvedRunbook
  var document: LessonDocument?
  var hunks: [LessonHunk]

  /// Those that somebody accepted, by their keys.
  func patch(_ accepted: (String) -> Bool) -> LessonPatch? {
    document.map { LessonPatch($0, hunks.filter { accepted($0.key) }) }
  }
}

extension Site {
  func lesson(of incident: Incident) async throws -> LessonState {
    let state = try await review(of: incident)
    let pinned = state.watched.shelved
    let shelved = context.shelf.successor(of: pinned) ?? pinned
    let (revisions, pages, alerts) = try await context.database.read(
      RunbookQueries.byId(shelved.id), PageQueries.of(state.incident.id), AlertQueries.of(state.incident.id))
    let document = revisions.first.flatMap { Self.document($0, shelved) }
    let hunks = document.map { document in
      Lesson(
        state.incident, timeline: state.timeline, pages: pages, alerts: alerts, runs: state.runs,
        team: state.watched.team, pinned: pinned.runbook, runbook: shelved.runbook, document: document,
        now: context.now()
      ).hunks
    }
    return LessonState(
      incident: state.incident, mark: state.watched.mark, shelved: shelved, document: document, hunks: hunks ?? [])
  }

  /// The revision's files as their bytes have them; nil where their lines are not those that the reading counted.
  private static func document(_ revision: RunbookRevision, _ shelved: ShelvedRunbook) -> LessonDocument? {
    guard let files = revision.files else {
      let name = revision.path.split(separator: "/").last.map(String.init) ?? revision.path
      return LessonDocument([(path: name, bytes: revision.source, firstLine: 1)])
    }
    var sources: [(path: String, bytes: [UInt8], firstLine: Int)] = []
    var rest = revision.source[...]
    for file in files.files {
      let length = min(max(0, file.length), rest.count)
      guard let part = shelved.runbook.parts.first(where: { $0.file == file.path }) else { return nil }
      sources.append((file.path, Array(rest.prefix(length)), part.firstLine))
      rest = rest.dropFirst(length)
    }
    return LessonDocument(sources.sorted { $0.firstLine < $1.firstLine })
  }
}

/// The words that go with a change: of its commit, or of a request to merge it.
enum LessonWords {
  static func subject(_ state: LessonState) -> String { "Runbook: what \(state.incident.name) taught" }

  /// One item a change: its line and its reason.
  static func body(_ state: LessonState, _ patch: LessonPatch) -> String {
    let citation = Citation(state.shelved)
    let rows = patch.hunks.map { hunk -> String in
      let at = hunk.at.map { " (\(Words.moment($0)))" } ?? ""
      return "- \(citation.label(hunk.line)): \(MarkdownText.inert(hunk.why, limit: 400))\(at)"
    }
    return "\(MarkdownText.inert(state.incident.title)) (\(state.incident.severity)).\n\n"
      + rows.joined(separator: "\n") + "\n"
  }

  /// Title, blank line, text, as the forms of code hosts take it.
  static func request(_ state: LessonState, _ patch: LessonPatch) -> String {
    "\(subject(state))\n\n\(body(state, patch))\n~~~~diff\n\(patch.unified)~~~~\n"
  }
}
