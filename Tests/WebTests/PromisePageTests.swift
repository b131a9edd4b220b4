import Foundation
import HTTPTypes
import Incidents
import Runbooks
import Testing

@testable import Web

/// The clocks of promises as people meet them: one tap each, without script.
@Suite struct PromisePageTests {
  private var runbook: Runbook {
    var runbook = Night.runbook
    var rollback = Rollback(criteria: [Said("Unable to fix in 30 minutes", line: 12)], line: 12)
    rollback.options = [
      .init(
        title: "Image of yesterday", actions: [Action(kind: .command, text: "docker compose up", line: 20)], line: 19)
    ]
    rollback.decideAfterMinutes = 30
    rollback.decideLine = 12
    runbook.rollback = rollback
    runbook.phases = [Phase(title: "Triage", startMinutes: 0, endMinutes: 60, items: ["Look at the graphs"], line: 13)]
    runbook.notices = [LegalNotice(text: "Regulator within 72 hours", hours: 72, scenario: "Data Breach", line: 16)]
    return runbook
  }

  @Test func theDecisionOnRollbackIsTwoButtonsWithItsStepsBehindThem() async throws {
    let harbour = try await Harbour(runbook: runbook)
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let before = try await bo.get("/incidents/\(id)").text
      #expect(!before.contains(">Go on 15 min<") && before.contains("Rollback: when and how"))
      try await bo.get("/incidents/\(id)").expect(contains: "Look at the graphs")
      harbour.clock.set(Night.at(31))
      try await harbour.acts.settle(id)
      let asked = try await bo.get("/incidents/\(id)")
      asked.expect(contains: "Decide now: roll back?")
      asked.expect(contains: "docker compose up")
      let answer = try await bo.post("/incidents/\(id)/clock", ["clock": "rollback", "answer": "go-on"])
      #expect(answer.status == .seeOther)
      try await bo.get("/incidents/\(id)").expect(contains: "decided to go on for 15 min")
      let again = try await bo.post("/incidents/\(id)/clock", ["clock": "nothing", "answer": "done"])
      #expect(again.status == .unprocessableContent)
      again.expect(contains: "No clock nothing of this incident takes that answer.")
      #expect(try await bo.post("/incidents/\(id)/clock", ["clock": "rollback", "answer": "x"]).status == .badRequest)
    }
  }

  @Test func aLegalNoticeIsBegunByAPersonAndAnswered() async throws {
    let harbour = try await Harbour(runbook: runbook)
    let id = try await harbour.open()
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      try await bo.get("/incidents/\(id)").expect(contains: "Start its 72 h")
      _ = try await bo.post("/incidents/\(id)/clock", ["clock": "notice.16", "answer": "start"])
      try await bo.get("/incidents/\(id)").expect(contains: "Notice given")
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let told = try await visitor.json(
        "/api/v1/incidents/\(id)/clock", #"{"clock":"notice.16","answer":"done"}"#, headers: bearer)
      told.expect(.ok)
      told.expect(contains: #""kind":"legalNotice""#)
      try await visitor.json("/api/v1/incidents/\(id)/clock", #"{"clock":"x"}"#, headers: bearer).expect(.badRequest)
    }
  }

  @Test func actionItemsAreAddedListedAndDone() async throws {
    let harbour = try await Harbour(runbook: runbook)
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let item = ["text": "Alert on <pool> size", "owner": "ana", "due": "2026-02-20", "priority": "high"]
      #expect(try await bo.post("/incidents/\(id)/item", item).status == .seeOther)
      let room = try await bo.get("/incidents/\(id)")
      room.expect(contains: "Alert on &lt;pool&gt; size")
      room.expect(contains: "High: Ana")
      try await bo.get("/").expect(contains: "Alert on &lt;pool&gt; size")
      let wrong = try await bo.post("/incidents/\(id)/item", ["text": "x", "due": "soon"])
      wrong.expect(contains: "soon is not a date. Write 2026-03-01 or 2026-03-01T12:00Z.")
      #expect(try await bo.post("/incidents/\(id)/done", ["number": "1"]).status == .seeOther)
      #expect(try await !bo.get("/").text.contains("Alert on &lt;pool&gt; size"))
    }
  }

  @Test func theRunbooksOwnReviewIsAClockOfTheFirstPage() async throws {
    var runbook = runbook
    runbook.nextReview = "2026-02-13"
    runbook.upkeep.nextReviewLine = 2
    let harbour = try await Harbour(runbook: runbook)
    _ = try await harbour.open()
    try await harbour.visit { visitor in
      let home = try await harbour.signIn(visitor).get("/")
      home.expect(contains: "Runbook review")
      home.expect(contains: "by its own date")
    }
  }

  @Test func aDrillBearsItsNameEverywhereAndEndsWithOneTap() async throws {
    let harbour = try await Harbour(runbook: runbook)
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let begun = try await bo.post("/incidents", ["title": "Shop Down", "scenario": "Shop Down", "drill": "yes"])
      let room = try await bo.get(begun.location)
      room.expect(contains: "DRILL")
      room.expect(contains: "End the drill")
      try await bo.get("/").expect(contains: "Nothing burns. A drill is played.")
      try await bo.get("/incidents").expect(contains: "DRILL")
    }
  }

  @Test func theDrillPagePlaysWhatTheFormAsks() async throws {
    let harbour = try await Harbour(runbook: runbook)
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let night = try await bo.get("/drill?scenario=0&severity=0&at=2026-02-14T03:12")
      night.expect(.ok)
      night.expect(contains: "Shop Down")
      night.expect(contains: "opens 2026-02-14 03:12 UTC")
      night.expect(contains: "reaches nobody")
      night.expect(contains: "00:15")
      let answered = try await bo.get("/drill?ack=0&asleep=zed&severity=99&raise=1&raise-at=x&down=%3Cx%3E")
      answered.expect(.ok)
      answered.expect(contains: "has it at once.")
      try await bo.get("/ladder").expect(contains: "Play a drill")
    }
    #expect(harbour.acts.calls.isEmpty, "A drill stores nothing and pages nobody.")
  }
}
