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
  private var looks = 0

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
    looks += 1
    if looks.isMultiple(of: 5) { complete(night, seed) }
    ends(night, seed)
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
    // What people ask for by hand they may ask for again, once a minute.
    let asked: Set<Page.Reason> = [.byHand, .handover, .situation]
    let keys = live.map { page in
      let minute = asked.contains(page.reason) ? page.created.microseconds / 60_000_000 : 0
      return "\(page.round) \(page.rung ?? -1) \(page.person) \(page.method.channel) \(page.reason) \(minute)"
    }
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

extension Watch {
  /// Whoever is due has been paged in this climb, or has answered, or is waited for by another page of the moment.
  fileprivate func complete(_ night: Night, _ seed: Int) {
    let (incident, team) = (night.incident, night.policy.team)
    guard incident.status == .triggered || incident.status == .acknowledged else { return }
    let asked = Set(night.pages.filter { $0.round == incident.round }.map(\.person))
    for step in LadderState.of(night.view, now: night.now) {
      let due = incident.roundStart + .minutes(step.minute) < night.now - .minutes(1)
      guard due, incident.acknowledgedAt == nil || step.untilResolved else { continue }
      #expect(step.state != .willPage && step.state != .stopped, "\(step.role) is skipped, seed \(seed)")
      for role in team.parts(of: step.role) where team.binding(for: role)?.inTurn != true {
        let people = team.holders(of: role, at: night.now).filter { !$0.methods.isEmpty }
        for person in people where !asked.contains(person.id) && !incident.engagement.hasAnswered(person.id) {
          Issue.record("\(person.name) is due as \(role) and was not paged, seed \(seed)")
        }
      }
    }
  }

  /// A ladder that gave up has paged the fallback, where anybody can be paged.
  fileprivate func ends(_ night: Night, _ seed: Int) {
    let reachable = night.policy.team.people.contains { !$0.methods.isEmpty }
    guard night.incident.marks.contains(.ladderExhausted), reachable, night.incident.status == .triggered else {
      return
    }
    #expect(night.pages.contains { $0.reason == .fallback }, "it ends at nobody, seed \(seed)")
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
    if chance(40) {
      runbook.escalationRules.append(
        EscalationRule(when: "Can't diagnose in 15 min", target: "Senior engineer", afterMinutes: 15, line: 43))
    }
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
    for index in team.people.indices where chance(15) {
      let end = Int.random(in: 180...260, using: &self)
      team.people[index].quiet = QuietHours(from: 22 * 60, until: end, zone: .utc)
    }
    if chance(25) { team.lapse = AnswerLapse(after: .minutes(Int.random(in: 5...60, using: &self))) }
    if chance(40) { team.roles.append(group()) }
    return team
  }

  /// Several people for a role that has one otherwise: some of them must answer, each takes a turn, or a channel.
  private mutating func group() -> RoleBinding {
    let role = ["Senior engineer", "Manager", "Legal", "CTO"].randomElement(using: &self) ?? "CTO"
    switch Int.random(in: 0..<3, using: &self) {
    case 0: return RoleBinding(role: role, holder: .people(["ana", "bo", "chidi"]), need: 2)
    case 1: return RoleBinding(role: role, holder: .people(["bo", "chidi", "dana"]), inTurn: true)
    default: return RoleBinding(role: role, holder: .channel(ContactMethod(channel: "push", address: "room")))
    }
  }

  mutating func event(_ night: inout Night) {
    let who = ["ana", "bo", "chidi", "dana"].randomElement(using: &self) ?? "ana"
    switch Int.random(in: 0..<20, using: &self) {
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
    case 15, 16:
      let words = [
        "Security breach suspected", "Need production access", "Can't diagnose in 15 min", "security breach",
      ]
      try? night.say(words.randomElement(using: &self) ?? "", who, holds: chance(70))
    case 17: try? night.handOver(to: ["ana", "bo", "eve"].randomElement(using: &self) ?? "bo", by: who)
    default:
      try? night.act { view, now throws(Refusal) in try Engine.postUpdate(view, text: "word", by: who, now: now) }
    }
  }
}
