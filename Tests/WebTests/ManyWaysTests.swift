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
  private static let packed: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 93, 140, 187, 14, 194, 48, 12, 69, 127, 5, 121, 102, 40, 133, 242, 232, 23, 48,
    118, 232, 94, 133, 196, 132, 136, 38, 142, 156, 4, 169, 170, 250, 239, 56, 18, 19, 211, 149, 239, 241, 61, 43,
    48, 149, 236, 130, 157, 222, 184, 64, 15, 205, 161, 61, 158, 186, 243, 229, 122, 83, 15, 109, 240, 249, 127, 195,
    30, 240, 131, 33, 79, 74, 103, 71, 65, 22, 153, 157, 181, 200, 2, 12, 154, 18, 127, 158, 244, 162, 40, 85, 84,
    203, 76, 202, 64, 191, 66, 42, 222, 43, 174, 236, 62, 142, 195, 174, 107, 90, 225, 137, 10, 107, 148, 206, 83,
    112, 153, 170, 37, 137, 159, 93, 174, 143, 90, 210, 105, 53, 195, 182, 125, 1, 212, 84, 229, 67, 168, 0, 0, 0,
  ]

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
