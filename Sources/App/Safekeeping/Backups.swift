import Foundation
import Incidents
import SQLiteDriver
import Storage

/// Copies of a data folder's store, made beside the running server, and put back.
package enum Backups {
  /// Makes a backup of the store in `data`, looks through it, and only then gives it its name. The server goes on
  /// meanwhile. Throws `StartError`.
  package static func make(of data: String, as file: String, now: Timestamp) async throws -> Verification {
    let made = file + ".part"
    try? FileManager.default.removeItem(atPath: made)
    do {
      let reader = try SQLiteReader(file: StoreFiles.path(in: data))
      defer { reader.close() }
      try reader.copy(to: made, also: RecoveryStatements.mark(taken: now))
      let found = try await Verification.of(file: made, now: now)
      guard found.problems.isEmpty else {
        throw StartError("The copy is not sound, so it is not kept. \(found.problems.joined(separator: "\n"))")
      }
      try StoreFiles.publish(made, as: file)
      return found
    } catch {
      try? FileManager.default.removeItem(atPath: made)
      throw error as? StartError ?? StartError("\(error)")
    }
  }

  /// Puts a backup into a data folder that no server has open. Returns what it holds, and where the store went that
  /// was there; that one is kept. Throws `StartError`, and then nothing has changed.
  package static func restore(
    _ file: String, into data: String, replacing: Bool, now: Timestamp
  ) async throws -> (found: Verification, kept: String?) {
    do {
      let reader = try SQLiteReader(file: file)
      defer { reader.close() }
      let found = try await Verification.of(reader, name: file, now: now)
      guard found.problems.isEmpty else {
        throw StartError("\(file) is not restored. \(found.problems.joined(separator: "\n"))")
      }
      // A copy made by other means does not say when it was made; it is held back all the same.
      let mark = found.backupTaken == nil ? RecoveryStatements.mark(taken: modified(file) ?? now) : []
      let aside = replacing ? "before-\(CivilTime(now).rfc3339.replacing(":", with: ""))" : nil
      return (found, try StoreFiles.install(reader, in: data, also: mark, aside: aside))
    } catch {
      throw error as? StartError ?? StartError("\(error)")
    }
  }

  private static func modified(_ file: String) -> Timestamp? {
    let date = try? FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
    return date.map { Timestamp(microseconds: Int64($0.timeIntervalSince1970 * 1_000_000)) }
  }
}
