import Engine
import Incidents

/// Counts the incidents of each day, for names such as `INC-2026-02-14-01`.
struct DayNumbers {
  private var day = ""
  private var count = 0
  /// By the runbook's form: what the names of the day have in common.
  private var forms: [String?: IncidentName.OnDay] = [:]

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
      forms = [:]
    }
    count += 1
    let known = forms[form] ?? IncidentName.on(now, form)
    forms[form] = known
    return known.name(count)
  }
}
