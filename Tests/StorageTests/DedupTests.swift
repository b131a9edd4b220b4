import Incidents
import Storage
import Testing

/// Dedup-and-open, the first of the three hard uses: the store holds what the index in memory decides.
@Suite struct DedupTests {
  @Test func theStoreItselfRefusesASecondOpenIncidentOfOneCause() async throws {
    try await withStore { database in
      try database.seed(1, cause: "same")
      let error = #expect(throws: StorageError.self) { try database.seed(2, cause: "same") }
      guard case .violates = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }
}
