import Engine
import Incidents
import Logging
import Runbooks
import Storage
import Web

/// Who asks that the files be read again: a signal, or the files themselves. Requests that come while one is served
/// are one.
struct Rereading: Sendable {
  let requests: AsyncStream<Void>
  private let asked: AsyncStream<Void>.Continuation

  init() { (requests, asked) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

  func ask() { asked.yield() }
  func stop() { asked.finish() }
}

extension House {
  /// Says first what changed while the server was down, then serves every request.
  func reread() async {
    await tellOfChanges()
    for await _ in rereading.requests { await reload() }
  }

  /// Reads runbooks and team file again. What cannot be read changes nothing and is said on every screen.
  func reload() async {
    do {
      try await shelf.load(
        write: { try await decisions.writer.submit($0) }, newID: { ids.next() }, now: clock.now())
      connectChannels()
      try await applyRules()
      warnOfHoles()
      logger.notice("runbook and team file were read again")
      await tellOfChanges()
    } catch {
      let words = Trouble(error, names: options.runbooks, since: shelf.current().map(\.readAt).max()).words
      shelf.note(trouble: words)
      logger.error("the change cannot be read; what was read before stays in force", metadata: ["error": "\(error)"])
    }
  }

  /// Open incidents whose runbook has changed are told what changed, once for each change.
  func tellOfChanges() async {
    for shelved in shelf.current() {
      do {
        guard try await isNews(shelved) else { continue }
        try await tell(shelved)
        try await decisions.writer.submit([SettingStatements.set(Self.inForce(shelved), Array("\(shelved.id)".utf8))])
      } catch {
        logger.error(
          "open incidents could not be told of a change", metadata: ["runbook": "\(shelved.name)", "error": "\(error)"])
      }
    }
  }

  private static func inForce(_ shelved: ShelvedRunbook) -> String { "runbook:\(shelved.name)" }

  private func isNews(_ shelved: ShelvedRunbook) async throws -> Bool {
    let told = try await store.database.read(SettingQueries.value(Self.inForce(shelved))).first
    return told.map { String(decoding: $0, as: UTF8.self) } != String(shelved.id)
  }

  private func tell(_ newer: ShelvedRunbook) async throws {
    guard let policy = try await shelf.policy(newer.id) else { return }
    let revision = Revision(id: newer.id, read: newer.readAt, policy: policy)
    var last: Int64 = 0
    while case let part = try await store.database.read(IncidentQueries.openPins(after: last)), !part.isEmpty {
      for pin in part where pin.runbook != newer.id {
        guard let pinned = try await shelf.revision(pin.runbook), shelf.successor(of: pinned)?.id == newer.id else {
          continue
        }
        try await decisions.decide(pin.incident) { view, now in
          Engine.runbookChanged(view, pinned: pinned.readAt, to: revision, now: now)
        }
      }
      last = part.last?.incident ?? .max
    }
  }
}
