import Incidents
import Runbooks

/// One night as it is played: an incident and its pages in memory, and a clock that jumps from deadline to deadline.
struct DrillRun {
  let drill: Drill
  let question: DrillQuestion
  var incident: Incident
  var pages: [Page] = []
  var now: Timestamp
  var events: [DrillEvent] = []
  var again: Int?
  /// What was sent at this moment, and whether it got through.
  var sent: [(page: Page, arrived: Bool)] = []
  /// Rungs that this moment served, and what the engine said of those that reach nobody.
  var served: [LadderStep] = []
  var saidUnreachable: [TimelineEntry] = []
  /// What assumptions were told already, so that each is told once.
  var told: Set<String> = []
  /// When somebody who was paged answers.
  private var answer: (at: Timestamp, person: String)?
  private var alerts = AlertCounts(firing: 1, total: 1)
  private var changed = false
  private var said = false
  private var turns: [String: Int] = [:]
  /// The climb up to which pages are told; one in which the severity changes is told whatever its number.
  private(set) var shown: Int

  init(_ drill: Drill, _ question: DrillQuestion) throws(Refusal) {
    let opening = try Self.opening(drill, question)
    self.drill = drill
    self.question = question
    shown = max(question.rounds, 1)
    now = question.start
    let plan = Engine.open(opening, drill.policy, now: question.start)
    incident = opening.incident(opened: question.start)
    store(plan)
  }

  private static func opening(_ drill: Drill, _ question: DrillQuestion) throws(Refusal) -> Opening {
    let scenario = drill.runbook.scenarios.first { $0.title == question.scenario }
    let title = question.scenario ?? "Incident"
    let known = drill.runbook.severities
    let own = scenario?.severity.flatMap { SeverityWords.find($0, in: known) } ?? known.min { $0.rank < $1.rank }
    let severity = try SeverityChoice.declared(
      question.severity ?? own?.name, title: title, scenario: scenario?.title,
      runbook: drill.runbook)
    return Opening(
      id: 1, name: IncidentName.make(drill.runbook.incidentNameForm, day: question.start, number: 1), title: title,
      cause: "drill", scenario: scenario?.title, severity: severity, revision: 1, source: "The drill")
  }

  var view: IncidentView {
    IncidentView(
      incident: incident, pages: pages.filter { $0.round == incident.round }, alerts: alerts, policy: drill.policy,
      turns: turns)
  }

  /// More moments than any night has: what stops a mistake from playing for ever.
  private static let moments = 50_000

  mutating func play() throws(Refusal) {
    settle()
    for _ in 0..<Self.moments {
      guard let next = nextMoment, next <= end else { break }
      now = max(now, next)
      try act()
      settle()
    }
    again = again ?? roundEnd.map { Int(clamping: ($0 - question.start).minutes) }
    addPlanned()
  }

  // MARK: the clock

  private var nextMoment: Timestamp? {
    let due = pages.filter { $0.status == .pending }.map(\.due)
    let change = question.change.map { question.start + .minutes(max($0.minute, 0)) }
    let word = question.said.map { question.start + .minutes(max($0.minute, 0)) }
    let acts = [changed ? nil : change, said ? nil : word, answers ? answer?.at : nil, resolution]
    return (due + ([incident.nextDue] + acts).compactMap { $0 }).min()
  }

  private var answers: Bool { incident.acknowledgedAt == nil && incident.status.isOpen }
  private var resolution: Timestamp? {
    guard incident.status.isOpen, let minute = question.resolveAfter else { return nil }
    return question.start + .minutes(max(minute, 0))
  }

  /// The last moment that is played.
  private var end: Timestamp {
    if let horizon = question.horizon { return question.start + horizon }
    if let resolved = incident.resolvedAt {
      return max(drill.review(of: incident)?.due ?? resolved, resolved + drill.quietWindow(of: incident).length)
    }
    let held = pages.filter(\.isHeld).map(\.due).max() ?? question.start
    let own = question.start + .minutes(max(question.change?.minute ?? 0, question.said?.minute ?? 0, 0))
    return ([own, held, climbEnd] + [answers ? answer?.at : nil, resolution].compactMap { $0 }).max() ?? own
  }

  /// The last rung that is shown and the time within which it is to be answered.
  private var climbEnd: Timestamp {
    let last = Escalation.ladder(incident, drill.policy).map { $0.due(incident) - incident.roundStart }.max() ?? .zero
    let end = (incident.round <= shown ? incident.roundStart : question.start) + last + drill.timeToAnswer(incident)
    // Climbs that reach nobody go on for good; what they come to is seen after the last that is counted.
    let isCounted = incident.round < question.rounds || question.rounds >= Draft.rounds
    guard isCounted, incident.round <= max(Draft.rounds, question.rounds) else { return end }
    return max(end, roundEnd ?? end)
  }

  /// When a climb that nobody answered ends.
  private var roundEnd: Timestamp? {
    Deadlines(incident, drill.policy, Escalation.ladder(incident, drill.policy), pages: pages).roundEnd?.due
  }

  // MARK: what people do

  /// People are quicker than the clock: who answers in the minute of a rung answers before it.
  private mutating func act() throws(Refusal) {
    if !changed, let change = question.change, question.start + .minutes(max(change.minute, 0)) <= now {
      changed = true
      if incident.status.isOpen {
        shown = max(shown, incident.round)
        store(try Engine.changeSeverity(view, to: change.severity, by: "Somebody", now: now))
      }
    }
    if !said, let word = question.said, question.start + .minutes(max(word.minute, 0)) <= now {
      said = true
      if incident.status.isOpen {
        store(try Engine.situation(view, word.words, holds: true, by: "Somebody", now: now))
      }
    }
    if answers, let answer, answer.at <= now { store(try Engine.acknowledge(view, by: answer.person, now: now)) }
    if let resolution, resolution <= now {
      alerts = AlertCounts(firing: 0, total: 1, lastResolved: now)
      store(
        try Engine.resolve(
          view, by: incident.acknowledgedBy ?? "Somebody", reason: nil, isChecked: true, now: now))
    }
  }

  // MARK: the loops of the server, in memory

  private mutating func settle() {
    for _ in 0..<100 {
      if let due = incident.nextDue, due <= now, let plan = Engine.decide(view, now: now) { store(plan) }
      send()
      let waits = pages.contains { $0.status == .pending && $0.due <= now }
      if !waits, (incident.nextDue ?? Timestamp(microseconds: .max)) > now { break }
    }
    tellPages()
  }

  private mutating func store(_ plan: Plan) {
    let before = incident
    incident = plan.incident
    for page in plan.pages {
      var page = page
      page.id = RowID.make(incident: incident.id, number: incident.pages)
      incident.pages += 1
      pages.append(page)
    }
    for role in plan.turns { turns[role, default: 0] &+= 1 }
    incident.entries += plan.entries.count
    incident.version += 1
    for index in pages.indices where plan.cancelled.contains(pages[index].id) && pages[index].status == .pending {
      pages[index].status = .cancelled
    }
    follow(plan, before)
  }

  private mutating func send() {
    for index in pages.indices where pages[index].status == .pending && pages[index].due <= now {
      pages[index].status = .sending
      pages[index].attempts += 1
      let channel = pages[index].method.channel
      let isDown = question.channelsDown.contains(channel)
      let outcome: DeliveryOutcome = isDown ? .permanent("\(channel) is down") : .accepted("drill")
      let wanted = pages[index].reason.outlivesEnd || incident.status.isOpen
      let decision = Delivery.after(outcome, page: pages[index], now: now, jitter: 1, wanted: wanted)
      pages[index] = decision.applied(to: pages[index])
      sent.append((pages[index], !isDown))
      if !isDown { expectAnswer(from: pages[index]) }
      if decision.look { incident.nextDue = now }
    }
  }

  private mutating func expectAnswer(from page: Page) {
    guard let minutes = question.acknowledgeAfter, !question.asleep.contains(page.person), page.reason.climbs
    else { return }
    let at = now + .minutes(max(minutes, 0))
    if answer.map({ at < $0.at }) ?? true { answer = (at, page.person) }
  }
}
