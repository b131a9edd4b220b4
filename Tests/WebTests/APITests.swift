import Foundation
import HTTPTypes
import Testing

@testable import Web

/// `/api/v1`, as the command line uses it.
@Suite struct APITests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func anIncidentCarriesAllThatGovernsIt() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.read)
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let list = try object(try await visitor.get("/api/v1/incidents", headers: bearer).text)
      let rows = try #require(list["incidents"] as? [[String: Any]])
      let name = try #require(rows.first?["name"] as? String)
      for reference in [name, String(id)] {
        let one = try object(try await visitor.get("/api/v1/incidents/\(reference)", headers: bearer).text)
        #expect(one["status"] as? String == "triggered" && one["severity"] as? String == "P0")
        #expect(one["severityLabel"] as? String == "Critical" && one["scenario"] as? String == "Shop Down")
        let pages = try #require(one["pages"] as? [[String: Any]])
        #expect(pages.first?["person"] as? String == "ana" && pages.first?["line"] as? Int == 7)
        #expect((one["timeline"] as? [Any])?.isEmpty == false && (one["clocks"] as? [Any])?.isEmpty == false)
        #expect((one["alerts"] as? [Any])?.count == 1 && (one["reasons"] as? [Any])?.isEmpty == false)
      }
    }
  }

  @Test func actsAnswerWithTheIncidentAndRefusalsWithTheirReason() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let path = "/api/v1/incidents/\(id)"
      let acknowledged = try await visitor.json("\(path)/acknowledge", "", headers: bearer)
      #expect(try object(acknowledged.text)["status"] as? String == "acknowledged")
      let refused = try await visitor.json("\(path)/resolve", "{}", headers: bearer)
      #expect(refused.status == .conflict)
      let error = try #require(try object(refused.text)["error"] as? [String: Any])
      #expect(error["message"] as? String == "1 alert still fires. Give a reason to resolve all the same.")
      try await visitor.json("\(path)/severity", #"{"severity":"P2"}"#, headers: bearer).expect(.ok)
      try await visitor.json("\(path)/note", #"{"text":"seen"}"#, headers: bearer).expect(.ok)
      try await visitor.json("\(path)/resolve", #"{"reason":"mended"}"#, headers: bearer).expect(.ok)
      try await visitor.json("\(path)/reopen", "", headers: bearer).expect(.ok)
      try await visitor.json("\(path)/page", #"{"step":1}"#, headers: bearer).expect(.ok)
    }
    #expect(harbour.acts.calls.first == "acknowledge by terminal")
  }

  @Test(arguments: ["[]", "{", #"{"text":5}"#, #"{"text":null}"#, #"{"text":"  "}"#, "null", "\u{FF}"])
  func aBadBodyIsRefusedWithThePlace(body: String) async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let answer = try await visitor.json(
        "/api/v1/incidents/\(id)/note", body, headers: [.authorization: "Bearer \(token)"])
      #expect(answer.status == .badRequest, "\(answer.text)")
      #expect(answer.text.hasPrefix(#"{"error":{"code":"bad_request""#))
    }
    #expect(harbour.acts.calls.isEmpty)
  }

  @Test func onCallNamesEveryRoleAndWhoHoldsIt() async throws {
    let harbour = try await Harbour()
    let token = try harbour.makeToken(.read)
    try await harbour.visit { visitor in
      let answer = try await visitor.get("/api/v1/oncall", headers: [.authorization: "Bearer \(token)"])
      let roles = try #require(try object(answer.text)["roles"] as? [[String: Any]])
      #expect(roles.map { $0["role"] as? String } == ["Primary", "Secondary", "Senior", "Director"])
      #expect((roles.last?["people"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func whatIsNotThereIsAnErrorInJSON() async throws {
    let harbour = try await Harbour()
    let token = try harbour.makeToken(.read)
    try await harbour.visit { visitor in
      for path in ["/api/v1/incidents/INC-1", "/api/v1/nothing"] {
        let answer = try await visitor.get(path, headers: [.authorization: "Bearer \(token)"])
        #expect(answer.status == .notFound && answer.headers[.contentType] == "application/json", "\(path)")
      }
    }
  }
}
