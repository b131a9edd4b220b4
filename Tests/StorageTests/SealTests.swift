import Incidents
import Storage
import Testing

@Suite struct SealTests {
  private func entry(_ number: Int, _ text: String, detail: String = "") -> TimelineEntry {
    var entry = someEntry(text)
    entry.id = RowID.make(incident: 4, number: number)
    entry.detail = detail
    return entry
  }

  @Test func textThatMovesFromOneFieldToAnotherIsAnotherRecord() {
    let one = TimelineSeal.content([entry(0, "Restarted", detail: "by Ana")])
    let other = TimelineSeal.content([entry(0, "Restartedby", detail: " Ana")])
    #expect(one.count == other.count && one != other)
  }

  @Test func theRevisionThatIsFilledInLaterDoesNotBreakTheSeal() {
    var moved = entry(0, "Opened")
    moved.revision = 3
    #expect(TimelineSeal.content([moved]) == TimelineSeal.content([entry(0, "Opened")]))
  }

  @Test func whatIsNotSealedYetIsFoundFromTheStoreAlone() async throws {
    try await withStore { database in
      try database.seed(1)
      try database.seed(2)
      let before = try await database.read(SealQueries.unsealed(2))
      #expect(before.map(\.text) == ["Opened.", "Ana is paged."])
      let first = try #require(before.first)
      _ = try database.commit([
        SealStatements.add([
          TimelineSeal(id: 1, first: first.id, last: first.id, at: night, digest: [1], chain: [2])
        ])
      ])
      #expect(try await database.read(SealQueries.unsealed(2)).map(\.text) == ["Ana is paged."])
      let progress = try await database.read(SealQueries.progress(after: 0, limit: 10))
      #expect(progress.map(\.entries) == [2, 2])
      #expect(progress.map(\.sealed) == [0, 1])
    }
  }
}
