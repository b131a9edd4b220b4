import HTTPTypes
import Incidents
import Storage
import Testing

@testable import Web

/// What can be done in the room, by forms alone.
@Suite struct RoomTests {
  @Test func everyActOfTheRoomWorksWithoutScript() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let room = "/incidents/\(id)"
      for (act, fields) in [
        ("acknowledge", [:]), ("note", ["text": "seen"]), ("update", ["text": "We look."]),
        ("severity", ["severity": "P2"]),
        ("scenario", ["scenario": ""]), ("page", ["step": "2"]), ("resolve", ["reason": "mended"]), ("reopen", [:]),
      ] as [(String, [String: String])] {
        let answer = try await bo.post("\(room)/\(act)", fields)
        #expect(answer.status == .seeOther && answer.location.contains("done=\(act)"), "\(act): \(answer.status)")
        try await bo.get(answer.location.components(separatedBy: "#")[0]).expect(.ok)
      }
    }
    let expected = [
      "acknowledge by bo", "note by bo", "update by bo", "severity P2 by bo", "scenario by bo", "page 2 by bo",
      "resolve by bo", "reopen by bo",
    ]
    #expect(harbour.acts.calls == expected)
  }

  @Test func aSilencedIncidentSaysThatNobodyIsPaged() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let words = "Its alerts are silenced: nobody is paged while they are."
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      for path in ["/", "/incidents/\(id)"] { #expect(!(try await bo.get(path).text.contains(words))) }
      let marks = Value.int(Int64(Incident.Marks.silenced.rawValue))
      _ = try harbour.database.commit([Statement("UPDATE incident SET marks = $1", [[marks]], expect: 1)])
      for path in ["/", "/incidents/\(id)"] { try await bo.get(path).expect(contains: words) }
    }
  }

  @Test func aRefusalStandsAtItsFieldWithWhatWasTyped() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let answer = try await bo.post("/incidents/\(id)/resolve", ["reason": " "])
      #expect(answer.status == .unprocessableContent)
      answer.expect(contains: "1 alert still fires. Give a reason to resolve all the same.")
    }
  }

  @Test func anUpdateWithAPlaceholderLeftIsRefused() async throws {
    var runbook = Night.runbook
    runbook.templates = [
      .init(name: "Internal", kind: .internal, body: "Impact: [description]", placeholders: ["[description]"], line: 2)
    ]
    let harbour = try await Harbour(runbook: runbook)
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let answer = try await bo.post("/incidents/\(id)/update", ["text": "Impact: [description]"])
      #expect(answer.status == .unprocessableContent)
      answer.expect(contains: "Still holds [description].")
      answer.expect(contains: "Impact: [description]</textarea>")
    }
    #expect(harbour.acts.calls.isEmpty)
  }

  @Test func theReviewDraftIsMarkdown() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    harbour.clock.pass(.minutes(20))
    try await harbour.acts.resolve(id, by: "bo", reason: "mended")
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let answer = try await bo.get("/incidents/\(id)/review.md")
      #expect(answer.headers[.contentType] == "text/markdown; charset=utf-8")
      answer.expect(contains: "# Post-Incident Review")
      try await bo.get("/incidents/\(id)/review").expect(.ok)
    }
  }

  @Test func theDemoStandsOnEveryPage() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await harbour.visit(pace: 60) { visitor in
      let bo = try await harbour.signIn(visitor)
      for path in ["/", "/incidents/\(id)", "/runbook", "/ladder", "/incidents", "/keys", "/sign-in", "/nothing"] {
        let answer = try await bo.get(path)
        answer.expect(contains: "Demo: one minute passes each second.")
        answer.expect(contains: "data-pace=\"60\"")
      }
    }
  }
}
