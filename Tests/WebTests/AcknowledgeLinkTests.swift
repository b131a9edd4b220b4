import HTTPTypes
import Incidents
import Storage
import Testing

@testable import Web

/// The link in a page.
@Suite struct AcknowledgeLinkTests {
  private static let secret = [UInt8](repeating: 7, count: 32)

  private func link(_ harbour: Harbour, _ incident: Int64) async throws -> String {
    let page = try #require(try await harbour.database.read(PageQueries.of(incident)).first)
    return "/a/" + PageLink.token(page: page.id, secret: AcknowledgeLinkTests.secret)
  }

  @Test func openingItShowsEverythingAndChangesNothing() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let path = try await link(harbour, id)
    try await harbour.visit { visitor in
      let answer = try await visitor.get(path)
      #expect(answer.status == .ok)
      for words in ["Shop Down", "Acknowledge as Ana", "Nothing has happened yet.", "HTTP 502 from the shop"] {
        #expect(answer.text.contains(words), "\(words)")
      }
    }
    #expect(harbour.acts.calls.isEmpty)
    let after = try await harbour.database.view(id)
    #expect(after?.incident.status == .triggered)
  }

  @Test func theButtonActsOnceAndNeedsNoSignIn() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let path = try await link(harbour, id)
    try await harbour.visit { visitor in
      try await visitor.post(path).expect(.seeOther)
      try await visitor.post(path).expect(.seeOther)
      try await visitor.get(path).expect(contains: "Ana Ruiz acknowledged it")
    }
    #expect(harbour.acts.calls == ["acknowledge by ana"])
  }

  @Test func passingItOnPagesTheNextRung() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let path = try await link(harbour, id)
    try await harbour.visit { visitor in
      try await visitor.get(path).expect(contains: "I cannot, page Bo Lindqvist now")
      try await visitor.post(path + "/pass", ["step": "1"]).expect(.seeOther)
      try await visitor.post(path + "/pass", ["step": "1"]).expect(.seeOther)
    }
    #expect(harbour.acts.calls == ["page 1 by ana"])
  }

  @Test func aTamperedLinkIsRefused() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let path = try await link(harbour, id)
    let page = try #require(try await harbour.database.read(PageQueries.of(id)).first)
    let forged = "/a/" + PageLink.token(page: page.id, secret: [UInt8](repeating: 8, count: 32))
    try await harbour.visit { visitor in
      for bad in [forged, String(path.dropLast()) + (path.hasSuffix("A") ? "B" : "A"), path + "A", "/a/x", "/a/%00"] {
        try await visitor.get(bad).expect(.notFound)
        try await visitor.post(bad).expect(.notFound)
      }
    }
    #expect(harbour.acts.calls.isEmpty)
  }

  @Test func aLinkOfYesterdayIsOver() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let path = try await link(harbour, id)
    harbour.clock.pass(.hours(24))
    try await harbour.visit { visitor in
      try await visitor.post(path).expect(.notFound)
    }
    #expect(harbour.acts.calls.isEmpty)
  }

  @Test func afterTheEndItSaysSo() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let path = try await link(harbour, id)
    try await harbour.acts.resolve(id, by: "bo", reason: "mended")
    try await harbour.visit { visitor in
      try await visitor.post(path).expect(.seeOther)
      try await visitor.get(path).expect(contains: "It is resolved. Nothing is asked of you.")
    }
    #expect(harbour.acts.calls == ["resolve by bo"])
  }
}
