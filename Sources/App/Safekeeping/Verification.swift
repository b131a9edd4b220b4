import Incidents
import SQLiteDriver
import Storage

/// What a look through a whole store found.
package struct Verification: Sendable, Codable, Hashable {
  package var schema: Int
  package var incidents: Int
  package var open: Int
  package var pages: Int
  package var alerts: Int
  package var timelineEntries: Int
  /// How many of them the chain vouches for; the newest seconds are sealed by and by.
  package var sealed: Int
  /// When it was made, where it is a backup.
  package var backupTaken: String?
  /// In sentences; empty where everything holds.
  package var problems: [String]

  /// Looks through a store's file, also beside the server that lives on it. Throws `StartError` where it is none.
  package static func of(file: String, now: Timestamp) async throws -> Verification {
    let reader: SQLiteReader
    do { reader = try SQLiteReader(file: file) } catch { throw StartError("\(error)") }
    defer { reader.close() }
    return try await of(reader, name: file, now: now)
  }

  static func of(_ reader: SQLiteReader, name: String, now: Timestamp) async throws -> Verification {
    let damage = await reader.damage()
    do {
      let schema = try await Schema.found(in: reader)
      guard schema > 0 else { throw StartError("\(name) holds no store of Tocsin.") }
      guard schema <= Schema.version else { throw SchemaError.newer(found: schema, known: Schema.version) }
      return try await look(reader, schema, damage, now)
    } catch let error as StartError {
      throw error
    } catch let error as SchemaError {
      throw StartError("\(error)")
    } catch {
      guard let first = damage.first else { throw StartError("\(name) cannot be read as a store of Tocsin: \(error)") }
      throw StartError("\(name) is damaged: \(first)")
    }
  }

  private static func look(
    _ reader: SQLiteReader, _ schema: Int, _ damage: [String], _ now: Timestamp
  ) async throws -> Verification {
    let (counts, taken) = try await reader.read(StoreCounts.query, RecoveryQueries.taken)
    guard let counts = counts.first else { throw StorageError.broken("the store does not answer") }
    let chain = try await TimelineChain.check(reader)
    let faults = Soundness.faults(late: now)
    let unclocked = try await reader.read(faults.0)
    let problems =
      damage.map { "SQLite: \($0)" } + chain.problems.map { "Timeline: \($0)" }
      + unclocked.map { "Incident \($0.what) is open and nothing would ever page anybody." }
      + (try await unreadable(reader))
    return Verification(
      schema: schema, incidents: counts.incidents, open: counts.open, pages: counts.pages, alerts: counts.alerts,
      timelineEntries: counts.entries, sealed: chain.sealed, backupTaken: taken.first.map { CivilTime($0).rfc3339 },
      problems: problems)
  }

  /// Rows that this build cannot read: each open incident as the engine reads it.
  private static func unreadable(_ reader: SQLiteReader) async throws -> [String] {
    var (problems, last): ([String], Int64) = ([], 0)
    while problems.count < 20 {
      let open = try await reader.read(IncidentQueries.openCauses(after: last, limit: 1_000))
      guard let end = open.last else { break }
      last = end.incident
      for cause in open {
        do { _ = try await reader.view(cause.incident) } catch {
          problems.append("Incident \(cause.name) cannot be read: \(error)")
        }
      }
    }
    return problems
  }
}
