import HTTPTypes
import Testing

@testable import Web

/// Every address has a rule, and the rule holds.
@Suite struct RouteRuleTests {
  private static func address(_ route: Route) -> String {
    route.path.split(separator: "/").map { $0.hasPrefix(":") ? "1" : String($0) }.reduce("") { "\($0)/\($1)" }
  }

  @Test func everyPageSendsAStrangerToTheSignIn() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      for route in Routes.all where route.method == .get && [.signedIn, .administrator].contains(route.rule) {
        // A stream is no page: it answers 401, and the browser stops asking.
        if route.path == "/live" { continue }
        let path = RouteRuleTests.address(route)
        let answer = try await visitor.get(path.isEmpty ? "/" : path)
        #expect(answer.status == .seeOther, "\(route.path)")
        #expect(answer.location.hasPrefix("/sign-in"), "\(route.path)")
      }
    }
  }

  @Test func everyActRefusesAStranger() async throws {
    let harbour = try await Harbour()
    _ = try await harbour.open()
    try await harbour.visit { visitor in
      for route in Routes.all where route.method == .post && [.signedIn, .administrator].contains(route.rule) {
        let answer = try await visitor.post(RouteRuleTests.address(route))
        #expect(answer.status == .seeOther && answer.location == "/sign-in", "\(route.path)")
      }
    }
    #expect(harbour.acts.calls.isEmpty)
  }

  @Test func everyAPIAddressAsksForATokenOfItsScope() async throws {
    let harbour = try await Harbour()
    let readOnly = try harbour.makeToken(.read)
    try await harbour.visit { visitor in
      for route in Routes.all {
        guard case .token(let scope) = route.rule else { continue }
        let path = RouteRuleTests.address(route)
        let none = try await visitor.client.execute(uri: path, method: route.method)
        #expect(none.status == .unauthorized, "\(route.path)")
        guard scope > .read else { continue }
        let low = try await visitor.client.execute(
          uri: path, method: route.method, headers: [.authorization: "Bearer \(readOnly)"])
        #expect(low.status == .forbidden, "\(route.path)")
      }
    }
  }

  @Test func onlyTheAccountThatSetTheServerUpMakesKeys() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      let first = try await harbour.signIn(visitor, as: "bo")
      let second = try await harbour.signIn(visitor, as: "ana")
      try await first.get("/keys").expect(.ok)
      try await second.get("/keys").expect(.forbidden)
      try await second.post("/keys", ["name": "x"]).expect(.forbidden)
      let page = try await second.get("/").text
      #expect(!page.contains("href=\"/keys\""), "the navigation shows only what one may use")
    }
  }

  @Test func twoRoutesNeverClaimOneAddress() {
    let addresses = Routes.all.map { "\($0.method) \($0.path)" }
    #expect(Set(addresses).count == addresses.count)
  }

  @Test func noAddressThatIsReadOnlyActs() {
    for route in Routes.all where route.method == .get { #expect(route.body == .none, "\(route.path)") }
  }
}
