import Engine
import Incidents
import Runbooks
import Testing

/// A night on a virtual clock: it drives the engine as the loops do, with a store in memory and people who get
/// their pages. Time moves only by `pass`.
struct Night {
  struct Got: Hashable {
    var minute: Int
    var person: String
    var channel: String
    var reason: Page.Reason
    var line: Int?
  }

  private(set) var now: Timestamp
  private(set) var incident: Incident
  private(set) var pages: [Page] = []
  private(set) var entries: [TimelineEntry] = []
  private(set) var items: [ActionItem] = []
  /// What reached people, in order.
  private(set) var got: [Got] = []
  /// Answers of channels that do not simply accept.
  var broken: [String: DeliveryOutcome]
  var policy: Policy
  /// The view holds the pages of earlier rounds too; the engine must decide the same.
  var seesAllRounds = false
  private let start: Timestamp
  private var firing = 1
  private var total = 1
  private var lastResolved: Timestamp?
  private(set) var decisions = 0
  /// How often each role that is called in turn was.
  var turns: [String: Int] = [:]

  /// The night begins when the first alert comes in.
  init(
    _ runbook: Runbook, _ team: Team, alert: AlertEvent, match: ScenarioMatch? = nil,
    broken: [String: DeliveryOutcome] = [:], turns: [String: Int] = [:], at start: Timestamp = .threeInTheMorning
  ) {
    self.turns = turns

    self.broken = broken
    let opening = Opening(
      alert, id: 7, name: IncidentName.make(runbook.incidentNameForm, day: start, number: 1),
      cause: Cause.key(alert, scenario: match?.title, integration: 1, unique: "u"), match: match, runbook: runbook,
      revision: 1)
    self.start = start
    now = start
    policy = Policy(runbook: runbook, team: team)
    let plan = Engine.open(opening, policy, turns: turns, now: start)
    incident = plan.incident
    store(plan)
    run()
  }

  var view: IncidentView {
    IncidentView(
      incident: incident, pages: seesAllRounds ? pages : pages.filter { $0.round == incident.round },
      alerts: AlertCounts(firing: firing, total: total, lastResolved: lastResolved), policy: policy,
      items: items, turns: turns)
  }
  var minute: Int { Int((now - start).minutes) }

  /// Goes from deadline to deadline, as the loop that sleeps until the next one does.
  mutating func pass(_ minutes: Int) {
    let end = now + .minutes(minutes)
    while let next = nextWake, next <= end {
      now = max(now, next)
      run()
    }
    now = end
  }

  mutating func pass(seconds: Int) {
    let end = now + .seconds(seconds)
    while let next = nextWake, next <= end {
      now = max(now, next)
      run()
    }
    now = end
  }

  mutating func alertResolves() {
    firing = max(0, firing - 1)
    if firing == 0 { lastResolved = now }
    look()
  }

  mutating func alertFires() {
    firing += 1
    total += 1
    look()
  }

  mutating func acknowledge(_ person: String, via: String = "the link in the page") throws {
    try act { view, now throws(Refusal) in try Engine.acknowledge(view, by: person, via: via, now: now) }
  }

  mutating func resolve(_ person: String, reason: String? = "mended") throws {
    try act { view, now throws(Refusal) in try Engine.resolve(view, by: person, reason: reason, now: now) }
  }

  mutating func say(_ words: String, _ person: String = "ana", holds: Bool = true) throws {
    try act { view, now throws(Refusal) in
      try Engine.situation(view, words, holds: holds, by: person, now: now)
    }
  }

  mutating func handOver(to person: String, by actor: String) throws {
    try act { view, now throws(Refusal) in try Engine.handOver(view, to: person, by: actor, now: now) }
  }

  mutating func change(to severity: String) throws {
    try act { view, now throws(Refusal) in try Engine.changeSeverity(view, to: severity, by: "ana", now: now) }
  }

  mutating func act(_ change: (IncidentView, Timestamp) throws(Refusal) -> Plan) throws {
    store(try change(view, now))
    run()
  }

  /// Time stood still for the system while it went on for people: nothing ran.
  mutating func down(_ minutes: Int) { now = now + .minutes(minutes) }
  mutating func wake() { run() }

  // MARK: the loops

  private var nextWake: Timestamp? {
    let due = pages.filter { $0.status == .pending }.map(\.due)
    return (due + [incident.nextDue].compactMap { $0 }).min()
  }

  private mutating func look() {
    incident.nextDue = now
    run()
  }

  private mutating func run() {
    var turns = 0
    repeat {
      turns += 1
      if let due = incident.nextDue, due <= now, let plan = Engine.decide(view, now: now) { store(plan) }
      decisions += 1
      send()
    } while (nextWake ?? .init(microseconds: .max)) <= now && turns < 100
    #expect(turns < 100, "the engine spins at minute \(minute)")
  }

  private mutating func store(_ plan: Plan) {
    let first = plan.incident.pages
    entries += plan.entries.map { entry in
      guard entry.kind == .paged, let place = entry.page else { return entry }
      var entry = entry
      entry.page = RowID.make(incident: plan.incident.id, number: first + Int(clamping: place))
      return entry
    }
    incident = plan.incident
    for page in plan.pages {
      var page = page
      page.id = RowID.make(incident: incident.id, number: incident.pages)
      incident.pages += 1
      pages.append(page)
    }
    for role in plan.turns { turns[role, default: 0] &+= 1 }
    items = items.filter { item in !plan.items.contains { $0.id == item.id } } + plan.items
    incident.entries += plan.entries.count
    incident.version += 1
    for id in plan.cancelled {
      guard let index = pages.firstIndex(where: { $0.id == id && $0.status == .pending }) else { continue }
      pages[index].status = .cancelled
    }
  }

  private mutating func send() {
    for index in pages.indices where pages[index].status == .pending && pages[index].due <= now {
      pages[index].status = .sending
      pages[index].attempts += 1
      let outcome = broken[pages[index].method.channel] ?? .accepted("ok")
      let wanted = pages[index].reason.outlivesEnd || incident.status.isOpen
      let decision = Delivery.after(outcome, page: pages[index], now: now, jitter: 1, wanted: wanted)
      pages[index] = decision.applied(to: pages[index])
      if decision.status == .accepted { deliver(pages[index]) }
      if decision.look { incident.nextDue = now }
    }
  }

  private mutating func deliver(_ page: Page) {
    got.append(
      Got(
        minute: minute, person: page.person, channel: page.method.channel, reason: page.reason, line: page.line))
  }
}

extension Night {
  /// One page, exactly so.
  func expect(
    _ person: String, gets reason: Page.Reason, at minute: Int, line: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let hits = got.filter { $0.person == person && $0.reason == reason && $0.minute == minute }
    #expect(
      hits.count == 1, "\(person) should get \(reason) at minute \(minute); the night was \(story)",
      sourceLocation: sourceLocation)
    if let line { #expect(hits.first?.line == line, "the line behind it", sourceLocation: sourceLocation) }
  }

  /// Nobody got anything but these, each "minute person".
  func expectPages(_ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(story == expected, sourceLocation: sourceLocation)
  }

  /// Calls for help; what reminds of a promise is told apart.
  var story: [String] { got.filter(\.reason.climbs).map { "\($0.minute) \($0.person)" } }
  /// Reminders of promises: "15 ana updateDue".
  var reminders: [String] {
    got.filter(\.reason.isPromise).map { "\($0.minute) \($0.person) \($0.reason.rawValue)" }
  }

  func said(_ kind: TimelineEntry.Kind) -> [TimelineEntry] { entries.filter { $0.kind == kind } }
}

extension Timestamp {
  /// 14 February 2026, 03:12 UTC, a Saturday.
  static let threeInTheMorning = Timestamp(
    microseconds: (CivilTime.days(year: 2026, month: 2, day: 14) * 86_400 + 3 * 3_600 + 12 * 60) * 1_000_000)
}
