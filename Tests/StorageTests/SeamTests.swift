import Incidents
import Storage
import Testing

@Suite struct SeamTests {
  private let table = Statement("CREATE TABLE t (a bigint PRIMARY KEY, b text, c bytea, d double precision)", [[]])

  @Test func argumentsGoByNameNotByFirstAppearance() async throws {
    try await withStore { database in
      _ = try database.commit([
        table, Statement("INSERT INTO t (b, a) VALUES ($2, $1)", [[.int(7), .text("seven")]], expect: 1),
      ])
      let query = Query("SELECT b FROM t WHERE $2 = b AND a = $1", [.int(7), .text("seven")]) {
        row throws(StorageError) in try row.text(0)
      }
      #expect(try await database.read(query) == ["seven"])
    }
  }

  @Test func everyTypeComesBackAsItWentInAndNullsStayNull() async throws {
    try await withStore { database in
      let full: [Value] = [.int(.max), .text("naïve ☎"), .bytes([0, 255]), .real(1.5)]
      let empty: [Value] = [.int(.min), .text(nil), .bytes(nil), .real(nil)]
      let blank: [Value] = [.int(0), .text(""), .bytes([]), .real(0)]
      let insert = "INSERT INTO t (a, b, c, d) VALUES ($1, $2, $3, $4)"
      _ = try database.commit([table, Statement(insert, [full, empty, blank], expect: 3)])
      let rows = try await database.snapshot([("SELECT a, b, c, d FROM t ORDER BY a DESC", [])])
      #expect(
        rows.first?.cells == [
          .int(.max), .text("naïve ☎"), .bytes([0, 255]), .real(1.5),
          .int(0), .text(""), .bytes([]), .real(0), .int(.min), .null, .null, .null,
        ])
    }
  }

  @Test func aMissedGuardIsJudgedBeforeALaterViolationAndNothingRemains() async throws {
    try await withStore { database in
      let insert = "INSERT INTO t (a) VALUES ($1)"
      _ = try database.commit([table, Statement(insert, [[.int(1)]])])
      let guarded = Statement("UPDATE t SET b = 'x' WHERE a = $1", [[.int(2)]], expect: 1)
      #expect(throws: StorageError.conflict(statement: 1, expected: 1, got: 0)) {
        try database.commit([
          Statement(insert, [[.int(9)]], expect: 1), guarded, Statement(insert, [[.int(1)]], expect: 1),
        ])
      }
      #expect(try await database.number("SELECT count(*) FROM t") == 1)
    }
  }

  @Test func aConstraintIsAViolationAndUndoesTheWholeCommit() async throws {
    try await withStore { database in
      let insert = "INSERT INTO t (a) VALUES ($1)"
      _ = try database.commit([table])
      let error = #expect(throws: StorageError.self) {
        try database.commit([Statement(insert, [[.int(1)], [.int(2)], [.int(1)]])])
      }
      guard case .violates = error else { return #expect(Bool(false), "\(String(describing: error))") }
      #expect(try await database.number("SELECT count(*) FROM t") == 0)
    }
  }

  @Test func aNULInTextIsRefusedWhenItIsBound() async throws {
    try await withStore { database in
      _ = try database.commit([table])
      let error = #expect(throws: StorageError.self) {
        try database.commit([Statement("INSERT INTO t (a, b) VALUES (1, $1)", [[.text("a\u{0}b")]])])
      }
      guard case .violates(let words) = error else { return #expect(Bool(false), "\(String(describing: error))") }
      #expect(words.contains("NUL"))
      #expect(try await database.number("SELECT count(*) FROM t") == 0)
    }
  }

  @Test func tooFewArgumentsAndBadSQLAreBrokenAndLeaveNoTransactionOpen() async throws {
    try await withStore { database in
      for bad in [
        Statement("INSERT INTO setting (name, value) VALUES ($1, $2)", [[.text("a")]]),
        Statement("INSERT INTO nowhere VALUES (1)", [[]]), Statement("SELECT ?", [[.int(1)]]), Statement("", [[]]),
      ] {
        let error = #expect(throws: StorageError.self) { try database.commit([bad]) }
        guard case .broken = error else { return #expect(Bool(false), "\(String(describing: error))") }
      }
      _ = try database.commit([SettingStatements.set("a", [1])])
      let stored = try await database.read(SettingQueries.value("a"))
      #expect(stored == [[UInt8(1)]])
    }
  }

  @Test func manyQueriesSeeOneMoment() async throws {
    try await withStore { database in
      let first = try database.seed(1)
      async let writes: Void = Task.detached {
        for id in Int64(2)...60 { try database.seed(id) }
      }.value
      for _ in 0..<60 {
        let (incidents, pages, alerts) = try await database.read(
          IncidentQueries.open(), PageQueries.due(night, limit: 1_000), AlertQueries.firing(limit: 1_000))
        #expect(incidents.count == pages.count && pages.count == alerts.count)
      }
      try await writes
      #expect(first.pages.first?.id == RowID.make(incident: 1, number: 0))
    }
  }

  @Test func readersCannotWrite() async throws {
    try await withStore { database in
      await #expect(throws: StorageError.self) {
        _ = try await database.snapshot([("INSERT INTO setting (name, value) VALUES ('a', 'b')", [])])
      }
    }
  }
}
