import Engine
import Incidents
import Storage

/// Keeping and publishing texts.
struct ReviewDesk {
  let context: WebContext
  let state: ReviewState
  let actor: String
  let now: Timestamp

  /// Somebody else kept a version since this one was opened.
  struct Overtaken: Error {}

  /// Keeps a text as the next version after `base`; nothing where it says the same. Throws `Refusal`, `Overtaken`.
  func keep(_ text: String, after base: Int) async throws {
    let text = try checked(text, base)
    guard text != state.text else { return }
    try await adding(versions(text, isPublished: false)) { _ = try await context.write([ReviewStatements.add($0)]) }
  }

  /// Declares the text that stands to be the review. Throws `Refusal` while places are left, and `Overtaken`.
  func publish(after base: Int) async throws {
    let text = try checked(state.text, base)
    if let blank = ReviewBlanks.find(text).first { throw Refusal.leftOver("[\(blank.name)]") }
    try await adding(versions(text, isPublished: true)) {
      try await context.acts.publishReview(state.incident.id, $0, by: actor)
    }
  }

  private func checked(_ text: String, _ base: Int) throws -> String {
    guard base == state.number else { throw Overtaken() }
    let text = text.replacing("\r\n", with: "\n")
    guard text.contains(where: { !$0.isWhitespace }) else { throw Refusal.empty("review") }
    guard text.utf8.count <= Engine.longestReview else { throw Failure.tooLarge(Engine.longestReview) }
    return text
  }

  /// The draft is kept as it was before the first change to it, so that the change can be seen.
  private func versions(_ text: String, isPublished: Bool) -> [ReviewVersion] {
    let id = state.incident.id
    let new = ReviewVersion(
      incident: id, number: state.number + 1, at: now, actor: actor, isPublished: isPublished, text: text)
    guard state.number == 0, text != state.text else { return [new] }
    let draft = ReviewVersion(incident: id, number: 1, at: now, actor: TimelineEntry.tocsin, text: state.text)
    var next = new
    next.id = RowID.make(incident: id, number: 2)
    return [draft, next]
  }

  private func adding(_ versions: [ReviewVersion], _ write: ([ReviewVersion]) async throws -> Void) async throws {
    do {
      try await write(versions)
    } catch StorageError.violates {
      throw Overtaken()
    }
  }
}
