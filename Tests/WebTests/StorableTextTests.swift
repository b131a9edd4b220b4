import Foundation
import HTTPTypes
import Testing

@testable import Web

/// A NUL, which no database keeps within text, wherever people and programs can send one.
@Suite struct StorableTextTests {
  @Test func aNULInJSONBecomesASignAndEscapedBackslashesStay() {
    let cases = [
      (#"{"text":"a\u0000b"}"#, #"{"text":"a\ufffdb"}"#),
      (#"{"a":"\\u0000","b":"\\\u0000"}"#, #"{"a":"\\u0000","b":"\\\ufffd"}"#),
      (#"{"a":"\u00001\u0001"}"#, #"{"a":"\ufffd1\u0001"}"#), ("\\", "\\"), (#"\u00"#, #"\u00"#), ("", ""),
    ]
    for (sent, read) in cases { #expect(StorableText.json(Array(sent.utf8)) == Data(read.utf8)) }
  }

  @Test func formsAndPartsOfAnAddressHoldNone() throws {
    #expect(try #require(Form(Array("text=a%00b".utf8)))["text"] == "a\u{FFFD}b")
    #expect(StorableText.of("a\0b\0") == "a\u{FFFD}b\u{FFFD}")
  }

  @Test func aNoteWithOneIsKeptAndAnAddressWithOneLeadsNowhere() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let path = "/api/v1/incidents/\(id)"
      try await visitor.json("\(path)/note", #"{"text":"disk\u0000full"}"#, headers: bearer).expect(.ok)
      let text = try await visitor.get(path, headers: bearer).text
      #expect(text.contains("disk\u{FFFD}full"))
      try await visitor.get("/api/v1/incidents/%00", headers: bearer).expect(.notFound)
    }
  }
}
