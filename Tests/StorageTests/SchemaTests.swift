import Foundation
import Incidents
import SQLiteDriver
import Storage
import Testing

@Suite struct SchemaTests {
  @Test func aNewFolderGetsTheNewestSchemaAndOpensAgain() async throws {
    try await withFolder { folder in
      for expected in [0, Schema.version] {
        let database = try SQLiteDatabase.open(folder)
        #expect(try await Schema.migrate(database, now: night) == expected)
        if expected == 0 { try database.seed(1) }
        #expect(try await database.read(IncidentQueries.byId(1)).first?.title == "Checkout is slow")
        database.close()
      }
    }
  }

  @Test func aNewerSchemaIsRefusedAndLeftAlone() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase.open(folder)
      defer { database.close() }
      try await Schema.migrate(database, now: night)
      _ = try database.commit([Statement("INSERT INTO schema_version (version, applied) VALUES (99, 0)", [[]])])
      let error = await #expect(throws: SchemaError.self) { try await Schema.migrate(database, now: night) }
      #expect(error == .newer(found: 99, known: Schema.version))
      #expect(error?.description.contains("restore a backup") == true)
    }
  }

  @Test func hotReadsUseTheirIndexes() async throws {
    try await withSQLiteStore { database in
      let plans: [(String, [Value], String)] = [
        (IncidentQueries.due(night, limit: 9).sql, [.int(0), .int(9)], "incident_due"),
        (IncidentQueries.open().sql, [.int(9)], "incident_open_cause"),
        (IncidentQueries.named(prefix: "I").sql, [.text("a"), .text("b")], "incident_name"),
        (PageQueries.due(night, limit: 9).sql, [.int(0), .int(9)], "page_due"),
        (PageQueries.lanes.sql, [], "page_due (status=? AND channel=?)"),
        (IncidentQueries.earliestDue.sql, [], "incident_due"),
        (AlertQueries.of(1).sql, [.int(1), .int(9)], "alert_incident"),
        (AlertQueries.counts(of: 1).sql, [.int(1)], "COVERING INDEX alert_incident"),
        (AlertQueries.someSilenced.sql, [], "alert_silenced"),
        (AlertQueries.firingKeys.sql, [], "alert_firing"),
        (PageQueries.of(1).sql, [.int(0), .int(1)], "INTEGER PRIMARY KEY"),
        (TimelineQueries.of(1).sql, [.int(0), .int(1), .int(9)], "INTEGER PRIMARY KEY"),
        (
          Claims.claim(due: night, limit: 1, until: night, owner: "", channel: "mail").sql.withoutLocking,
          [.int(0), .int(1), .int(0), .text(""), .text("mail")], "page_due (status=? AND channel=? AND due<?)"
        ),
      ]
      for (sql, arguments, index) in plans {
        let rows = try await database.snapshot([("EXPLAIN QUERY PLAN " + sql, arguments)])
        let words = rows.flatMap(\.cells).map { "\($0)" }.joined(separator: " ")
        #expect(words.contains(index), "\(sql)\n\(words)")
      }
    }
  }

  @Test func theFolderIsForItsOwnerAlone() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase.open(folder)
      defer { database.close() }
      let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o700)
    }
  }

  @Test func aSecondOpeningOfOneFolderIsRefusedByNameAndProcess() async throws {
    try await withFolder { folder in
      let first = try SQLiteDatabase.open(folder)
      let error = #expect(throws: OpenError.self) { try SQLiteDatabase.open(folder) }
      #expect(error == .inUse(folder, pid: getpid()))
      #expect(error?.description.contains(folder) == true)
      first.close()
    }
  }

  @Test func aFileThatIsNoStoreIsCalledDamaged() async throws {
    try await withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(repeating: 65, count: 8_192).write(to: URL(filePath: folder + "/tocsin.sqlite"))
      let error = #expect(throws: OpenError.self) { try SQLiteDatabase.open(folder) }
      guard case .damaged = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }
}

extension String {
  fileprivate var withoutLocking: String { replacingOccurrences(of: " FOR UPDATE SKIP LOCKED", with: "") }
}
