import HTTPTypes
import Testing

@testable import Web

/// A form of another site, or without the session's token, changes nothing.
@Suite struct CrossSiteTests {
  @Test func anActWithoutTheTokenIsRefused() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      for token in ["", "csrf-ana", "csrf-b"] {
        let answer = try await bo.post("/incidents/\(id)/acknowledge", token: token)
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("Nothing was changed."))
      }
    }
    #expect(harbour.acts.calls.isEmpty)
  }

  @Test(arguments: ["cross-site", "same-site"])
  func anActFromElsewhereIsRefusedEvenWithTheToken(site: String) async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let answer = try await bo.post(
        "/incidents/\(id)/resolve", ["reason": "x"], headers: [.named("sec-fetch-site"): site])
      #expect(answer.status == .forbidden)
      let foreign = try await bo.post(
        "/incidents/\(id)/note", ["text": "x"], headers: [.origin: "https://evil.example"])
      #expect(foreign.status == .forbidden)
    }
    #expect(harbour.acts.calls.isEmpty)
  }

  @Test func theSameFormFromOurOwnPageActs() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let answer = try await bo.post(
        "/incidents/\(id)/acknowledge",
        headers: [.named("sec-fetch-site"): "same-origin", .origin: "http://127.0.0.1:7070"])
      #expect(answer.status == .seeOther)
    }
    #expect(harbour.acts.calls == ["acknowledge by bo"])
  }

  @Test func readingEveryPageChangesNothing() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let before = try await harbour.database.view(id)
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      for route in Routes.all where route.method == .get && route.path != "/live" {
        let path = route.path.replacing(":incident", with: "\(id)").replacing(":token", with: "x")
          .replacing(":link", with: "x").replacing(":digest", with: "x").replacing(":name", with: "x")
        _ = try await bo.get(path)
      }
    }
    #expect(harbour.acts.calls.isEmpty)
    do {
      let seen = try await harbour.database.view(id)
      #expect(seen == before)
    }
  }

  @Test func afterSignInNobodyIsSentElsewhere() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      for next in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"] {
        let page = try await visitor.get("/sign-in?next=\(Percent.encode(next))").text
        #expect(page.contains("name=\"next\" value=\"/\""), "\(next)")
      }
    }
  }
}
