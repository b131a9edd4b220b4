import Glibc
import Incidents
import SQLiteDriver
import Storage

extension Probe {
  /// Writes until files may grow no more, then looks, then gets room again and goes on: all in one process.
  static func fill(_ database: SQLiteDatabase, limit: Int) async throws {
    setFileLimit(UInt(limit))
    var durable = 0
    var refusal: StorageError?
    while refusal == nil, durable < 100_000 {
      do throws(StorageError) {
        let row = SettingStatements.set("row-\(durable)", Array(repeating: 7, count: 8_000))
        _ = try database.commit([row])
        durable += 1
      } catch { refusal = error }
    }
    say("refused after \(durable): \(refusal.map { "\($0)" } ?? "nothing")")
    say("rows \(try await count(database))")
    setFileLimit(.max)
    _ = try database.commit([SettingStatements.set("after", [1])])
    say("rows \(try await count(database))")
  }

  private static func count(_ database: SQLiteDatabase) async throws -> Int {
    try await database.read(
      Query("SELECT count(*) FROM setting") { row throws(StorageError) in try row.count(0) }
    ).first ?? -1
  }

  private static func setFileLimit(_ bytes: UInt) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(1), &limit)
    limit.rlim_cur = bytes
    setrlimit(__rlimit_resource_t(1), &limit)
  }
}
