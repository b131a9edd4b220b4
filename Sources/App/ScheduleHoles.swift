import Engine
import Incidents
import Logging

extension House {
  /// Says at start, and whenever the team file is read again, where nobody is on call within the next twelve months,
  /// and which quiet rules do not do what they say.
  func warnOfHoles() {
    let holes = Coverage.year(shelf.team(), from: clock.now()).holes
    for hole in holes.prefix(10) { logger.warning("schedule \(hole.schedule): \(hole.text)") }
    for fault in QuietRules.faults(shelf.current().map(\.runbook), shelf.team()) {
      logger.warning("\(fault.text). \(fault.hint)")
    }
    if holes.count > 10 { logger.warning("schedules have \(holes.count - 10) more stretches without anybody") }
  }
}
