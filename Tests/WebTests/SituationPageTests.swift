import Engine
import Foundation
import HTTPTypes
import Incidents
import Testing

@testable import Web

/// Situations and handing over, in the room by forms alone and by the API; and why each rung is there.
@Suite struct SituationPageTests {
  private func harbour() async throws -> Harbour {
    var runbook = Night.runbook
    runbook.escalationRules = [
      EscalationRule(when: "Card data <leaked>", target: "Secondary", afterMinutes: 0, line: 13)
    ]
    return try await Harbour(runbook: runbook)
  }

  @Test func aSituationIsOneButtonWithoutScript() async throws {
    let harbour = try await harbour()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let room = "/incidents/\(id)"
      (try await bo.get(room)).expect(contains: "Card data &lt;leaked&gt;")
      let said = try await bo.post("\(room)/situation", ["situation": "Card data <leaked>", "holds": "yes"])
      #expect(said.status == .seeOther && said.location.contains("done=situation"))
      (try await bo.get(room)).expect(contains: "Said by Bo")
      let refused = try await bo.post("\(room)/situation", ["situation": "fire", "holds": "yes"])
      #expect(refused.status == .unprocessableContent)
      refused.expect(contains: "The runbook has no situation fire.")
      #expect(try await bo.post("\(room)/acknowledge", [:]).status == .seeOther)
      (try await bo.get(room)).expect(contains: "keeps it until it is taken")
      let handed = try await bo.post("\(room)/handover", ["to": "ana"])
      #expect(handed.status == .seeOther)
    }
    #expect(harbour.acts.calls.last == "handover to ana by bo")
  }

  @Test func theAPITellsEachRungsReasonAndTakesBothActs() async throws {
    let harbour = try await harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let path = "/api/v1/incidents/\(id)"
      let answer = try await visitor.json("\(path)/situation", #"{"situation":"card data"}"#, headers: bearer)
      let one = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
      let rungs = try #require(one["rungs"] as? [[String: Any]])
      #expect(rungs.map { $0["line"] as? Int }.contains(13))
      #expect(rungs.allSatisfy { ($0["why"] as? String)?.isEmpty == false })
      let situations = try #require(one["situations"] as? [[String: Any]])
      #expect(situations.first?["state"] as? String == "holds")
      let pages = try #require(one["pages"] as? [[String: Any]])
      #expect(pages.contains { ($0["why"] as? String)?.contains("said by terminal at 03:12") == true })
      try await visitor.json("\(path)/situation", #"{"situation":"card data","holds":false}"#, headers: bearer).expect(
        .ok)
      try await visitor.json("\(path)/handover", #"{"to":"ana"}"#, headers: bearer).expect(.conflict)
      try await visitor.json("\(path)/acknowledge", "", headers: bearer).expect(.ok)
      let offered = try await visitor.json("\(path)/handover", #"{"to":"ana"}"#, headers: bearer)
      #expect(offered.text.contains(#""handover":{"#))
    }
  }
}
