import Engine
import Foundation
import Hummingbird
import Incidents

/// The runbook's lesson for programs.
enum APILesson {
  private struct HunkJSON: Encodable {
    var key: String
    var kind: String
    var line: Int
    var old: [String]
    var new: [String]
    var why: String
    var at: String?
  }

  private struct LessonJSON: Encodable {
    var incident: String
    var runbook: String
    var changes: [HunkJSON]
    /// All of them as a unified diff.
    var patch: String
    var branch: String?

    init(_ state: LessonState, _ patch: LessonPatch?, branch: String? = nil) {
      (incident, runbook, self.branch) = (state.incident.name, state.shelved.fileName, branch)
      changes = state.hunks.map {
        HunkJSON(
          key: $0.key, kind: $0.kind.rawValue, line: $0.line, old: $0.old, new: $0.new, why: $0.why,
          at: $0.at.map(rfc3339))
      }
      self.patch = patch?.unified ?? ""
    }
  }

  @Sendable static func show(_ visit: Visit) async throws -> Response {
    let state = try await visit.site.lesson(of: try await APIHandlers.incident(visit))
    return try Reply.json(LessonJSON(state, state.patch { _ in true }))
  }

  private struct Wish: Decodable {
    /// Keys of the changes that are accepted.
    var accept: [String]
    /// Whether they become a branch in the runbook's repository.
    var branch: Bool?
    var actor: String?
  }

  @Sendable static func take(_ visit: Visit) async throws -> Response {
    guard let wish = try? JSONDecoder().decode(Wish.self, from: visit.json) else {
      throw Failure.bad("accept: expected a list of keys.")
    }
    let state = try await visit.site.lesson(of: try await APIHandlers.incident(visit))
    let known = Set(state.hunks.map(\.key))
    if let stranger = wish.accept.first(where: { !known.contains($0) }) {
      throw Failure.refused("accept: there is no change \(stranger.prefix(60)).")
    }
    guard let patch = state.patch(wish.accept.contains), !patch.hunks.isEmpty else {
      throw Failure.refused("accept: names no change.")
    }
    var branch: String?
    if wish.branch == true {
      let who = try await APIHandlers.actor(wish.actor, visit)
      do {
        branch = try await LessonHandlers.branch(visit.context.acts, state, patch, by: who, author: who)
      } catch let refusal as BranchRefusal {
        throw Failure(.conflict, "refused", Notice(title: "Not done", words: refusal.words, link: nil))
      }
    }
    return try Reply.json(LessonJSON(state, patch, branch: branch))
  }
}
