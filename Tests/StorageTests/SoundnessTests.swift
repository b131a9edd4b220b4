import Engine
import Incidents
import Storage
import Testing

@Suite struct SoundnessTests {
  private func kinds(_ database: some Database, late: Timestamp) async throws -> [Soundness.Fault.Kind] {
    let faults = Soundness.faults(late: late)
    let found = try await database.read(faults.0, faults.1, faults.2, faults.3)
    return (found.0 + found.1 + found.2 + found.3).map(\.kind)
  }

  @Test func aStoreInOrderHasNoFault() async throws {
    try await withStore { database in
      try database.seed(1)
      #expect(try await kinds(database, late: night).isEmpty)
    }
  }

  @Test func whatNeverPagesIsFound() async throws {
    try await withStore { database in
      try database.seed(1)
      _ = try database.commit([Statement("UPDATE incident SET next_due = NULL", [[]], expect: 1)])
      #expect(try await kinds(database, late: night) == [.unclocked])
      let marks = Incident.Marks.silenced.rawValue
      _ = try database.commit([Statement("UPDATE incident SET marks = $1", [[.int(marks)]], expect: 1)])
      #expect(try await kinds(database, late: night).isEmpty)
    }
  }

  @Test func whatIsOverdueIsFound() async throws {
    try await withStore { database in
      try database.seed(1)
      #expect(try await kinds(database, late: night + .minutes(9)) == [.unserved, .unsent])
      let claim = Claims.claim(due: night, limit: 1, until: night + .minutes(1), owner: "me")
      _ = try database.commit([claim])
      #expect(try await kinds(database, late: night + .minutes(9)) == [.unserved, .stuck])
    }
  }
}
