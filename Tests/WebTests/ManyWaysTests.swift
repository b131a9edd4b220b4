import Foundation
import HTTPTypes
import Hummingbird
import Incidents
import NIOCore
import Storage
import Testing

@testable import Web

/// Compressed bodies, other methods, silences and the pages of single alerts.
@Suite struct ManyWaysTests {
  private static let key = "0123456789abcdef0123456789abcdef"
  /// An event of PagerDuty's, packed by another program.
  private static let packed: [UInt8] =
    Data(
      base64Encoded: """
        H4sIAAAAAAACA12Muw7CMAxFfwV5ZiiF8ugXMHboXoXEhIgmjpwEqar67zgSE9OV7/E9KzCV7IKd3rhAD82hPZ668+V6Uw9t8Pl/wx7wgyFPSmdH\
        QRaZnbXIAgyaEn+e9KIoVVTLTMpAv0Iq3iuu7D6Ow65rWuGJCmuUzlNwmaoliZ9dro9a0mk1w7Z9AdRU5UOoAAAA
        """
    ).map { Array($0) } ?? []

  @Test func aCompressedBodyIsReadAndADamagedOneRefused() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    try await harbour.visit { visitor in
      func send(_ bytes: [UInt8], _ encoding: String) async throws -> HTTPResponse.Status {
        try await visitor.client.execute(
          uri: "/v2/enqueue", method: .post, headers: [.contentEncoding: encoding], body: ByteBuffer(bytes: bytes)
        ).status
      }
      let statuses = [
        try await send(Self.packed, "gzip"), try await send(Array(Self.packed.dropLast()), "gzip"),
        try await send(Self.packed, "br"),
      ]
      #expect(statuses == [.accepted, .badRequest, .unsupportedMediaType])
    }
    #expect(harbour.acts.calls == ["accept 1"])
  }

  @Test func anAddressSaysWhichMethodsItTakes() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      let answer = try await visitor.client.execute(uri: "/v2/enqueue", method: .get)
      #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == "POST")
      let page = try await visitor.client.execute(uri: "/api/v1/incidents", method: .delete)
      #expect(page.status == .methodNotAllowed && page.headers[.allow] == "GET, HEAD, POST")
      let nowhere = try await visitor.client.execute(uri: "/nowhere", method: .get)
      #expect(nowhere.status == .notFound)
    }
  }

  @Test func whatIsWrongWithABodyIsToldToItsKeysOwner() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    let token = try harbour.makeToken(.read)
    try await harbour.visit { visitor in
      let bad = #"{"routing_key":"\#(Self.key)","event_action":"shout"}"#
      try await visitor.json("/v2/enqueue", bad).expect(.badRequest)
      let answer = try await visitor.get("/api/v1/intake", headers: [.authorization: "Bearer \(token)"])
      #expect(answer.text.contains("event_action"))
    }
  }

  @Test func aPersonSetsASilenceFromAnAlertSeesItAndEndsIt() async throws {
    let harbour = try await Harbour()
    _ = try await harbour.open()
    let alert = try #require(try await harbour.database.read(AlertLookups.recent(of: nil, limit: 1)).first)
    try await harbour.visit { visitor in
      let person = try await harbour.signIn(visitor)
      let filled = try await person.get("/silences?alert=\(alert.id)")
      filled.expect(.ok)
      try await person.get("/alerts/\(alert.id)").expect(contains: "The way it took")
      let refused = try await person.post("/silences", ["matchers": "service=~\"(\"", "minutes": "60"])
      refused.expect(.unprocessableContent)
      refused.expect(contains: "role=\"alert\"")
      let made = try await person.post(
        "/silences", ["matchers": "service=\"<shop>\"", "minutes": "60", "comment": "moving"])
      #expect(made.status == .seeOther && made.location == "/silences")
      #expect(harbour.acts.calls.last?.hasPrefix("silence") == true)
    }
  }
}
