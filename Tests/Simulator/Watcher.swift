import Engine
import Incidents
import Storage

/// Looks from outside at everything that happens, and says where a promise does not hold.
struct Watcher {
  private var promised: [Int64: Timestamp] = [:]
  private var answers: [Int64: Timestamp] = [:]
  /// Pages of which somebody said that they were accepted, and was stored to have said so.
  private var known: Set<Int64> = []
  private var received: [Int64: Int] = [:]
  private var unknown: Set<Int64> = []
  private var openCount = 0
  private(set) var downSince = Timestamp(microseconds: 0)
  private var upSince = Timestamp(microseconds: 0)
  private var lastLook = Timestamp(microseconds: 0)
  /// Minutes after the opening of an incident at which its rungs are due.
  static let rungs = [0, 10, 25, 45]

  var hasOpen: Bool { openCount > 0 }
  mutating func down(at now: Timestamp) { downSince = now }
  mutating func up(at now: Timestamp) { upSince = now }
  func answered(_ incident: Int64, within span: Span, of now: Timestamp) -> Bool {
    answers[incident].map { now - $0 <= span } ?? false
  }

  func openedAt(_ incident: Int64) -> Timestamp? { promised[incident] }

  /// What was decided before an answer does not start more than a second after it.
  mutating func started(_ page: Page, at now: Timestamp) throws {
    guard let answer = answers[page.incident], page.created <= answer, page.until == .acknowledged else { return }
    guard now - answer > .seconds(1) else { return }
    let times = [now, answer].map { CivilTime($0).rfc3339 }
    throw Violation("I6: page \(page.id) starts at \(times[0]), but was answered at \(times[1])")
  }

  /// Whether a rung of an incident that nobody had answered fell due since the process went down.
  func rungFellDue(until now: Timestamp) -> Bool {
    promised.contains { id, opened in
      answers[id] == nil && Self.rungs.contains { downSince < opened + .minutes($0) && opened + .minutes($0) <= now }
    }
  }

  /// Whom the first rung reaches, by the schedule and by the oracle.
  mutating func opened(_ plan: Plan, _ world: World) throws {
    let seconds = world.now.microseconds / 1_000_000
    let hour = (seconds % 86_400) / 3_600
    let day = seconds / 86_400 * 86_400
    let year = Int(CivilTime(world.now).date.prefix(4)) ?? 0
    if hour == 0, day == Setting.lastSunday(year, 10) { world.tally.mark(.foldOpen) }
    if hour <= 1, day == Setting.lastSunday(year, 3) { world.tally.mark(.gapOpen) }
    guard world.setting.scheduled.contains(world.variant), let first = plan.pages.first else { return }
    let wanted = Oracle.onCall(at: world.now)
    guard first.person == wanted else {
      throw Violation("I16: \(first.person) is paged at \(CivilTime(world.now).rfc3339), but \(wanted) is on call")
    }
  }

  mutating func mayExist(_ id: Int64) { openCount += 1 }

  mutating func accepted(_ id: Int64, at now: Timestamp) {
    promised[id] = now
    openCount += 1
  }

  mutating func answer(_ id: Int64, at now: Timestamp) { if answers[id] == nil { answers[id] = now } }

  mutating func stored(_ plan: Plan, _ world: World) {
    if !plan.incident.status.isOpen { openCount = max(0, openCount - 1) }
    if plan.incident.marks.contains(.nobodyReached) { world.tally.mark(.nobodyReached) }
    if plan.incident.round > 1, plan.pages.contains(where: { $0.reason == .reminder && $0.rung == 0 }) {
      world.tally.mark(.climbedAgain)
    }
  }

  /// A message has a row that was claimed before it left, and comes again only where it says so.
  mutating func received(_ page: Page, _ row: Page?, _ world: World) throws {
    guard let row, row.attempts > 0, row.epoch > 0 else {
      throw Violation("I4: \(page.person) got page \(page.id), which is not in the store or was never claimed")
    }
    let before = received[page.id] ?? 0
    received[page.id] = before + 1
    if unknown.contains(page.id) { world.tally.mark(.deliveredThoughUnknown) }
    guard before > 0 else { return }
    world.tally.repeats += 1
    // A provider that delivers and says that it did not is the one case that nobody can know of.
    if known.contains(page.id), !page.mayBeRepeat {
      throw Violation("I5: \(page.person) got page \(page.id) again though it was known to have arrived")
    }
  }

  mutating func concluded(_ page: Page, _ row: Page, _ outcome: DeliveryOutcome, _ world: World) throws {
    guard page.epoch == row.epoch, row.status == .sending || world.bug == .claimWithoutGuard else {
      throw Violation(
        "I15: the outcome of claim \(page.epoch) of page \(page.id) was taken, but claim \(row.epoch) holds")
    }
    switch outcome {
    case .accepted:
      if unknown.contains(page.id) { world.tally.mark(.unknownThenDelivered) }
      known.insert(page.id)
    case .unknown: unknown.insert(page.id)
    case .temporary, .permanent: break
    }
  }

  /// While the process lives, nothing is late and nothing is forgotten.
  mutating func look(_ world: World) async throws {
    guard world.now - lastLook >= .seconds(20), world.isUp else { return }
    // A pause or a downtime gives everybody some seconds to catch up.
    guard world.now - max(upSince, world.pausedUntil ?? upSince) > .seconds(30) else { return }
    lastLook = world.now
    let faults = Soundness.faults(late: world.now - .seconds(20))
    let found = try await world.database.read(faults.0, faults.1, faults.2, faults.3, Self.climbing)
    if let fault = (found.0 + found.1 + found.2 + found.3).first {
      throw Violation("L1: \(fault.kind.rawValue) \(fault.what) since \(CivilTime(fault.since).rfc3339)")
    }
    for climb in found.4 { try check(climb, at: world.now) }
  }

  private struct Climb: Sendable {
    var incident: Int64
    var served: Int64
  }

  /// Incidents that burn, in their first climb, and that nobody has answered.
  private static let climbing = Query(
    """
    SELECT id, served FROM incident WHERE status = 'triggered' AND acknowledged_at IS NULL AND quiet_since IS NULL \
    AND round = 1
    """
  ) { row throws(StorageError) in Climb(incident: try row.int(0), served: try row.int(1)) }

  /// Every rung whose time has come was served.
  private func check(_ climb: Climb, at now: Timestamp) throws {
    guard let opened = promised[climb.incident] else { return }
    let due = Self.rungs.filter { opened + .minutes($0) <= now - .seconds(20) }.count
    guard climb.served.nonzeroBitCount >= due else {
      throw Violation(
        "I8: of the \(due) rungs of incident \(climb.incident) that are due, \(climb.served.nonzeroBitCount) were served"
      )
    }
  }

  /// After everything has healed: nothing that was promised is gone, and nobody waits.
  mutating func end(_ world: World) async throws {
    let late = Soundness.faults(late: world.now - .minutes(1))
    let found = try await world.database.read(late.0, late.1, late.2, late.3)
    if let fault = (found.0 + found.1 + found.2 + found.3).first {
      throw Violation("L2: \(fault.kind.rawValue) \(fault.what) is left after everything healed")
    }
    for (id, at) in promised.sorted(by: { $0.key < $1.key }) {
      guard let stored = try await world.database.view(id) else {
        throw Violation("I1: the incident \(id) that was acknowledged at \(CivilTime(at).rfc3339) is gone")
      }
      if answers[id] != nil, stored.incident.acknowledgedBy == nil, stored.incident.status == .triggered {
        throw Violation("I7: the answer to incident \(id) is lost")
      }
      try complete(stored, at: world.now)
    }
  }

  /// Each rung that was due before anybody answered has its page, and somebody got one.
  private func complete(_ stored: StoredView, at now: Timestamp) throws {
    let reached: Set<Page.Status> = [.accepted, .delivered, .acknowledged, .unknown]
    let incident = stored.incident
    let ended = [incident.acknowledgedAt, incident.resolvedAt, incident.quietSince].compactMap { $0 }.min()
    if !stored.pages.contains(where: { reached.contains($0.status) }), ended == nil {
      throw Violation("L3: nobody was ever reached for incident \(incident.id)")
    }
    guard ended == nil, incident.status == .triggered, incident.round == 1, now - incident.opened > .minutes(50) else {
      return
    }
    guard incident.served.nonzeroBitCount >= 4 else {
      throw Violation("I8: of the four rungs of incident \(incident.id) \(incident.served.nonzeroBitCount) were served")
    }
  }
}
