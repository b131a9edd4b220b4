import Engine
import Incidents
import Runbooks
import Testing

/// Messages to the world: filled by what is known, refused while they ask, and checked against the inside.
@Suite struct StatusTests {
  /// 03:12 UTC
  private static let opened = Fixture.start
  private static let now = opened + .minutes(19)

  private func fill(_ body: String, _ slots: [String], change: (inout KnownFacts) -> Void = { _ in }) -> FilledTemplate
  {
    var facts = KnownFacts(now: Self.now, opened: Self.opened, nextBy: Self.now + .minutes(15))
    facts.state = "Investigating"
    facts.components = ["Website"]
    facts.page = "https://t.example/status"
    change(&facts)
    return FilledTemplate(Template(name: "T", kind: .statusPage, body: body, placeholders: slots, line: 1), facts)
  }

  @Test func whatHappenedInSomebodysExampleIsAskedForAndNotSentAsAFact() {
    let body = "**Status**: Resolved\n**Impact**: 45 minutes, ~500 users\n**Root Cause**: A pool was empty\nThank you."
    let filled = fill(body, [])
    #expect(filled.asks == ["[what: Impact]", "[what: Root Cause]"])
    #expect(filled.text.hasPrefix("**Status**: Investigating\n**Impact**: [what: Impact]\n"))
    let answered = FilledTemplate.answered(filled.text, [("[what: Impact]", "Nobody noticed")])
    #expect(answered.contains("**Impact**: Nobody noticed\n") && answered.hasSuffix("Thank you."))
    #expect(fill("Impact: all users of [X]", ["[X]"]).text == "Impact: all users of [X]", "its places say what is open")
    #expect(fill("We know the cause: it is ours.", []).asks.isEmpty)
  }

  @Test func theHeadlineOfAnExampleKeepsTheTeamsTagAndSaysWhatIsSoNow() {
    func inside(_ line: String) -> String {
      fill(line + "\nStarted: now", []) {
        ($0.severity, $0.severities, $0.title) = ("SEV 1", ["SEV 1", "SEV 2"], "Payments fail")
      }.text.split(separator: "\n").first.map(String.init) ?? ""
    }
    #expect(inside("[INCIDENT] SEV 2 - API Errors Elevated") == "[INCIDENT] SEV 1 - Payments fail")
    #expect(inside("**INCIDENT ALERT** - SEV 2") == "**INCIDENT ALERT** - SEV 1")
    #expect(inside("[RESOLVED] API Service Disruption") == "[INVESTIGATING] Payments fail")
    #expect(inside("[UPDATE]") == "[UPDATE]" && inside("[x] SEV 20 holds") == "[x] SEV 20 holds")
    #expect(inside("We look into it.") == "We look into it.")
    #expect(fill("[RESOLVED] API Service Disruption\n\nIt works.", []).text == "It works.", "the page says both itself")
    #expect(fill("[INCIDENT] SEV 2 - [issue]", ["[issue]"]).asks == ["[issue]"])
  }

  @Test func everyStyleOfPlaceholderIsFilledByWhatIsKnown() {
    let cases: [(String, [String], String)] = [
      ("Time: [HH:MM UTC]", ["[HH:MM UTC]", "HH:MM"], "Time: 03:31 UTC"),
      ("Next update in: [X minutes]", ["[X minutes]"], "Next update in: 15 minutes"),
      ("Next Update: [+15 min]", ["[+15 min]"], "Next Update: 03:46 UTC"),
      ("Start Time: [YYYY-MM-DD HH:MM UTC]", ["[YYYY-MM-DD HH:MM UTC]", "HH:MM"], "Start Time: 2026-02-14 03:12 UTC"),
      ("Affected: {{services}}", ["{{services}}"], "Affected: Website"),
      ("from [time] to [time] UTC", ["[time]"], "from 03:12 to 03:31 UTC"),
      ("Updates at [status page].", ["[status page]"], "Updates at https://t.example/status."),
      ("Since <start time>", ["<start time>"], "Since 03:12 UTC"),
      ("Next update: 15:45 UTC", [], "Next update: 03:46 UTC"),
      ("We will provide an update in 45 minutes.", [], "We will provide an update in 15 minutes."),
      ("Started: 2024-11-27 15:30 UTC", [], "Started: 2026-02-14 03:12 UTC"),
    ]
    for (body, slots, filled) in cases { #expect(fill(body, slots).text == filled, "\(body)") }
  }

  @Test func anExampleOfTheDocumentIsReplacedOrAskedFor() {
    #expect(fill("Next update: 15:45 UTC", []) { $0.nextBy = nil }.asks == ["[next update]"])
    let lead = "**Incident Commander**: @john.doe"
    #expect(fill(lead, []).asks == ["[who: Incident Commander]"])
    #expect(fill("Technical Lead: @jane", []) { $0.responder = "Bo" }.asks == ["[who: Technical Lead]"])
    #expect(fill(lead, []) { $0.responder = "Bo" }.text == "**Incident Commander**: Bo")
    #expect(fill("**Status Page**: https://x.example/12345", []).text == "**Status Page**: https://t.example/status")
    #expect(fill("Follow: @john.doe", []).text == "Follow: @john.doe", "Nothing says that it is a person's place.")
    #expect(fill("Who: @[RESPONDER]", ["[RESPONDER]"]) { $0.responder = "Bo" }.text == "Who: @Bo")
    // The state before the place is not what the place asks for.
    #expect(fill("We are investigating reports of [issue]", ["[issue]"]).asks == ["[issue]"])
    #expect(fill("Status: [Investigating/Identified]", ["[Investigating/Identified]"]).text == "Status: Investigating")
  }

  @Test func onlyAPromiseAnswersWhenTheNextWordComes() {
    let slots = ["[issue]", "[X minutes]", "[time]"]
    let text = "We look into [issue].\nNext update in: [X minutes]\nNext update: [next update]"
    let places = PromisedPlaces(text, slots: slots)
    #expect(places.all == ["[X minutes]", "[next update]"])
    #expect(
      places.answered(Self.now + .minutes(30), now: Self.now)
        == "We look into [issue].\nNext update in: 30 minutes\nNext update: 04:01 UTC")
    #expect(PromisedPlaces("Since [time]. Next update: [time]", slots: slots).all.isEmpty, "It asks for both.")
    #expect(PromisedPlaces("Next update estimated: [time]", slots: slots).all.isEmpty)
  }

  @Test func theRestIsAskedForByName() {
    let filled = fill(
      "We look into [issue]. ETA: [time]. Who: [Who is affected]", ["[issue]", "[time]", "[Who is affected]"])
    #expect(filled.asks == ["[issue]", "[time]", "[Who is affected]"])
    let answered = FilledTemplate.answered(filled.text, [("[issue]", "slow pages"), ("[time]", " "), ("", "x")])
    #expect(answered == "We look into slow pages. ETA: [time]. Who: [Who is affected]")
  }

  @Test func onlyMessagesInsideAreToldOfPeopleAndSeverities() {
    let slots = ["[P0/P1/P2/P3]", "@your-name"]
    let body = "Severity: [P0/P1/P2/P3] Engineer: @your-name"
    #expect(fill(body, slots).text == body)
    let inside = fill(body, slots) {
      $0.severity = "P0"
      $0.responder = "Bo"
    }
    #expect(inside.text == "Severity: P0 Engineer: Bo")
  }

  @Test func aTitleLineIsLeftToItsOwnField() {
    #expect(fill("Title: API Service Degradation\n\nWe see errors.", []).text == "We see errors.")
  }

  // MARK: publishing

  private func update(_ text: String, title: String = "Website is down", next: Timestamp? = nil) -> PublicUpdate {
    PublicUpdate(
      id: 9, incident: 3, at: Self.now, state: .identified, title: title, text: text, nextBy: next, began: Self.opened)
  }

  private var view: IncidentView {
    var runbook = Fixture.runbook(Fixture.rungs)
    runbook.templates = [Template(name: "T", kind: .statusPage, body: "", placeholders: ["[description]"], line: 1)]
    return Fixture.view(runbook)
  }

  @Test func aWordToTheWorldStandsInTheTimelineWithItsPromise() throws {
    let plan = try Engine.publish(
      view, update("A cable is cut.", next: Self.now + .minutes(15)), by: "bo", now: Self.now)
    let entry = try #require(plan.entries.first { $0.kind == .update })
    #expect(entry.text == "A cable is cut.")
    #expect(entry.detail == "Public, identified: Website is down. Next update by 03:46 UTC.")
    #expect(plan.incident.lastUpdateAt == Self.now)
  }

  @Test func whatStillAsksOrIsEmptyIsRefused() {
    #expect(throws: Refusal.leftOver("[description]")) {
      try Engine.publish(view, update("We see [description]."), by: "bo", now: Self.now)
    }
    #expect(throws: Refusal.leftOver("[description]")) {
      try Engine.publish(view, update("Fine.", title: "[description]"), by: "bo", now: Self.now)
    }
    #expect(throws: Refusal.empty("public update")) {
      try Engine.publish(view, update(" \n"), by: "bo", now: Self.now)
    }
    #expect(throws: Refusal.empty("public title")) {
      try Engine.publish(view, update("Fine.", title: " "), by: "bo", now: Self.now)
    }
    #expect(throws: Refusal.promisePassed) {
      try Engine.publish(view, update("Fine.", next: Self.now), by: "bo", now: Self.now)
    }
  }

  @Test func thePageCanBeToldOfTheEndAfterTheEnd() throws {
    var ended = view
    ended.incident.status = .resolved
    let plan = try Engine.publish(ended, update("It is over."), by: "bo", now: Self.now)
    #expect(plan.incident.lastUpdateAt == ended.incident.lastUpdateAt && plan.entries.count == 1)
  }

  // MARK: truth

  private func check(_ updates: [PublicUpdate], ended: Set<Int64> = [], minutes: Int = 20, service: String = "")
    -> [String]
  {
    var incident = view.incident
    incident.service = service
    let now = Self.opened + .minutes(minutes)
    let board = StatusBoard(
      StatusFacts(
        title: "H", components: [StatusComponent(id: "website", name: "Website", services: ["web"])], updates: updates),
      now: now)
    let open = ended.isEmpty ? [Truthfulness.Inside(incident: incident, runbook: view.policy.runbook)] : []
    return Truthfulness.check(board, open: open, ended: ended, now: now).map(\.fact)
  }

  @Test func aPageThatIsGreenWhileItBurnsIsUntrue() {
    #expect(check([]).first?.hasPrefix("Everything works, says the status page; INC-2026-02-14-01 (P0)") == true)
    #expect(check([], minutes: 10).isEmpty, "nobody can write within the first minutes")
    #expect(check([], minutes: 1, service: "web").first?.hasPrefix("Website works, says the status page;") == true)
    #expect(check([update("We look.")]).isEmpty)
  }

  @Test func aBrokenPromiseAndAForgottenEndAreUntrue() {
    let promised = update("We look.", next: Self.now + .minutes(1))
    #expect(check([promised], minutes: 24) == ["The status page promised an update by 03:32 UTC, 4 min ago."])
    let forgotten = check([update("We look.")], ended: [3])
    #expect(forgotten == ["The status page still says “Website is down”; the incident is over."])
  }

  // MARK: parts

  @Test func partsComeFromTheRunbookWithoutHostsAndPorts() {
    var runbook = Runbook()
    runbook.services = [
      Service(name: "Website (blue)", port: 5_000, container: "web-blue", domain: "example.org", line: 1),
      Service(name: "Website (green)", port: 5_001, line: 2), Service(name: "Website (staging)", line: 3),
      Service(name: "Docs", port: 5_003, line: 4),
    ]
    let parts = StatusParts.of(Team(), [runbook])
    #expect(parts.map(\.name) == ["Website", "Docs"] && parts.first?.covers("web-blue") == true)
    var asked = Runbook()
    asked.healthChecks = [
      HealthCheck(kind: .http, target: "https://api.example.org/health", line: 1),
      HealthCheck(kind: .http, target: "http://127.0.0.1:80/", line: 2),
      HealthCheck(kind: .http, target: "https://example.org", line: 3),
    ]
    #expect(StatusParts.of(Team(), [asked]).map(\.name) == ["API", "Website"])
    #expect(StatusParts.of(Team(), [Runbook()]).map(\.name) == ["Service"])
    let own = Team(status: StatusSettings(components: [StatusComponent(id: "shop", name: "Shop")]))
    #expect(StatusParts.of(own, [runbook]).map(\.id) == ["shop"])
  }
}
