import Foundation
import Incidents
import SQLiteDriver
import Storage
import Testing

@testable import App

@Suite struct SelfWatchTests {
  private func small(_ body: (SmallHouse) async throws -> Void) async throws {
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team])
    do { try await body(small) } catch {
      await small.end()
      throw error
    }
    await small.end()
  }

  @Test func theAuditorFindsWhatNobodyServes() async throws {
    try await small { small in
      _ = try await small.alert("Too many connections to postgres")
      let auditor = Auditor(file: StoreFiles.path(in: small.path("data")), limit: .seconds(20))
      let now = small.house.clock.now()
      #expect(try await auditor.look(late: now - .minutes(1)).isEmpty)
      let later = try await auditor.look(late: now + .hours(2))
      #expect(later.contains { $0.contains("was due and nobody looked at it") })
    }
  }

  @Test func aStoreThatIsGoneIsATroubleAndComesBack() async throws {
    try await small { small in
      let watch = small.house.selfWatch
      let missing = SelfWatch(
        decisions: watch.decisions, auditor: Auditor(file: small.path("nowhere"), limit: .seconds(20)),
        selfTest: watch.selfTest, troubles: watch.troubles, sender: watch.sender, channels: watch.channels,
        http: watch.http, pace: 1, metrics: watch.metrics, logger: watch.logger)
      await missing.audit()
      #expect(small.house.troubles.all.first?.hasPrefix("The store cannot be looked at") == true)
      await watch.audit()
      #expect(small.house.troubles.all.isEmpty)
    }
  }

  @Test func aTestPageGoesTheWholeWayAndOneThatDoesNotIsATrouble() async throws {
    try await small { small in
      let house = small.house
      let began = house.clock.now()
      try await house.selfTest.begin(house.decisions, house.aftermath.sender)
      house.selfWatch.judge(since: began)
      #expect(house.troubles.all.first?.hasPrefix("A test page did not come through") == true)

      let claim = Claims.claim(due: house.clock.now(), limit: 9, until: began + .minutes(1), owner: "me")
      let outcome = try #require(try await house.decisions.writer.submit([claim]).first)
      let page = try #require(Claims.readable(from: outcome).pages.first)
      await house.pageSender.send(page)
      house.selfWatch.judge(since: began)
      #expect(house.troubles.all.isEmpty)
      #expect(try await house.store.database.read(PageQueries.byId(page.id)).first?.status == .accepted)
      // The same row serves the next test.
      try await house.selfTest.begin(house.decisions, house.aftermath.sender)
      #expect(try await house.store.database.read(PageQueries.byId(page.id)).first?.status == .pending)
    }
  }

  @Test func aRowThatCannotBeReadHoldsUpNobodyElse() async throws {
    try await small { small in
      let house = small.house
      let (bad, good) = (
        try await small.alert("Too many connections to postgres"), try await small.alert("Consumer lag grows")
      )
      _ = try house.store.database.commit([
        Statement("UPDATE incident SET promises = 'no JSON', next_due = 1 WHERE id = $1", [[.int(bad.id)]], expect: 1),
        Statement("UPDATE incident SET next_due = 2 WHERE id = $1", [[.int(good.id)]], expect: 1),
      ])
      let engine = EngineWatch(
        decisions: house.decisions, troubles: house.troubles, catchUp: house.catchUp, turned: {},
        metrics: house.metrics, logger: house.logger)
      _ = try await engine.look()
      #expect(house.troubles.all.first?.hasPrefix("Incident number \(bad.id) cannot be decided") == true)
      let due = try await house.store.database.read(IncidentQueries.dueIds(house.clock.now(), limit: 9))
      #expect(due.isEmpty)
      #expect(try await small.incident(good.id).nextDue.map { $0 > house.clock.now() } == true)
    }
  }
}
