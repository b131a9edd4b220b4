import Foundation
import Storage
import Synchronization

/// Holds back every commit until it is opened.
final class Gate: Sendable {
  private let isOpen = Mutex(false)
  private let signal = DispatchSemaphore(value: 0)

  /// Opens once `ready` holds.
  func open(when ready: () -> Bool) async throws {
    while !ready() { try await Task.sleep(for: .milliseconds(2)) }
    isOpen.withLock { $0 = true }
    signal.signal()
  }

  func pass() {
    if !isOpen.withLock({ $0 }) { signal.wait() }
  }
}

/// A store that holds back, or fails as told, before it does its work.
final class Faulty: Database {
  private let database: any Database
  private let gate: Gate?
  private let failures: Mutex<[StorageError]>
  private let count = Counter()

  init(_ database: any Database, gate: Gate? = nil, failures: [StorageError] = []) {
    self.database = database
    self.gate = gate
    self.failures = Mutex(failures.reversed())
  }

  var attempts: Int { count.value }

  /// Returns once the first commit has come.
  func begun() async throws {
    while attempts == 0 { try await Task.sleep(for: .milliseconds(2)) }
  }

  func snapshot(_ queries: [(sql: String, arguments: [Value])]) async throws -> [Rows] {
    try await database.snapshot(queries)
  }

  func close() { database.close() }

  func commit(_ statements: [Statement]) throws(StorageError) -> [Outcome] {
    count.raise()
    gate?.pass()
    if let failure = failures.withLock({ $0.popLast() }) { throw failure }
    return try database.commit(statements)
  }
}
