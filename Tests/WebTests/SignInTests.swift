import HTTPTypes
import Incidents
import Storage
import Testing

@testable import Web

@Suite struct SignInTests {
  private func setUp(_ harbour: Harbour, life: Bool = true) throws -> String {
    let link = SetupLink.first(origin: "", now: harbour.clock.now)
    _ = try harbour.database.commit(link.statements)
    return link.address
  }

  @Test func theSetupLinkWorksOnceAndSignsIn() async throws {
    let harbour = try await Harbour()
    let path = try setUp(harbour)
    try await harbour.visit { visitor in
      try await visitor.get(path).expect(contains: "Set up your account")
      let answer = try await visitor.post(path, ["name": "bo", "person": "bo", "password": Visitor.password])
      #expect(answer.status == .seeOther && answer.location == "/")
      let cookie = try #require(answer.headers[.setCookie]?.split(separator: ";").first?.split(separator: "=").last)
      var bo = visitor
      bo.cookie = String(cookie)
      try await bo.get("/").expect(contains: "Bo Lindqvist")
      try await visitor.get(path).expect(.notFound)
      try await visitor.post(path, ["name": "eve", "password": Visitor.password]).expect(.notFound)
    }
    let accounts = try await harbour.database.read(AccountQueries.all)
    #expect(accounts.map(\.name) == ["bo"])
    #expect(accounts.first?.password.hasPrefix("scrypt:15:8:3:") == true)
  }

  @Test func aSetupLinkThatIsTooOldIsOver() async throws {
    let harbour = try await Harbour()
    let path = try setUp(harbour)
    harbour.clock.pass(SetupLink.life)
    try await harbour.visit { visitor in
      let seen = try await visitor.get(path).status
      #expect(seen == .notFound)
    }
  }

  @Test func aNewFirstLinkEndsTheOneBefore() async throws {
    let harbour = try await Harbour()
    let old = try setUp(harbour)
    let new = try setUp(harbour)
    try await harbour.visit { visitor in
      try await visitor.get(old).expect(.notFound)
      try await visitor.get(new).expect(.ok)
    }
  }

  @Test(arguments: ["short", "password2026", "aaaaaaaaaaaaaaa", "123456789012", "passwordpassword", "bobobobobobobo"])
  func aPasswordThatEverybodyTriesIsRefused(password: String) async throws {
    let harbour = try await Harbour()
    let path = try setUp(harbour)
    try await harbour.visit { visitor in
      let answer = try await visitor.post(path, ["name": "bo", "password": password])
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("aria-describedby=\"pwe\""))
    }
    let accounts = try await harbour.database.read(AccountQueries.count)
    #expect(accounts == [0])
  }

  @Test func rightAndWrongPasswords() async throws {
    let harbour = try await Harbour()
    let path = try setUp(harbour)
    try await harbour.visit { visitor in
      _ = try await visitor.post(path, ["name": "bo", "password": Visitor.password])
      let right = try await visitor.post("/sign-in", ["name": "bo", "password": Visitor.password, "next": "/ladder"])
      #expect(right.status == .seeOther && right.location == "/ladder")
      let wrong = try await visitor.post("/sign-in", ["name": "bo", "password": "a loud harbour at night"])
      #expect(wrong.status == .unauthorized)
      #expect(wrong.text.contains("Name and password do not match."))
      let nobody = try await visitor.post("/sign-in", ["name": "eve", "password": Visitor.password])
      #expect(nobody.text.replacing("value=\"eve\"", with: "") == wrong.text.replacing("value=\"bo\"", with: ""))
    }
  }

  @Test func tenWrongTriesOfANameMustWait() async throws {
    let limits = SignInLimits()
    let now = Night.opened
    for _ in 0..<SignInLimits.perName {
      #expect(limits.wait(name: "bo", address: "10.0.0.1", now: now) == nil)
      limits.failed(name: "bo", address: "10.0.0.1", now: now)
    }
    #expect(limits.wait(name: "bo", address: "10.0.0.2", now: now) == 901)
    #expect(limits.wait(name: "ana", address: "10.0.0.1", now: now) == nil)
    #expect(limits.wait(name: "bo", address: "10.0.0.2", now: now + .minutes(15)) == nil)
  }

  @Test func thirtyWrongTriesFromAnAddressMustWait() async throws {
    let limits = SignInLimits()
    for number in 0..<SignInLimits.perAddress {
      limits.failed(name: "name-\(number)", address: "10.0.0.1", now: Night.opened)
    }
    #expect(limits.wait(name: "bo", address: "10.0.0.1", now: Night.opened) != nil)
    #expect(limits.wait(name: "bo", address: "10.0.0.2", now: Night.opened) == nil)
  }

  @Test func aSessionEndsWhenIdleOrSignedOut() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      harbour.clock.pass(.hours(11))
      try await bo.get("/").expect(.ok)
      harbour.clock.pass(.hours(11))
      try await bo.get("/").expect(.ok)
      harbour.clock.pass(.hours(13))
      try await bo.get("/").expect(.seeOther)
      let again = try await harbour.signIn(visitor, as: "ana")
      let out = try await again.post("/sign-out")
      #expect(out.location == "/sign-in")
      try await again.get("/").expect(.seeOther)
    }
  }

  @Test func aSessionEndsAfterTwoWeeksHoweverMuchItIsUsed() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      for _ in 0..<33 {
        harbour.clock.pass(.hours(10))
        try await bo.get("/healthz").expect(.ok)
        _ = try await bo.get("/")
      }
      try await bo.get("/").expect(.ok)
      harbour.clock.pass(.hours(10))
      try await bo.get("/").expect(.seeOther)
    }
  }
}
