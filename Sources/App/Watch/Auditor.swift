import Incidents
import PostgresDriver
import SQLiteDriver
import Storage

/// Proves from outside the loops that nothing is forgotten: it has a connection of its own, on which nobody else can
/// keep it waiting, and ends its look after a few seconds whatever happens.
struct Auditor: Sendable {
  /// A connection for one look, and what breaks off a read on it.
  typealias Look = (reader: any Database, interrupt: @Sendable () -> Void)

  private let open: @Sendable () throws -> Look
  let limit: Duration

  init(file: String, limit: Duration) {
    self.limit = limit
    open = {
      let reader = try SQLiteReader(file: file)
      return (reader, { reader.interrupt() })
    }
  }

  /// A PostgreSQL store: a look gives up by itself on a server that is silent.
  init(database address: String, limit: Duration) {
    self.limit = limit
    let patience = Int(limit.components.seconds)
    open = { (try PostgresDatabase(address, patience: patience), {}) }
  }

  /// What is wrong, in sentences; empty where every open incident has its next moment and all that was due by `late`
  /// was served. Throws where it could not be looked at in time.
  func look(late: Timestamp) async throws -> [String] {
    let (reader, interrupt) = try open()
    defer { reader.close() }
    return try await withThrowingTaskGroup(of: [String].self) { tasks in
      tasks.addTask {
        let faults = Soundness.faults(late: late)
        let found = try await reader.read(faults.0, faults.1, faults.2, faults.3)
        return Self.words(found.0 + found.1 + found.2 + found.3)
      }
      tasks.addTask { [limit] in
        try await Task.sleep(for: limit)
        interrupt()
        throw StorageError.unavailable("the store did not answer within \(limit)")
      }
      defer { tasks.cancelAll() }
      return try await tasks.next() ?? []
    }
  }

  /// One sentence a kind, with the first and the number of the others.
  static func words(_ faults: [Soundness.Fault]) -> [String] {
    let kinds: [(Soundness.Fault.Kind, String)] = [
      (.unclocked, "is open and nothing would ever page anybody"), (.unserved, "was due and nobody looked at it"),
      (.unsent, "was due and has not started"), (.stuck, "started and has no outcome"),
    ]
    return kinds.compactMap { kind, words in
      let some = faults.filter { $0.kind == kind }
      guard let first = some.first else { return nil }
      let what = kind == .unsent || kind == .stuck ? "Page" : "Incident"
      let more = some.count > 1 ? ", and \(some.count - 1) more" : ""
      return "\(what) \(first.what)\(more): \(words) since \(CivilTime(first.since).rfc3339)."
    }
  }
}
