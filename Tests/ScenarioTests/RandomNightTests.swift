import Engine
import Incidents
import Runbooks
import Testing

/// Random runbooks, teams and nights under a seed; what must hold is watched from outside after every event.
@Suite struct RandomNightTests {
  @Test(arguments: 1...40)
  func whateverHappensThePromisesHold(_ seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    for _ in 0..<5 {
      var night = Night(
        random.runbook(), random.team(), alert: Payments.alert,
        match: ScenarioMatch(scenario: 0, title: "Payments down", score: 1, why: []))
      night.seesAllRounds = seed.isMultiple(of: 2)
      var watch = Watch()
      watch.look(&night, seed)
      for _ in 0..<25 {
        random.event(&night)
        watch.look(&night, seed)
      }
    }
  }
}

/// What must never happen, whatever the night.
struct Watch {
  private var seen = 0

  mutating func look(_ night: inout Night, _ seed: Int) {
    let incident = night.incident
    let again = Engine.decide(night.view, now: night.now).map { $0.entries.map(\.text) + ["\($0.pages.count) pages"] }
    #expect(again == nil, "deciding twice decides something, seed \(seed)")
    if let due = incident.nextDue {
      #expect(due.microseconds > night.now.microseconds, "a deadline in the past, seed \(seed)")
    }
    for page in night.pages[seen...] { created(page, night, seed) }
    seen = night.pages.count
    unique(night, seed)
    awake(night, seed)
  }

  private func created(_ page: Page, _ night: Night, _ seed: Int) {
    let incident = night.incident
    if let end = incident.resolvedAt, !page.reason.outlivesEnd {
      #expect(page.created <= end, "paged after the resolution, seed \(seed)")
    }
    if let answered = incident.acknowledgedAt, page.until == .acknowledged, page.round == incident.round {
      #expect(page.created <= answered, "paged after the answer, seed \(seed)")
    }
  }

  private func unique(_ night: Night, _ seed: Int) {
    // A promise falls due again and again.
    let live = night.pages.filter { $0.status != .cancelled && !$0.reason.isPromise }
    let keys = live.map { "\($0.round) \($0.rung ?? -1) \($0.person) \($0.method.channel) \($0.reason)" }
    #expect(Set(keys).count == keys.count, "one page twice, seed \(seed)")
  }

  /// An incident that asks something is looked at again, unless every way was tried and the fault was raised.
  private func awake(_ night: Night, _ seed: Int) {
    let incident = night.incident
    let waits = night.pages.contains { $0.status == .pending }
    let gaveUp = incident.marks.contains(.ladderExhausted)
    if incident.status == .monitoring || (incident.status == .triggered && !gaveUp) {
      #expect(incident.nextDue != nil || waits, "nothing wakes \(incident.status), seed \(seed)")
    }
    let late = night.pages.contains {
      $0.status == .pending && $0.until == .acknowledged && incident.acknowledgedAt != nil && $0.attempts == 0
    }
    #expect(!late, "a page waits that the answer should have stopped, seed \(seed)")
  }
}

/// SplitMix64: the same numbers for the same seed, on every machine.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func runbook() -> Runbook {
    var runbook = Payments.runbook
    let targets = [
      "Primary on-call", "Secondary on-call", "Senior engineer", "Manager", "CTO", "Nobody", "Legal + Manager",
    ]
    runbook.escalation = (0..<Int.random(in: 0...6, using: &self)).map { line in
      Rung(
        target: targets.randomElement(using: &self) ?? "", afterMinutes: chance(60) ? Double(line * 10) : nil,
        severities: chance(30) ? ["P0"] : [], until: chance(30) ? .resolved : .acknowledged,
        condition: chance(15) ? "security breach" : nil, line: line + 1)
    }
    if chance(30) { runbook.escalationRules = [] }
    if chance(30) { runbook.cadence = [] }
    if chance(30) { runbook.rollback = nil }
    if chance(30) { runbook.quietMinutes = nil }
    return runbook
  }

  mutating func team() -> Team {
    var team = Payments.fullTeam
    team.roles.removeAll { _ in chance(25) }
    if chance(20) { team.fallback = nil }
    for index in team.people.indices where chance(15) { team.people[index].methods = [] }
    return team
  }

  mutating func event(_ night: inout Night) {
    let who = ["ana", "bo", "chidi", "dana"].randomElement(using: &self) ?? "ana"
    switch Int.random(in: 0..<16, using: &self) {
    case 0...4: night.pass(Int.random(in: 0...40, using: &self))
    case 5: night.pass(seconds: Int.random(in: 0...90, using: &self))
    case 6: try? night.acknowledge(who)
    case 7: try? night.resolve(who)
    case 8: try? night.act { view, now throws(Refusal) in try Engine.reopen(view, by: who, now: now) }
    case 9:
      let severity = ["P0", "P1", "P2"].randomElement(using: &self) ?? "P0"
      try? night.act { view, now throws(Refusal) in
        try Engine.changeSeverity(view, to: severity, by: who, now: now)
      }
    case 10: night.alertResolves()
    case 11: night.alertFires()
    case 12:
      night.broken = chance(50) ? [:] : ["push": chance(50) ? .permanent("gone") : .temporary("503", retryAfter: nil)]
    case 13:
      let step = Int.random(in: 0...9, using: &self)
      try? night.act { view, now throws(Refusal) in try Engine.pageNow(view, step: step, by: who, now: now) }
    case 14:
      night.down(Int.random(in: 0...60, using: &self))
      night.wake()
    default:
      try? night.act { view, now throws(Refusal) in try Engine.postUpdate(view, text: "word", by: who, now: now) }
    }
  }
}
