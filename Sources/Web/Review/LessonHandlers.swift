import Engine
import HTTPTypes
import Hummingbird
import Incidents

/// The runbook's lesson from one incident: shown, accepted line by line, taken as a patch, a text or a branch.
enum LessonHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    try await page(visit, try await visit.site.lesson(of: try await visit.knownIncident()))
  }

  private static func page(_ visit: Visit, _ state: LessonState, refused: String? = nil) async throws -> Response {
    guard let reader = visit.reader else { throw Failure.broken }
    let accepted = Set(state.hunks.map(\.key).filter { visit.form[$0] == "yes" })
    let view = LessonView(state: state, accepted: accepted, reader: reader, now: visit.now, refused: refused)
    var frame = visit.site.frame(
      "The runbook could learn: \(state.incident.plainHeadline)", place: .reviews, reader: reader)
    frame.toast = visit.query("branch").map { "Branch \($0.prefix(120)) is in the runbook's repository." }
    return Reply.page(
      frame.page { LessonPage.write(view, into: &$0) }, status: refused == nil ? .ok : .unprocessableContent)
  }

  /// Takes what was accepted, in the form that the button names.
  @Sendable static func take(_ visit: Visit) async throws -> Response {
    let state = try await visit.site.lesson(of: try await visit.knownIncident())
    guard let patch = state.patch({ visit.form[$0] == "yes" }), !patch.hunks.isEmpty else {
      return try await page(
        visit, state, refused: "No change is accepted yet. Tick those that the runbook should take over.")
    }
    switch visit.form["do"] {
    case "text": return Reply.text(LessonWords.request(state, patch))
    case "branch":
      do {
        let name = try await branch(visit.context.acts, state, patch, by: visit.actor, author: visit.reader?.name ?? "")
        return Reply.seeOther(Address.act("lesson", on: state.incident) + "?branch=" + Percent.encode(name))
      } catch let refusal as BranchRefusal {
        return try await page(visit, state, refused: refusal.words)
      }
    default:
      var response = Reply.bytes(Array(patch.unified.utf8), type: "text/x-diff; charset=utf-8")
      response.headers[.contentDisposition] = "attachment; filename=\"\(state.incident.name.filter(isPlain)).patch\""
      return response
    }
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "_")
  }

  static func branch(
    _ acts: any Acts, _ state: LessonState, _ patch: LessonPatch, by actor: String, author: String
  ) async throws -> String {
    let name = try await acts.branch(
      LessonBranch(
        runbook: state.shelved.name, incident: state.incident.name,
        files: patch.changed.map { .init(path: $0.path, before: $0.before, after: $0.after) },
        message: LessonWords.subject(state) + "\n\n" + LessonWords.body(state, patch), author: author))
    let count = Words.count(patch.hunks.count, "change")
    try await acts.note(
      state.incident.id, text: "\(count) for the runbook on the branch \(name)", by: actor)
    return name
  }
}

/// A change to a runbook that is to become a branch of its own in the runbook's repository.
package struct LessonBranch: Sendable {
  package struct File: Sendable {
    /// Inside the runbook's folder.
    package var path: String
    package var before: String
    package var after: String
  }

  /// Path of the runbook as the server was given it.
  package var runbook: String
  package var incident: String
  package var files: [File]
  package var message: String
  package var author: String
}

/// Why no branch was made, in words for people.
package struct BranchRefusal: Error, Sendable, Hashable {
  package var words: String
  package init(_ words: String) { self.words = words }
}

extension Acts {
  package func branch(_ wish: LessonBranch) async throws -> String {
    throw BranchRefusal("This server has no repository of the runbook. Take the patch.")
  }
}
