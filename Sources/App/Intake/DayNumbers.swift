import Engine
import Incidents

/// Counts the incidents of each day, for names such as `INC-2026-02-14-01`.
struct DayNumbers {
  private var day = ""
  private var count = 0

  init() {}

  /// `count` names of that day are in the store already.
  init(day: Timestamp, count: Int) {
    self.day = CivilTime(day).date
    self.count = count
  }

  mutating func name(_ form: String?, at now: Timestamp) -> String {
    let today = CivilTime(now).date
    if today != day {
      day = today
      count = 0
    }
    count += 1
    return IncidentName.make(form, day: now, number: count)
  }
}
