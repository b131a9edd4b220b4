import Engine
import Incidents
import SQLiteDriver
import Storage

/// One team's nights on a clock of our own: the production engine, its statements and its store, driven by one loop that
/// also plays the providers, the people, the alerts and the faults.
final class World {
  let setting: Setting
  let faults: Set<Fault>
  let bug: Bug?
  let store: Store
  var dice: Dice
  var now: Timestamp
  var agenda = Agenda()
  var tally = Tally()
  var watcher = Watcher()
  var providers = Providers()
  /// The team file in force.
  var variant = 0
  /// Raised by each crash; what the process planned before is void.
  var life = 1
  var isUp = true
  var pausedUntil: Timestamp?
  /// Incidents that are being decided: view taken, plan not stored yet.
  var deciding: Set<Int64> = []
  var inFlight: Set<Int64> = []
  var lookPlanned: Timestamp?
  var lookNumber = 0
  var isReleasePlanned = false
  var lastRelease: Timestamp
  var lastID: Int64 = 0
  var isHealed = false

  init(_ setting: Setting, _ store: Store, seed: UInt64, faults: Set<Fault>, bug: Bug?) {
    self.setting = setting
    self.store = store
    self.faults = faults
    self.bug = bug
    dice = Dice(seed: seed)
    // Some runs lie around a change of the clocks.
    let year = dice.pick([2_026, 2_027, 2_028, 2_029])
    let anchor = dice.chance(80) ? Setting.lastSunday(year, dice.pick([3, 10, 10])) : Setting.lastSunday(year, 5)
    now = Timestamp(microseconds: (anchor - 86_400) * 1_000_000)
    lastRelease = now
  }

  var database: SoleConnection { store.database }
  var policy: Policy { setting.policies[variant] }

  struct Crash: Error {}

  /// Plays `days`, then lets everything heal and demands that nothing is left.
  func play(days: Int) async throws {
    let end = now + .days(days)
    tally.days = days
    plan(days)
    while let next = agenda.next, next <= end { try await step() }
    try await heal(from: end)
  }

  private func plan(_ days: Int) {
    let (begin, length) = (now, days * 86_400_000)
    for _ in 0..<max(1, days / 3) {
      agenda.add(.arrival, at: begin + .milliseconds(dice.between(0, length)))
    }
    // Between 23:00 and 02:00 UTC of the Sunday after the beginning: the hours in which clocks change.
    if faults.contains(.clockChange) {
      for _ in 0..<4 { agenda.add(.arrival, at: begin + .milliseconds(dice.between(82_800_000, 93_600_000))) }
    }
    if faults.contains(.providers) { scatter(.provider, days * 3, length) }
    if faults.contains(.edits) { scatter(.edit, max(1, days / 3), length) }
    // Most crashes and pauses come while something is under way; see `open`.
    if faults.contains(.crash) { scatter(.crash, max(1, days / 10), length) }
  }

  private func scatter(_ event: Event, _ count: Int, _ length: Int) {
    for _ in 0..<count { agenda.add(event, at: now + .milliseconds(dice.between(0, length))) }
  }

  /// Everything works again and stays so: after three hours nothing may be owed to anybody.
  private func heal(from end: Timestamp) async throws {
    now = max(now, end)
    isHealed = true
    providers.heal()
    variant = 0
    pausedUntil = nil
    if !isUp { agenda.add(.restart, at: now) } else { planLook(now) }
    let quiet = now + .hours(3)
    while let next = agenda.next, next <= quiet { try await step() }
    now = max(now, quiet)
    try await watcher.end(self)
  }

  private func step() async throws {
    guard let (at, event) = agenda.take() else { return }
    now = max(now, at)
    if let until = pausedUntil, event.isOfTheProcess, until > now {
      // What the process had planned happens when it runs again, in the old order.
      agenda.add(event, at: until + .milliseconds(dice.between(0, 200)))
      return
    }
    do { try await happen(event) } catch is Crash {}
    try await watcher.look(self)
  }

  private func happen(_ event: Event) async throws {
    switch event {
    case .arrival: try await open()
    case .resolved(let alert, let incident): try await resolve(alert, incident)
    case .look(let life, let number): if life == self.life, number == lookNumber, isUp { try await look() }
    case .store(let plan, let version, let life): if life == self.life, isUp { try await store(plan, version) }
    case .received(let page, let attempt): try await receive(page, attempt)
    case .outcome(let page, let outcome, let life): try await conclude(page, outcome, life)
    case .answer(let incident, let person, let tries): try await answer(incident, person, tries)
    case .provider: if !isHealed { providers.change(&dice) }
    case .edit: if !isHealed { try await edit() }
    case .crash: if isUp, !isHealed { try await crash() }
    case .restart: try restart()
    case .pause: if isUp, !isHealed { pause() }
    case .release(let life): if life == self.life, isUp { try await release() }
    case .inspect: break
    }
  }

  // MARK: the process

  private func pause() {
    let until = now + .seconds(dice.between(20, 400))
    pausedUntil = until
    agenda.add(.inspect, at: until + .seconds(31))
  }

  /// As the writer commits: all on disk or nothing, unless the power goes in the middle of it.
  /// `risk` is how likely that is, in percent.
  func commit(_ statements: [Statement], risk: Double = 1.5) async throws -> [Outcome] {
    guard faults.contains(.crash), !isHealed, dice.chance(risk) else { return try database.commit(statements) }
    // A commit takes some five to thirty writes and one flush.
    let operations = dice.chance(25) ? .max : dice.between(0, 12)
    let isKept = try await store.commitDoomed(statements, after: operations, &dice)
    tally.mark(isKept ? .commitKept : .commitLost)
    processEnds()
    throw Crash()
  }

  /// The power goes, and with it the process.
  private func crash() async throws {
    try await store.losePower(&dice)
    processEnds()
  }

  private func processEnds() {
    if store.lostWrites > 0 { tally.mark(.writesLost) }
    if !inFlight.isEmpty { tally.mark(.crashWithPageInFlight) }
    tally.faults["crash", default: 0] += 1
    life += 1
    isUp = false
    pausedUntil = nil
    deciding = []
    inFlight = []
    lookPlanned = nil
    isReleasePlanned = false
    let down = dice.chance(70) ? dice.between(1_000, 20_000) : dice.between(20_000, 7_200_000)
    agenda.add(.restart, at: now + .milliseconds(down))
    watcher.down(at: now)
  }

  private func restart() throws {
    guard !isUp else { return }
    isUp = true
    if now - watcher.downSince > .minutes(15), watcher.hasOpen { tally.mark(.longDowntime) }
    if watcher.rungFellDue(until: now) { tally.mark(.rungWhileDown) }
    watcher.up(at: now)
    agenda.add(.inspect, at: now + .seconds(31))
    if bug == .droppedRung {
      let late = "UPDATE incident SET next_due = NULL WHERE next_due <= $1"
      _ = try database.commit([Statement(late, [[.time(now)]])])
    }
    let released = try database.commit([Claims.release(claimedBefore: Timestamp(microseconds: .max), now: now)])
    if (released.first?.changed ?? 0) > 0 { tally.faults["sent again after a crash", default: 0] += 1 }
    planLook(now)
    planRelease()
  }

  func planLook(_ at: Timestamp) {
    if let planned = lookPlanned, planned <= at, planned >= now { return }
    lookPlanned = at
    lookNumber += 1
    agenda.add(.look(life: life, number: lookNumber), at: max(at, now))
  }

  func planRelease() {
    guard !isReleasePlanned else { return }
    isReleasePlanned = true
    agenda.add(.release(life: life), at: now + .seconds(15))
  }

  /// Pages whose claim ran out.
  private func release() async throws {
    isReleasePlanned = false
    let released = try await commit([Claims.release(claimedBefore: now, now: now)])
    if (released.first?.changed ?? 0) > 0 {
      tally.mark(.claimRanOut)
      planLook(now)
    }
    if !inFlight.isEmpty { planRelease() }
  }
}

extension Event {
  var isOfTheProcess: Bool {
    switch self {
    case .look, .store, .outcome, .release: true
    default: false
    }
  }
}
