import Engine
import Incidents
import Runbooks

/// The runbook and the teams of the runs, read once.
struct Setting: Sendable {
  static let document = """
    # Harbour

    ## Severity Levels

    | Level | Definition | Response Time |
    |-------|------------|---------------|
    | P0 | Nobody can pay | 5 minutes |
    | P1 | Some cannot pay | 15 minutes |
    | P2 | Slow | 1 hour |

    ## Escalation

    | Level | Contact | After |
    |-------|---------|-------|
    | 1 | On-call Engineer | 0 min |
    | 2 | Senior Engineer | 10 min |
    | 3 | Engineering Manager | 25 min |
    | 4 | Director | 45 min |
    """

  let policies: [Policy]
  /// The policies whose first rung is the schedule, with everybody reachable.
  let scheduled: Set<Int> = [0, 1]

  init(_ bug: Bug?) throws {
    let runbook = try RunbookReader.read(Array(Self.document.utf8), name: "RUNBOOK.md")
    let zone = Self.berlin(fold: bug == .wrongFold ? -3_600 : 0)
    policies = Self.teams(zone).map { Policy(runbook: runbook, team: $0) }
  }

  /// The team as it is, and as it is after somebody edits the file.
  private static func teams(_ zone: ZoneRules) -> [Team] {
    let whole = team(zone)
    var slower = whole
    for index in slower.people.indices { slower.people[index].methods.reverse() }
    for index in slower.people.indices { slower.people[index].methods[0].after = .zero }
    var without = whole
    without.people.removeAll { $0.id == "ana" || $0.id == "chidi" }
    var noFallback = without
    noFallback.fallback = nil
    var mute = whole
    for index in mute.people.indices where mute.people[index].id != "emre" { mute.people[index].methods = [] }
    return [whole, slower, without, noFallback, mute]
  }

  private static func team(_ zone: ZoneRules) -> Team {
    let people = ["ana", "bo", "chidi", "dana", "emre"].map { id in
      Person(
        id: id, name: id,
        methods: [
          ContactMethod(channel: "push", address: id),
          ContactMethod(channel: "text", address: id, after: .minutes(4)),
          ContactMethod(channel: "mail", address: id),
        ])
    }
    let start = LocalTime(day: CivilTime.days(year: 2026, month: 1, day: 1), minute: 150)
    return Team(
      name: "Harbour", people: people,
      roles: [
        RoleBinding(role: "On-call Engineer", holder: .rotation("daily", position: 1)),
        RoleBinding(role: "Senior Engineer", holder: .people(["chidi"])),
        RoleBinding(role: "Engineering Manager", holder: .people(["dana"])),
        RoleBinding(role: "Director", holder: .people(["emre"])),
      ],
      rotations: [Rotation(name: "daily", people: ["ana", "bo"], start: start, every: .days(1), zone: zone)],
      fallback: "emre")
  }

  /// Berlin's clocks by the rule of the Union, 2026 to 2031. `fold` moves the change of autumn.
  private static func berlin(fold: Int64) -> ZoneRules {
    let changes = (2_026...2_031).flatMap { year in
      [
        ZoneRules.Change(at: lastSunday(year, 3) + 3_600, offset: 7_200),
        ZoneRules.Change(at: lastSunday(year, 10) + 3_600 + fold, offset: 3_600),
      ]
    }
    return ZoneRules(name: "Europe/Berlin", first: 3_600, changes: changes)
  }

  /// Midnight UTC of a month's last Sunday, for months of 31 days; seconds since 1970.
  static func lastSunday(_ year: Int, _ month: Int) -> Int64 {
    let last = CivilTime.days(year: year, month: month, day: 31)
    return (last - Int64((last + 4) % 7)) * 86_400
  }
}

/// Who is on call, worked out in another way than the schedule does: the day's hand-over is at 02:30 in Berlin, which is
/// 00:30 UTC in summer and 01:30 UTC in winter, on the day of spring at 01:00 UTC, when 02:00 becomes 03:00.
enum Oracle {
  static func onCall(at: Timestamp) -> String {
    let seconds = at.microseconds / 1_000_000
    var day = seconds / 86_400
    if seconds < handover(day) { day -= 1 }
    let turn = day - CivilTime.days(year: 2_026, month: 1, day: 1)
    return turn.isMultiple(of: 2) ? "ana" : "bo"
  }

  private static func handover(_ day: Int64) -> Int64 {
    let year = Int(CivilTime(Timestamp(microseconds: day * 86_400_000_000)).date.prefix(4)) ?? 0
    let (spring, autumn) = (Setting.lastSunday(year, 3), Setting.lastSunday(year, 10))
    if day * 86_400 == spring { return spring + 3_600 }
    let isSummer = day * 86_400 > spring && day * 86_400 <= autumn
    return day * 86_400 + (isSummer ? 1_800 : 5_400)
  }
}
