import Engine
import Incidents
import Runbooks
import Storage

/// Who is on call in a month, by schedule, and what can be changed about it.
struct OnCallView: Sendable {
  /// One schedule's month.
  struct Rota: Sendable {
    var name: String
    var zone: String
    /// "Ana Ruiz until Mon 2026-12-07 09:00, then Bo Lindqvist"; nil: nobody.
    var now: String?
    var by: String
    var days: [Day]
    var clockChanges: [String]
  }

  struct Day: Sendable {
    /// Days since 1970-01-01.
    var day: Int64
    var isToday: Bool
    var holiday: String?
    /// Who is on call at its beginning and whoever takes over on it; an empty name is nobody.
    var turns: [(clock: String?, name: String, isOverride: Bool)]
  }

  struct OverrideRow: Sendable {
    var id: Int64
    var words: String
    var note: String
  }

  /// "December 2026"
  var month: String
  var previous: String
  var following: String
  var rotas: [Rota]
  /// Roles that people hold without a rota, with their names.
  var fixed: [(role: String, names: [String])] = []
  var holes: [FindingRow]
  var overrides: [OverrideRow]
  var links: [CalendarLink]
  var people: [(id: String, name: String)]
  var schedules: [String]
  var checklist: [ChecklistItem]
  var citation: Citation?
  var reader: Frame.Reader
  var fields: OverrideDesk.Fields
  var error: String?
  /// A link just made, shown this once.
  var link: String?
}

/// A month of the calendar: `2026-12`.
struct Month: Sendable, Hashable {
  var year: Int
  var month: Int

  init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  init(_ time: LocalTime) { self.init(year: time.civil.year, month: time.civil.month) }

  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /(\d{4})-(\d{2})/), let year = Int(match.1), let month = Int(match.2),
      (1970...2199).contains(year), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  var text: String { "\(padded(year, 4))-\(padded(month, 2))" }
  var next: Month { month == 12 ? Month(year: year + 1, month: 1) : Month(year: year, month: month + 1) }
  var previous: Month { month == 1 ? Month(year: year - 1, month: 12) : Month(year: year, month: month - 1) }
  /// Days since 1970-01-01.
  var days: Range<Int64> {
    CivilTime.days(year: year, month: month, day: 1)..<CivilTime.days(year: next.year, month: next.month, day: 1)
  }

  var name: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(names[min(max(month, 1), 12) - 1]) \(year)"
  }
}
