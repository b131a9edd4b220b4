import Incidents
import Runbooks

/// Something that the runbook promises by a time, as it runs on one incident: noted once when it falls due, told to
/// whoever the document names, and a clock for people.
struct Promise {
  /// Whom a miss is told.
  enum Whom: Hashable {
    case commander
    /// Whoever holds a role that is about telling people, else the commander.
    case communications
    /// The commander, and whoever holds a legal role.
    case legal
    /// A person's identifier or a role.
    case owner(String)
  }

  /// See `PromiseKey`.
  var key: String
  var kind: Clock.Kind
  /// "Update due"
  var what: String
  /// "every 15 min"
  var why: String
  var due: Timestamp
  var interval: Span
  var line: Int?
  var assumption: String?
  /// How it is told when it falls due.
  var entry: TimelineEntry.Kind
  var told = ""
  var detail = ""
  /// nil where nobody is paged for it.
  var page: Page.Reason?
  var whom = Whom.commander
  /// While nobody has answered the ladder pages, and a page more would help nobody.
  var needsAnswer = true
  var answeredAt: Timestamp?
  /// Falls due again and again until it is kept.
  var repeats = false
  /// A moment and no duty: once it has passed, nothing is late.
  var passes = false
  /// Somebody is told this long before it falls due.
  var ahead: Span?
  var answers: [ClockAnswer] = []
  var state = PromiseState()

  /// When it is next to be noted; nil once it was.
  var nextNote: Timestamp? {
    guard state.met == nil else { return nil }
    guard let noted = state.noted, noted >= due else { return due }
    guard repeats, interval > .zero else { return nil }
    let passed = floorDivide((noted - due).microseconds, interval.microseconds) &+ 1
    let (offset, over) = passed.multipliedReportingOverflow(by: interval.microseconds)
    return over ? nil : due + Span(microseconds: offset)
  }

  /// The moments at which somebody is paged: ahead where that helps, when it falls due, and one reminder.
  var moments: [Timestamp] {
    guard page != nil, let first = firstPage else { return [] }
    let reminder = first + min(max(interval, .minutes(15)), .days(1))
    return [ahead.map { first - $0 }, first, reminder].compactMap { $0 }
  }

  /// Whoever has just answered is given five minutes for what was due before; nil while nobody has.
  private var firstPage: Timestamp? {
    guard needsAnswer else { return due }
    return answeredAt.map { due > $0 ? due : $0 + .minutes(5) }
  }

  var nextPage: Timestamp? {
    guard state.met == nil else { return nil }
    let (moments, passed) = (moments, state.paged ?? 0)
    return moments.indices.contains(passed) ? moments[passed] : nil
  }

  /// When the engine must look at it.
  var next: Timestamp? { [nextNote, nextPage].compactMap { $0 }.min() }
}

/// Names of promises inside an incident; a line of the pinned revision tells those of one kind apart.
enum PromiseKey {
  static let answer = "answer"
  static let rollback = "rollback"
  static let review = "review"
  static let upkeep = "upkeep"
  static func update(_ audience: Cadence.Audience) -> String { "update.\(audience.rawValue)" }
  static func phase(_ line: Int) -> String { "phase.\(line)" }
  static func phaseEnd(_ line: Int) -> String { "phase-end.\(line)" }
  static func notice(_ line: Int) -> String { "notice.\(line)" }
  static func isNotice(_ key: String) -> Bool { key.hasPrefix("notice.") }
  static func item(_ number: Int) -> String { "item.\(number)" }
}
