import Engine
import Foundation
import HTTPTypes
import Incidents
import Runbooks
import Testing

@testable import Web

/// Boxes and roles in the room, by forms alone and by the API.
@Suite struct ChecklistPageTests {
  private func harbour() async throws -> Harbour {
    var runbook = Night.runbook
    runbook.phases = [Phase(title: "Assess", startMinutes: 0, items: ["Open the <shop>", "Say it"], line: 22)]
    runbook.roles = [Role(name: "Scribe", duties: ["writes down"], line: 23)]
    return try await Harbour(runbook: runbook)
  }

  @Test func aBoxIsOneButtonWithoutScript() async throws {
    let harbour = try await harbour()
    let id = try await harbour.open()
    let key = Checklist.key("Assess", "Open the <shop>")
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let room = "/incidents/\(id)"
      let before = try await bo.get(room)
      before.expect(contains: "Open the &lt;shop&gt;")
      before.expect(contains: "0 of 2 done")
      #expect(try await bo.post("\(room)/tick", ["check": key, "done": "yes"]).status == .seeOther)
      let after = try await bo.get(room)
      after.expect(contains: "1 of 2 done")
      after.expect(contains: #"id="tick-\#(key)" aria-checked="true""#)
      #expect(try await bo.post("\(room)/tick", ["check": "dance", "done": "yes"]).status == .unprocessableContent)
    }
  }

  @Test func aRoleIsTakenAndGivenAndTheAPITellsWhoHasIt() async throws {
    let harbour = try await harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      #expect(try await bo.post("/incidents/\(id)/role", ["role": "Scribe"]).status == .seeOther)
      (try await bo.get("/incidents/\(id)")).expect(contains: "Nobody has it any more")
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let path = "/api/v1/incidents/\(id)"
      let answer = try await visitor.json("\(path)/role", #"{"role":"scribe","to":"ana"}"#, headers: bearer)
      let one = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
      let role = try #require((one["roles"] as? [[String: Any]])?.first)
      #expect(role["person"] as? String == "ana" && role["line"] as? Int == 23)
      let ticked = try await visitor.json("\(path)/tick", #"{"check":"say it","done":true}"#, headers: bearer)
      ticked.expect(contains: "\"by\":\"terminal\"")
      try await visitor.json("\(path)/role", #"{"role":"pilot"}"#, headers: bearer).expect(.conflict)
    }
  }
}
