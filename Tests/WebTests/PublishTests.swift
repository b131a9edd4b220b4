import HTTPTypes
import Incidents
import Runbooks
import Storage
import Testing

@testable import Web

/// Writing to people outside, following the page, and being told by them.
@Suite struct PublishTests {
  private static var runbook: Runbook {
    var runbook = Night.runbook
    runbook.templates = [
      Template(
        name: "Status Page - Investigating", kind: .statusPage, state: .investigating,
        body: "We look into [issue] since [start time].\nNext update in: [X minutes]",
        placeholders: ["[issue]", "[start time]", "[X minutes]"], line: 12),
      Template(
        name: "Status Page - Resolved", kind: .statusPage, state: .resolved, body: "It is over.", line: 13),
      Template(
        name: "Slack", kind: .internal, body: "[P0/P1] by @your-name: [what]",
        placeholders: ["[P0/P1]", "@your-name", "[what]"], line: 14),
    ]
    return runbook
  }

  private static var team: Team {
    var team = Night.team
    team.status = StatusSettings(
      title: "Harbour", components: [StatusComponent(id: "shop", name: "Shop", services: ["web"])], mail: "mail")
    return team
  }

  private func equipped() async throws -> Harbour { try await Harbour(runbook: Self.runbook, team: Self.team) }

  @Test func theTemplateIsFilledAndTheRestAskedForByName() async throws {
    let harbour = try await equipped()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let signedIn = try await harbour.signIn(visitor)
      let page = try await signedIn.get("/incidents/\(id)/publish").text
      #expect(page.contains("We look into [issue] since 03:12 UTC.\nNext update in: 15 minutes</textarea>"))
      #expect(page.contains(">Issue</label>") && page.contains("in 15 min, by 03:27 UTC"))
      #expect(page.contains("The runbook says every 15 min."))
      let over = try await signedIn.get("/incidents/\(id)/publish?state=resolved").text
      #expect(over.contains("It is over.</textarea>") && over.contains("Parts work again"))
      #expect(over.contains("It has no placeholders: read each word"))
      let inside = try await signedIn.get("/incidents/\(id)/publish?audience=internal").text
      #expect(inside.contains("P0 by @your-name: [what]</textarea>"), "nobody has answered yet")
    }
  }

  @Test func aLeftoverPlaceholderIsRefusedAtItsField() async throws {
    let harbour = try await equipped()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let signedIn = try await harbour.signIn(visitor)
      let form = [
        "audience": "external", "state": "investigating", "title": "Shop is down", "minutes": "15", "do": "publish",
        "text": "We look into [issue].", "part-shop": "major_outage",
      ]
      let refused = try await signedIn.post("/incidents/\(id)/publish", form)
      #expect(refused.status == .unprocessableContent && refused.text.contains("Still holds [issue]."))
      #expect(refused.text.contains("Shop is down"), "what was typed stays")
      #expect(try await visitor.get("/status").text.contains("Everything works."))
      var answered = form
      answered["ask-0-slot"] = "[issue]"
      answered["ask-0"] = "slow tickets"
      answered["do"] = "preview"
      let look = try await signedIn.post("/incidents/\(id)/publish", answered)
      #expect(look.status == .ok && look.text.contains("We look into slow tickets."))
      #expect(look.text.contains("So it will be read"))
      #expect(try await visitor.get("/status").text.contains("Everything works."), "looking publishes nothing")
      answered["do"] = "publish"
      try await signedIn.post("/incidents/\(id)/publish", answered).expect(.seeOther)
      let page = try await visitor.get("/status").text
      #expect(page.contains("Shop is down.") && page.contains("We look into slow tickets."))
    }
  }

  @Test func theTextPromisesWhatTheFormPromises() async throws {
    var runbook = Self.runbook
    runbook.cadence = []
    let harbour = try await Harbour(runbook: runbook, team: Self.team)
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let signedIn = try await harbour.signIn(visitor)
      let page = try await signedIn.get("/incidents/\(id)/publish").text
      #expect(page.contains("Next update in: [X minutes]</textarea>") && !page.contains(">X minutes</label>"))
      #expect(page.contains("The promise stands on the page and in the text."))
      var form = [
        "audience": "external", "state": "investigating", "title": "Shop is down", "minutes": "0", "do": "publish",
        "text": "We look into it.\nNext update in: [X minutes]",
      ]
      let refused = try await signedIn.post("/incidents/\(id)/publish", form)
      refused.expect(.unprocessableContent)
      refused.expect(contains: "Choose a time, or take [X minutes] out of it.")
      form["minutes"] = "30"
      try await signedIn.post("/incidents/\(id)/publish", form).expect(.seeOther)
      let status = try await visitor.get("/status").text
      #expect(status.contains("Next update in: 30 minutes") && status.contains("Next update by "))
    }
  }

  @Test func programsPublishAndAnnounceToo() async throws {
    let harbour = try await equipped()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let body =
        #"{"state":"identified","title":"Slow","text":"We know why.","components":{"shop":"degraded_performance"}}"#
      try await visitor.json("/api/v1/incidents/\(id)/publish", body, headers: bearer).expect(.ok)
      let wrong = try await visitor.json(
        "/api/v1/incidents/\(id)/publish", body.replacing("shop", with: "ship"), headers: bearer)
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("components: expected some of shop."))
      let work = #"{"title":"New nodes","starts":"2026-02-15T08:00Z","ends":"2026-02-15T08:20Z","components":["shop"]}"#
      let announced = try await visitor.json("/api/v1/maintenance", work, headers: bearer)
      #expect(announced.status == .ok && announced.text.contains(#""stage":"scheduled""#))
      let page = try await visitor.get("/status").text
      #expect(page.contains("Shop is degraded.") && page.contains("2026-02-15 08:00 to 08:20 UTC"))
      let past = work.replacing("2026", with: "2025")
      try await visitor.json("/api/v1/maintenance", past, headers: bearer).expect(.unprocessableContent)
    }
  }

  // MARK: following

  @Test func nothingIsSentBeforeItIsConfirmedNorAfterItIsLeft() async throws {
    let harbour = try await equipped()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let asked = try await visitor.post("/status/follow", ["email": "Kay@example.org"])
      #expect(asked.status == .ok && asked.text.contains("One step more"))
      let follower = try #require(
        try await harbour.database.read(SubscriberQueries.byAddress(.mail, "kay@example.org")).first)
      #expect(follower.confirmed == nil)
      #expect(try await bulletins(harbour) == ["confirm"])
      let confirm = FollowLinks.confirm(follower.id, origin: "", secret: harbour.context().secret)
      #expect(try await visitor.get(confirm).text.contains("Send me updates"))
      #expect(try await harbour.database.read(SubscriberQueries.byId(follower.id)).first?.confirmed == nil)
      try await visitor.post(confirm).expect(.ok)
      try await publish(harbour, id)
      #expect(try await bulletins(harbour) == ["confirm", "update"])
      let leave = FollowLinks.leave(follower.id, origin: "", secret: harbour.context().secret)
      #expect(try await visitor.get(leave).text.contains("Stop the updates"))
      // As a mail program posts it: from no page, without a session.
      try await visitor.post(leave, ["List-Unsubscribe": "One-Click"]).expect(.ok)
      try await publish(harbour, id)
      #expect(try await bulletins(harbour) == ["confirm cancelled", "update cancelled"])
      try await visitor.post(confirm).expect(.notFound)
    }
  }

  private func publish(_ harbour: Harbour, _ id: Int64) async throws {
    try await harbour.acts.publish(
      PublicUpdate(
        incident: id, at: harbour.clock.now, state: .investigating, title: "T", text: "We look.",
        began: harbour.clock.now), by: "bo")
  }

  private func bulletins(_ harbour: Harbour) async throws -> [String] {
    let query = Query<String>("SELECT subject, status FROM bulletin ORDER BY subject") {
      row throws(StorageError) in
      let status = try row.text(1)
      return try row.text(0) + (status == "pending" ? "" : " " + status)
    }
    return try await harbour.database.read(query)
  }

  @Test(arguments: ["", "a@b", "a b@example.org", "a@example.org\r\nBcc: x@y.z", "<a@example.org>", "@example.org"])
  func whatIsNoAddressIsRefused(address: String) async throws {
    let harbour = try await equipped()
    try await harbour.visit { visitor in
      try await visitor.post("/status/follow", ["email": address]).expect(.unprocessableContent)
    }
  }

  @Test(arguments: [
    "http://example.org/x", "https://localhost/x", "https://a:b@example.org", "javascript:x", "https://",
  ])
  func aWebhookIsAnOpenAddressOfTheWeb(address: String) async throws {
    let harbour = try await equipped()
    try await harbour.visit { visitor in
      try await visitor.post("/status/follow", ["webhook": address]).expect(.unprocessableContent)
    }
  }

  @Test func aTokenOfAnotherPurposeOrAnotherServerIsNone() async throws {
    let harbour = try await equipped()
    try await harbour.visit { visitor in
      _ = try await visitor.post("/status/follow", ["email": "kay@example.org"])
      let id = try #require(
        try await harbour.database.read(SubscriberQueries.byAddress(.mail, "kay@example.org")).first?.id)
      let secret = harbour.context().secret
      let leave = FollowLinks.leave(id, origin: "", secret: secret).replacing("/leave/", with: "/follow/")
      try await visitor.post(leave).expect(.notFound)
      let foreign = FollowLinks.confirm(id, origin: "", secret: Array(repeating: 8, count: 32))
      try await visitor.post(foreign).expect(.notFound)
    }
  }

  @Test func strangersMayAskOnlySoOften() async throws {
    let harbour = try await equipped()
    try await harbour.visit { visitor in
      for number in 0..<5 { try await visitor.post("/status/follow", ["email": "k\(number)@example.org"]).expect(.ok) }
      let sixth = try await visitor.post("/status/follow", ["email": "k6@example.org"])
      #expect(sixth.status == .tooManyRequests && sixth.headers[.retryAfter] != nil)
    }
  }

  // MARK: reports

  @Test func aReportJoinsTheOpenIncidentOrBecomesAnAlert() async throws {
    let harbour = try await equipped()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      try await visitor.post("/status/report", ["text": "I cannot pay", "about": "shop"]).expect(.ok)
      #expect(harbour.acts.calls.last == "accept 1")
      try await publish(harbour, id)
      _ = try await harbour.signIn(visitor).get("/public")
      try await visitor.post("/status/report", ["text": "Me neither <script>"]).expect(.ok)
      #expect(harbour.acts.calls.last == "note by status page")
      try await visitor.post("/status/report", ["text": " "]).expect(.unprocessableContent)
      _ = try await visitor.post("/status/report", ["text": "c"])
      try await visitor.post("/status/report", ["text": "d"]).expect(.tooManyRequests)
    }
  }

  @Test func anotherSiteCannotPostTheseForms() async throws {
    let harbour = try await equipped()
    try await harbour.visit { visitor in
      for path in ["/status/follow", "/status/report"] {
        let answer = try await visitor.post(
          path, ["email": "k@example.org", "text": "x"], headers: [.origin: "https://evil.example"])
        #expect(answer.status == .forbidden, "\(path)")
      }
    }
  }
}
