import Foundation
import HTTPTypes
import Incidents
import Storage
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

  @Test func aRunOfACommandStandsOnTheTimelineAndAtTheCommand() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let path = "/api/v1/incidents/\(id)"
      let offered = try object(try await visitor.get("\(path)/actions", headers: bearer).text)
      let action = try #require((offered["actions"] as? [[String: Any]])?.first { $0["kind"] as? String == "command" })
      let text = try #require(action["text"] as? String)
      let line = try #require(action["line"] as? Int)
      let run: [String: Any] = [
        "text": text, "line": line, "command": text, "exit": 3, "milliseconds": 1200,
        "output": "active\nDB_PASSWORD=correcthorse\n",
      ]
      let body = String(decoding: try JSONSerialization.data(withJSONObject: run), as: UTF8.self)
      try await visitor.json("\(path)/runs", body, headers: bearer).expect(.created)
      let after = try object(try await visitor.get("\(path)/actions", headers: bearer).text)
      let rows = try #require(after["actions"] as? [[String: Any]])
      let last = try #require(rows.first { $0["line"] as? Int == line }?["lastRun"] as? [String: Any])
      #expect(last["exit"] as? Int == 3 && last["firstLine"] as? String == "active")
      let whole = try await visitor.get(path, headers: bearer).text
      #expect(whole.contains(": exit 3 after 1.2 s.") && !whole.contains("correcthorse"))
      let runs = try object(try await visitor.get("/api/v1/runs", headers: bearer).text)["runs"] as? [[String: Any]]
      #expect(runs?.count == 1 && runs?.first?["text"] as? String == text)
    }
  }

  /// The server keeps results for what its own revision of the runbook offers, and for nothing else.
  @Test func aRunOfSomethingElseIsRefused() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let (respond, read) = (try harbour.makeToken(.respond), try harbour.makeToken(.read))
    try await harbour.visit { visitor in
      let body = #"{"text":"rm -rf /","line":1,"command":"rm -rf /","exit":0,"milliseconds":1}"#
      let path = "/api/v1/incidents/\(id)/runs"
      let refused = try await visitor.json(path, body, headers: [.authorization: "Bearer \(respond)"])
      #expect(refused.status == .unprocessableContent && refused.text.contains("no such command"))
      try await visitor.json(path, "{}", headers: [.authorization: "Bearer \(respond)"]).expect(.badRequest)
      try await visitor.json(path, body, headers: [.authorization: "Bearer \(read)"]).expect(.forbidden)
    }
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

  @Test func privacyIsChangedByTheTypesOfItsDescriptionAlone() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.admin)
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let path = "/api/v1/incidents/\(id)"
      for wrong in [#"{"people":["ana"]}"#, #"{"people":5}"#, #"{"open":"yes"}"#, #"{"admit":true}"#] {
        try await visitor.json("\(path)/private", wrong, headers: bearer).expect(.badRequest)
      }
      try await visitor.json("\(path)/private", #"{"people":"bo"}"#, headers: bearer).expect(.ok)
      // Nobody who says that it is not to be open opens it.
      try await visitor.json("\(path)/private", #"{"open":false}"#, headers: bearer).expect(.ok)
      #expect(try await harbour.database.read(IncidentQueries.byId(id)).first?.isPrivate == true)
      try await visitor.json("\(path)/private", #"{"open":true}"#, headers: bearer).expect(.ok)
      #expect(try await harbour.database.read(IncidentQueries.byId(id)).first?.isPrivate == false)
    }
  }

  @Test func aNameThatWouldBreakALineIsRefusedOrPutIntoOne() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.admin)
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let files = "/api/v1/incidents/\(id)/files"
      try await visitor.json("\(files)?actor=a%01b&name=", "text", headers: bearer).expect(.created)
      #expect(try await harbour.database.read(TimelineQueries.of(id, limit: 100)).contains { $0.actor == "ab" })
      try await visitor.json("/api/v1/keys", #"{"name":"a\u0001b"}"#, headers: bearer).expect(.unprocessableContent)
      try await visitor.json("/api/v1/keys", #"{"name":"  "}"#, headers: bearer).expect(.badRequest)
      try await visitor.json("/api/v1/keys", #"{"name":"Prometheus in Genoa"}"#, headers: bearer).expect(.created)
    }
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
