import Incidents
import Logging

extension House {
  /// Says at start, and whenever the team file is read again, where nobody is on call within the next twelve months.
  func warnOfHoles() {
    let holes = Coverage.year(shelf.team(), from: clock.now()).holes
    for hole in holes.prefix(10) { logger.warning("schedule \(hole.schedule): \(hole.text)") }
    if holes.count > 10 { logger.warning("schedules have \(holes.count - 10) more stretches without anybody") }
  }
}
