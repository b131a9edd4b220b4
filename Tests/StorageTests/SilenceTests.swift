import Engine
import Incidents
import Storage
import Testing

/// Alerts that end by themselves, alerts that are held back, and the silences that do so.
@Suite struct SilenceTests {
  @Test func aTermIsKeptProlongedAndForgotten() async throws {
    try await withStore { database in
      try database.seed(1)
      var batch = OpeningBatch(owner: "node")
      batch.hold(1, for: .init(starts: night, ends: night + .minutes(5), url: "http://p/"))
      _ = try database.commit(batch.statements())
      batch = OpeningBatch(owner: "node")
      batch.hold(1, for: .init(starts: night, ends: night + .minutes(9)))
      _ = try database.commit(batch.statements())
      #expect(try await database.read(AlertTerms.earliest) == [night + .minutes(9)])
      #expect(try await database.read(AlertTerms.lapsed(by: night + .minutes(8), limit: 9)).isEmpty)
      let lapsed = try await database.read(AlertTerms.lapsed(by: night + .minutes(9), limit: 9))
      #expect(lapsed.map(\.alert) == [1] && lapsed.map(\.ends) == [night + .minutes(9)])
      let listed = try await database.read(AlertListings.firing(of: 1))
      #expect(listed.first?.term?.url == "http://p/" && listed.first?.term?.starts == night)
      #expect(try await database.read(AlertListings.firing(of: 2)).isEmpty)
      batch = OpeningBatch(owner: "node")
      batch.forgetTerm(1)
      _ = try database.commit(batch.statements())
      #expect(try await database.read(AlertTerms.earliest).isEmpty)
    }
  }

  @Test func anAlertThatWasHeldBackBelongsToItsIncidentFromThenOn() async throws {
    try await withStore { database in
      try database.seed(1)
      var held = someAlert(2, incident: 0)
      held.isSilenced = true
      var batch = OpeningBatch(owner: "node")
      batch.add(held)
      batch.hush(1, true, of: 1, at: night)
      _ = try database.commit(batch.statements())
      #expect(try await database.view(1)?.alerts == AlertCounts(firing: 1, total: 1, silenced: 1, lastFired: night))
      #expect(try await database.read(AlertQueries.byId(2)).first == held)
      batch = OpeningBatch(owner: "node")
      batch.adopt(2, into: 1)
      batch.hush(1, false, of: 1, at: night)
      _ = try database.commit(batch.statements())
      #expect(try await database.view(1)?.alerts == AlertCounts(firing: 2, total: 2, lastFired: night))
    }
  }

  @Test func aSilenceComesBackAsItWasKept() async throws {
    try await withStore { database in
      let silence = Silence(
        id: "x", matchers: [try Matcher("a", .matches, "b\"c.*"), try Matcher("d", .notEqual, "")], integration: 7,
        starts: night, ends: night + .hours(1), updated: night, by: "ana", comment: "größe")
      _ = try database.commit([SilenceStatements.keep([silence])])
      #expect(try await database.read(SilenceQueries.all(endedAfter: night)) == [silence])
      _ = try database.commit([SilenceStatements.keep([silence.expired(at: night + .minutes(1))])])
      #expect(try await database.read(SilenceQueries.byId("x")).first?.ends == night + .minutes(1))
      _ = try database.commit([SilenceStatements.forget(endedBefore: night + .minutes(2))])
      #expect(try await database.read(SilenceQueries.byId("x")).isEmpty)
    }
  }
}
