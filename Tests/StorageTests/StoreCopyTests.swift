import Foundation
import Incidents
import SQLiteDriver
import Testing

@testable import Storage

@Suite struct StoreCopyTests {
  @Test func theShapesNameEveryTableAndColumnOfTheSchema() throws {
    let incident = try #require(TableShape.all.first { $0.name == "incident" })
    #expect(incident.columns.first?.name == "id" && incident.columns.last?.name == "is_drill")
    #expect(incident.key == "id")
    let heartbeat = try #require(TableShape.all.first { $0.name == "heartbeat" })
    #expect(heartbeat.columns.map(\.name) == ["integration", "slug", "state", "last_ping", "due"])
    #expect(heartbeat.key == nil)
    #expect(TableShape.all.count == Schema.steps.joined().count { $0.hasPrefix("CREATE TABLE") })
  }

  @Test func everythingArrivesAndATargetInUseIsRefused() async throws {
    try await withStore { target in
      try await withSQLiteStore { source in
        for id in Int64(1)...7 { try source.seed(id) }
        _ = try source.commit([SettingStatements.set("secret", [0, 255, 1])])
        await #expect(throws: StoreCopyError.notEmpty) { try await StoreCopy(from: source, to: target).run(now: night) }
        try await Self.empty(target)
        let tables = try await StoreCopy(from: source, to: target).run(now: night)
        #expect(tables.first { $0.table == "incident" }?.rows == 7)
        #expect(try await target.read(SettingQueries.value("secret")) == [[0, 255, 1]])
        let (before, after) = (
          try await source.read(IncidentQueries.open()), try await target.read(IncidentQueries.open())
        )
        #expect(before.count == 7 && before == after)
        try await Schema.migrate(target, now: night)
      }
    }
  }

  private static func empty(_ database: any Database) async throws {
    let tables = TableShape.all.map(\.name) + ["schema_version"]
    // A table goes after those that point to it.
    _ = try database.commit(tables.reversed().map { Statement("DROP TABLE \($0)", [[]]) })
  }
}
