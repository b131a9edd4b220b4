import HTTPTypes
import Testing

@testable import Web

/// What every answer carries, errors too.
@Suite struct HeaderTests {
  @Test func everyAnswerCarriesTheContentPolicy() async throws {
    let harbour = try await Harbour()
    _ = try await harbour.open()
    try await harbour.visit { visitor in
      let signedIn = try await harbour.signIn(visitor)
      for path in ["/", "/runbook", "/ladder", "/incidents", "/nothing", "/healthz", "/sign-in", "/api/v1/incidents"] {
        let answer = try await signedIn.get(path)
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe"), "\(path)")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(path)")
        #expect(answer.headers[.cacheControl] == "no-store", "\(path)")
        #expect(answer.headers[.named("x-frame-options")] == "DENY", "\(path)")
      }
    }
  }

  @Test func assetsAreKeptAndNothingIsInline() async throws {
    let harbour = try await Harbour()
    _ = try await harbour.open()
    try await harbour.visit { visitor in
      let signedIn = try await harbour.signIn(visitor)
      let page = try await signedIn.get("/").text
      for asset in [Asset.styles, Asset.script, Asset.icon] {
        #expect(page.contains(asset.address))
        let answer = try await visitor.get(asset.address)
        #expect(answer.status == .ok)
        #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
      }
      for path in ["/", "/runbook", "/ladder", "/incidents", "/keys", "/sign-in"] {
        let text = try await signedIn.get(path).text
        #expect(!text.contains("style=\"") && !text.contains("<style") && !text.contains(" onclick"), "\(path)")
        #expect(text.components(separatedBy: "<script").count == 2, "\(path)")
        #expect(text.components(separatedBy: "<h1").count == 2, "\(path)")
      }
    }
  }

  @Test func theCookieIsBoundToTheHostWhereTheOriginIsSecure() async throws {
    let harbour = try await Harbour()
    let link = SetupLink.first(origin: "https://tocsin.example", now: harbour.clock.now)
    _ = try harbour.database.commit(link.statements)
    let path = String(link.address.dropFirst("https://tocsin.example".count))
    try await harbour.visit(origin: "https://tocsin.example") { visitor in
      let answer = try await visitor.post(path, ["name": "bo", "password": Visitor.password])
      let cookie = try #require(answer.headers[.setCookie])
      #expect(cookie.hasPrefix("__Host-tocsin="))
      for word in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] { #expect(cookie.contains(word)) }
      #expect(answer.headers[.strictTransportSecurity] != nil)
    }
  }

  @Test func oversizedHeadersAreRefused() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      let answer = try await visitor.get("/healthz", headers: [.userAgent: String(repeating: "a", count: 17_000)])
      #expect(answer.status == .requestHeaderFieldsTooLarge)
    }
  }
}
