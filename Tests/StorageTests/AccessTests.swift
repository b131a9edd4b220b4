import Incidents
import Storage
import Testing

@Suite struct AccessTests {
  private let ana = Account(id: 1, name: "ana", person: "ana", password: "scrypt$1", created: night)

  @Test func aKeyIsFoundByItsHashUntilItIsRevoked() async throws {
    try await withStore { database in
      let key = IngestKey(id: 1, name: "alertmanager", hash: [1, 2, 3], created: night)
      _ = try database.commit([KeyStatements.create(key)])
      #expect(try await database.read(KeyQueries.byHash([1, 2, 3])).first == key)
      _ = try database.commit([KeyStatements.used([1: night + .hours(1)])])
      _ = try database.commit([KeyStatements.revoke(1, at: night + .hours(2))])
      let stored = try await database.read(KeyQueries.all).first
      #expect(stored?.lastUsed == night + .hours(1) && stored?.revoked == night + .hours(2))
      #expect(throws: StorageError.conflict(statement: 0, expected: 1, got: 0)) {
        try database.commit([KeyStatements.revoke(1, at: night)])
      }
    }
  }

  @Test func aSessionLivesUntilItExpiresOrItsAccountIsShut() async throws {
    try await withStore { database in
      let session = Session(
        hash: [9], account: 1, csrf: "c", created: night, lastSeen: night, expires: night + .hours(12))
      _ = try database.commit([AccountStatements.create(ana), SessionStatements.start(session)])
      let live = try await database.read(SessionQueries.live([9], now: night)).first
      #expect(live == SignedIn(account: ana, session: session))
      #expect(try await database.read(SessionQueries.live([9], now: night + .hours(12))).isEmpty)
      _ = try database.commit(AccountStatements.disable(1, at: night))
      #expect(try await database.read(SessionQueries.live([9], now: night)).isEmpty)
      #expect(try await database.number("SELECT count(*) FROM session") == 0)
    }
  }

  @Test func aNewPasswordEndsEverySessionAndABetterHashDoesNot() async throws {
    try await withStore { database in
      let session = Session(
        hash: [9], account: 1, csrf: "c", created: night, lastSeen: night, expires: night + .days(1))
      _ = try database.commit([AccountStatements.create(ana), SessionStatements.start(session)])
      _ = try database.commit([AccountStatements.rehash("scrypt$2", of: 1)])
      #expect(try await database.read(SessionQueries.live([9], now: night)).first?.account.password == "scrypt$2")
      _ = try database.commit(AccountStatements.setPassword("scrypt$3", of: 1))
      #expect(try await database.read(SessionQueries.live([9], now: night)).isEmpty)
      #expect(try await database.read(AccountQueries.byName("ana")).first?.password == "scrypt$3")
      #expect(try await database.read(AccountQueries.count).first == 1)
    }
  }

  @Test func aNameIsTakenOnce() async throws {
    try await withStore { database in
      _ = try database.commit([AccountStatements.create(ana)])
      var other = ana
      other.id = 2
      let statement = AccountStatements.create(other)
      #expect(throws: StorageError.self) { try database.commit([statement]) }
    }
  }

  @Test func aSessionOfNobodyIsRefused() async throws {
    try await withStore { database in
      let session = Session(hash: [9], account: 7, csrf: "c", created: night, lastSeen: night, expires: night)
      #expect(throws: StorageError.self) { try database.commit([SessionStatements.start(session)]) }
    }
  }

  @Test func aLinkWorksOnceForItsPurposeAndInTime() async throws {
    try await withStore { database in
      let link = OneTimeLink(hash: [5], purpose: "setup", created: night, expires: night + .hours(24))
      _ = try database.commit([LinkStatements.create(link)])
      #expect(try await database.read(LinkQueries.live([5], purpose: "setup", now: night)).first == link)
      let wrong = LinkStatements.use([5], purpose: "password", now: night)
      let late = LinkStatements.use([5], purpose: "setup", now: night + .hours(24))
      let use = LinkStatements.use([5], purpose: "setup", now: night)
      #expect(throws: StorageError.self) { try database.commit([wrong]) }
      #expect(throws: StorageError.self) { try database.commit([late]) }
      _ = try database.commit([use])
      #expect(throws: StorageError.conflict(statement: 0, expected: 1, got: 0)) { try database.commit([use]) }
      #expect(try await database.read(LinkQueries.live([5], purpose: "setup", now: night)).isEmpty)
    }
  }

  @Test func aTokenIsLiveUntilItIsRevoked() async throws {
    try await withStore { database in
      let token = ApiToken(id: 1, name: "laptop", hash: [4], scope: "respond", created: night)
      _ = try database.commit([TokenStatements.create(token)])
      #expect(try await database.read(TokenQueries.live([4])).first == token)
      _ = try database.commit([TokenStatements.used(1, at: night), TokenStatements.revoke(1, at: night)])
      #expect(try await database.read(TokenQueries.live([4])).isEmpty)
      #expect(try await database.read(TokenQueries.all).first?.lastUsed == night)
    }
  }

  @Test func aRunbooksTextIsKeptOnceAndSettingsCanBeSetOnce() async throws {
    try await withStore { database in
      let first = RunbookRevision(id: 1, path: "a.md", digest: "d1", source: Array("# A".utf8), readAt: night)
      var same = first
      same.id = 2
      _ = try database.commit([RunbookStatements.keep(first), RunbookStatements.keep(same)])
      #expect(try await database.read(RunbookQueries.byDigest("d1")) == [first])
      #expect(try await database.read(RunbookQueries.byId(2)).isEmpty)
      _ = try database.commit([SettingStatements.setOnce("secret", [1]), SettingStatements.setOnce("secret", [2])])
      #expect(try await database.read(SettingQueries.value("secret")).first == [1])
      _ = try database.commit([SettingStatements.set("secret", [3])])
      #expect(try await database.read(SettingQueries.value("secret")).first == [3])
    }
  }
}
