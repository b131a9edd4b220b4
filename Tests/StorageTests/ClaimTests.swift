import Incidents
import Storage
import Testing

/// Claiming a due page, the second of the three hard uses.
@Suite struct ClaimTests {
  @Test func fourClaimersNeverTakeOnePageTwice() async throws {
    try await withStore { database in
      for id in Int64(1)...400 { try database.seed(id) }
      let taken = try await withThrowingTaskGroup(of: [Int64].self) { group in
        for claimer in 0..<4 {
          group.addTask {
            var mine: [Int64] = []
            while true {
              let claim = Claims.claim(due: night, limit: 7, until: night + .seconds(30), owner: "c\(claimer)")
              let pages = try database.commit([claim]).flatMap { try Claims.pages(from: $0) }
              if pages.isEmpty { return mine }
              #expect(pages.allSatisfy { $0.status == .sending && $0.epoch == 1 && $0.attempts == 1 })
              mine += pages.map(\.id)
            }
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(taken.count == 400)
      #expect(Set(taken).count == 400)
    }
  }

  @Test func onlyDuePagesAreTakenTheLongestOverdueFirst() async throws {
    try await withStore { database in
      for (id, minutes) in [(Int64(1), 3), (2, 1), (3, 9), (4, 2)] {
        var plan = opening(id)
        plan.pages[0].due = night + .minutes(minutes)
        var batch = OpeningBatch(owner: "node")
        batch.open(plan)
        _ = try database.commit(batch.statements())
      }
      #expect(try await database.read(PageQueries.lanes).map(\.due).min() == night + .minutes(1))
      let claim = Claims.claim(due: night + .minutes(5), limit: 2, until: night + .minutes(6), owner: "c")
      let pages = try database.commit([claim]).flatMap { try Claims.pages(from: $0) }
      #expect(pages.map(\.incident) == [2, 4])
      #expect(try await database.read(PageQueries.due(night + .minutes(5), limit: 9)).map(\.incident) == [1])
    }
  }

  @Test func anOlderEpochsOutcomeIsRefused() async throws {
    try await withStore { database in
      let page = try #require(try database.seed(1).pages.first)
      let late = night + .minutes(2)
      let claim = Claims.claim(due: night, limit: 9, until: night + .seconds(30), owner: "slow")
      _ = try database.commit([claim])
      let released = try database.commit([Claims.release(claimedBefore: late, now: late)])
      #expect(try released.flatMap { try Claims.pages(from: $0) }.map(\.mayBeRepeat) == [true])
      let again = try database.commit([Claims.claim(due: late, limit: 9, until: late, owner: "next")])
      #expect(try again.flatMap { try Claims.pages(from: $0) }.map(\.attempts) == [2])

      let stale = Conclusion(page: page.id, epoch: 1, status: .accepted, evidence: "202", concluded: late)
      #expect(throws: StorageError.conflict(statement: 0, expected: 1, got: 0)) {
        try database.commit(Claims.conclude([stale]))
      }
      let fresh = Conclusion(
        page: page.id, epoch: 2, status: .accepted, evidence: "202", mayBeRepeat: true, concluded: late)
      _ = try database.commit(Claims.conclude([fresh]))
      let stored = try #require(try await database.read(PageQueries.byId(page.id)).first)
      #expect(stored.status == .accepted && stored.evidence == "202" && stored.concluded == late)
      #expect(stored.claimUntil == nil && stored.mayBeRepeat && stored.attempts == 2)
    }
  }

  @Test func aFailureForGoodWakesTheEngineAndIsNoted() async throws {
    try await withStore { database in
      let plan = try database.seed(1)
      let page = try #require(plan.pages.first)
      _ = try database.commit([Claims.claim(due: night, limit: 9, until: night, owner: "c")])
      let failed = Conclusion(
        page: page.id, epoch: 1, status: .failed, evidence: "550 no such mailbox", concluded: night, wake: night,
        notes: [someEntry("Mail to Ana was refused.", kind: .delivery, page: page.id)])
      _ = try database.commit(Claims.conclude([failed]))
      let (incidents, entries) = try await database.read(
        IncidentQueries.due(night, limit: 9), TimelineQueries.of(1, order: .newestFirst, limit: 1))
      #expect(incidents.map(\.version) == [2])
      #expect(entries.map(\.text) == ["Mail to Ana was refused."])
    }
  }

  @Test func aRetryIsPendingAgainAtItsNewTime() async throws {
    try await withStore { database in
      let page = try #require(try database.seed(1).pages.first)
      _ = try database.commit([Claims.claim(due: night, limit: 9, until: night, owner: "c")])
      let retry = Conclusion(
        page: page.id, epoch: 1, status: .pending, evidence: "503", due: night + .seconds(4))
      _ = try database.commit(Claims.conclude([retry]))
      #expect(try await database.read(PageQueries.lanes).map(\.due).min() == night + .seconds(4))
      #expect(try await database.read(IncidentQueries.byId(1)).first?.version == 1)
    }
  }

  @Test func aPageBornClaimedIsReleasedAtTheNextStart() async throws {
    try await withStore { database in
      var plan = opening(1)
      plan.pages[0] = Claims.born(plan.pages[0], until: night + .seconds(30))
      var batch = OpeningBatch(owner: "node")
      batch.open(plan)
      _ = try database.commit(batch.statements())
      let ends = Timestamp(microseconds: .max)
      let outcomes = try database.commit([Claims.release(claimedBefore: ends, now: night + .minutes(1))])
      let pages = try outcomes.flatMap { try Claims.pages(from: $0) }
      #expect(pages.map(\.status) == [.pending] && pages.map(\.mayBeRepeat) == [true])
      #expect(pages.map(\.attempts) == [1] && pages.map(\.due) == [night + .minutes(1)])
    }
  }

  @Test func aPageThatCannotBeReadIsSetAsideAndTheOthersGo() async throws {
    try await withStore { database in
      let (bad, good) = (try database.seed(1), try database.seed(2))
      let (first, second) = (try #require(bad.pages.first), try #require(good.pages.first))
      _ = try database.commit([
        Statement("UPDATE page SET reason = 'whim' WHERE id = $1", [[.int(first.id)]], expect: 1)
      ])
      let outcome = try database.commit([Claims.claim(due: night, limit: 9, until: night, owner: "c")]).first
      let claimed = Claims.readable(from: try #require(outcome))
      #expect(claimed.pages.map(\.id) == [second.id])
      #expect(claimed.unreadable == [first.id])
      _ = try database.commit([Claims.quarantine(claimed.unreadable, at: night)])
      let left = try database.commit([Claims.release(claimedBefore: night + .days(1), now: night)])
      #expect(left.first?.changed == 1)
    }
  }

  @Test func aClaimTakesTheChannelThatItIsFor() async throws {
    try await withStore { database in
      try database.seed(1)
      _ = try database.commit([Statement("UPDATE page SET channel = 'mail'", [[]], expect: 1)])
      try database.seed(2)
      let lanes = try await database.read(PageQueries.lanes)
      #expect(lanes.map(\.channel).sorted() == ["mail", "ntfy"] && lanes.map(\.due) == [night, night])
      let claim = Claims.claim(due: night, limit: 9, until: night, owner: "c", channel: "mail")
      let pages = try database.commit([claim]).flatMap { Claims.readable(from: $0).pages }
      #expect(pages.map(\.method.channel) == ["mail"])
      #expect(try await database.read(PageQueries.lanes).map(\.channel) == ["ntfy"])
    }
  }
}
