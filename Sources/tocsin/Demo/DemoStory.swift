import App
import Engine
import Foundation
import Incidents

/// Plays one incident over HTTP, from the alert to the review, and notes which of its steps were seen.
struct DemoStory {
  private let client: ServerClient
  private let setupLink: String
  private var browser: DemoBrowser
  private let plan: DemoPlan
  private let pace: Double
  private var watch: DemoWatch
  private let terminal = Terminal.current()
  private(set) var unseen = 0
  private var ended = false
  /// When the alert went out: the incident's clock runs from there at the demo's pace.
  private var sent = ContinuousClock.now
  private var answering = "demo"

  init(running: RunningServer, plan: DemoPlan, pace: Double, deadline: ContinuousClock.Instant) throws {
    client = try ServerClient(address: running.address, token: running.token)
    browser = DemoBrowser(address: running.address)
    setupLink = running.setupLink ?? ""
    self.plan = plan
    self.pace = pace
    watch = DemoWatch(client: client, deadline: deadline)
  }

  var wasObserved: Bool { ended && unseen == 0 }

  /// What goes wrong on the way is said and counted, never thrown: the timeline is shown in any case.
  mutating func play(_ pages: DemoPages) async {
    let speed = pace == 60 ? "one minute passes each second" : "the clock runs \(Int(pace)) times as fast"
    Output.write("Demo: \(speed). \(plan.runbook.title.map(Layout.plain) ?? "A runbook").\n")
    do {
      try await alert()
      let opened = try await opening()
      if let first = pages.all.first { Output.write(first) }
      let ladder = plan.ladder(severity: opened.severity, scenario: opened.scenario, title: opened.title)
      let climbed = try await climb(opened, ladder)
      try await acknowledge(climbed, ladder)
      try await resolve()
      try await review()
      ended = true
    } catch {
      saw(false, Failure(error)?.message ?? "\(error)")
    }
    await showTimeline()
  }

  private mutating func saw(_ seen: Bool, _ sentence: String, line: Int? = nil) {
    if !seen { unseen += 1 }
    let mark = seen ? terminal.styled("✓", .good) : terminal.styled("✗", .error)
    let reference = line.map { "  L\($0)" } ?? ""
    Output.write(Layout.hanging("\(mark) ", Layout.plain(sentence) + reference, terminal.width))
  }

  // MARK: Steps

  private mutating func alert() async throws {
    struct Created: Decodable { var key: String }
    let key = try Answer.decode(Created.self, from: try await client.post("/api/v1/keys", ["name": "demo"])).key
    sent = .now
    watch.key = key
    let status = try await watch.send("trigger", of: plan)
    saw((200..<300).contains(status), "An alert comes in and is answered with \(status): \"\(plan.summary)\"")
  }

  private mutating func opening() async throws -> IncidentReading {
    let opened = try await watch.until { $0.pages.contains(where: Self.went) }
    guard let incident = opened else { throw Failure(.found, "No incident with a page appeared.") }
    let scenario = incident.scenario.map { "scenario \"\($0)\"" } ?? "no scenario"
    let line = plan.runbook.scenarios.first { Layout.plain($0.title) == incident.scenario }?.line
    let fits = plan.scenario == nil || Layout.plain(plan.scenario?.title ?? "") == incident.scenario
    saw(fits, "\(incident.name) opens at \(incident.severity), \(scenario)", line: line)
    let first = incident.pages.filter(Self.went)
    saw(true, "\(people(first)) is paged first", line: first.first?.line)
    return incident
  }

  /// Waits, without an answer, until somebody else is paged.
  private mutating func climb(_ opened: IncidentReading, _ ladder: [LadderStep]) async throws -> IncidentReading {
    let known = Set(opened.pages.filter(Self.went).map(\.person))
    let reached = ladder.flatMap { plan.team.candidates(for: $0.target).map(\.id) }
    guard Set(reached).count > known.count else {
      saw(true, "The ladder reaches nobody else, so nobody else is paged")
      return opened
    }
    let next = try await watch.until { incident in
      incident.pages.contains { Self.went($0) && !known.contains($0.person) }
    }
    let newcomers = next?.pages.filter { Self.went($0) && !known.contains($0.person) } ?? []
    guard let next, let page = newcomers.first else {
      saw(false, "Nobody answers, but nobody else was paged in time")
      return opened
    }
    saw(true, "Nobody answers: \(people(newcomers)) is paged. \(page.why)", line: page.line)
    return next
  }

  /// After an answer, rungs that wait for one stay silent and rungs that wait for the resolution do not.
  private mutating func acknowledge(_ before: IncidentReading, _ ladder: [LadderStep]) async throws {
    // Whoever was paged last, for the first one has just shown that nobody is there.
    answering = before.pages.last(where: Self.went)?.person ?? "demo"
    _ = try await client.post(
      "/api/v1/incidents/\(ServerClient.part(watch.name))/acknowledge", ["actor": .text(answering)])
    guard let now = try await watch.until({ $0.status != "triggered" }) else {
      return saw(false, "The acknowledgement did not take effect")
    }
    saw(true, "\(plan.team.person(answering)?.name ?? answering) acknowledges")
    let served = Set(now.pages.filter { $0.status != "cancelled" }.compactMap(\.step))
    let left = ladder.filter { !served.contains($0.index) }
    if let lasting = left.first(where: { $0.until == .resolved && reachesSomebody($0) }) {
      let paged = try await watch.until { incident in
        incident.pages.contains { $0.step == lasting.index && Self.went($0) }
      }
      let went = paged?.pages.filter { $0.step == lasting.index && Self.went($0) } ?? []
      let place = Count.minutes(Double(lasting.dueAfter.seconds) / 60)
      saw(
        !went.isEmpty, "The rung at \(place) goes on until it is resolved: \(people(went)) is paged", line: lasting.line
      )
    }
    try await silence(of: left.filter { $0.until == .acknowledged }, opened: now.opened)
  }

  /// Waits until the next silenced rung would have come, and sees that nothing did.
  private mutating func silence(of steps: [LadderStep], opened: Timestamp?) async throws {
    guard let next = steps.first, let opened else {
      return saw(true, "No rung is left that an answer stops")
    }
    let due = opened + next.dueAfter
    let (sent, pace) = (sent, pace)
    let seen = try await watch.until { _ in
      let passed = Double((ContinuousClock.now - sent).components.seconds) * pace
      return opened + .seconds(Int(passed)) >= due + .minutes(2)
    }
    let late = seen?.pages.filter { page in steps.contains { $0.index == page.step } && Self.went(page) } ?? []
    let minutes = Count.minutes(Double(next.dueAfter.seconds) / 60)
    let sentence = late.isEmpty ? "stays silent: somebody has answered" : "was paged although somebody had answered"
    saw(seen != nil && late.isEmpty, "\(next.target), due at \(minutes), \(sentence)", line: next.line)
  }

  private mutating func resolve() async throws {
    let status = try await watch.send("resolve", of: plan)
    saw((200..<300).contains(status), "The alert's source says that it is over")
    let over = try await watch.until { incident in incident.timeline.contains { $0.kind == "alertResolved" } }
    saw(over != nil, "The timeline notes it")
    if let over, ["resolved", "closed"].contains(over.status) == false {
      let body: [String: JSONField] = ["reason": "Seen to be over in the demo.", "actor": .text(answering)]
      _ = try await client.post("/api/v1/incidents/\(ServerClient.part(watch.name))/resolve", body)
    }
    let resolved = try await watch.until { ["resolved", "closed"].contains($0.status) }
    saw(resolved != nil, "The incident is resolved")
  }

  private mutating func review() async throws {
    let signedIn = try await browser.setUp(by: setupLink)
    saw(signedIn, "The one-time setup link opens the pages")
    let draft = try await browser.text("/incidents/\(ServerClient.part(watch.name))/review.md") ?? ""
    let lines = draft.split(separator: "\n").count
    saw(lines > 3, "A first review draft of \(Count.of(lines, "line")) is there", line: plan.runbook.review.line)
    Output.write("\n" + terminal.styled("Review draft", .strong) + "\n" + draft)
  }

  private func showTimeline() async {
    guard !watch.name.isEmpty, let answer = try? await client.get("/api/v1/incidents/\(ServerClient.part(watch.name))"),
      let json = try? Answer.decode(JSONField.self, from: answer)
    else { return }
    let rows = IncidentReading(json).course.map { IncidentText.row($0, terminal) }
    Output.write("\n" + terminal.styled("Timeline, UTC", .strong) + "\n" + rows.joined(separator: "\n") + "\n")
  }

  private static func went(_ page: IncidentReading.PageReading) -> Bool {
    ["accepted", "delivered", "acknowledged"].contains(page.status)
  }

  private func reachesSomebody(_ step: LadderStep) -> Bool {
    plan.team.candidates(for: step.target).contains { !$0.methods.isEmpty }
  }

  private func people(_ pages: [IncidentReading.PageReading]) -> String {
    var seen: Set<String> = []
    let ids = pages.map(\.person).filter { seen.insert($0).inserted }
    return ids.map { plan.team.person($0)?.name ?? $0 }.joined(separator: ", ")
  }
}
