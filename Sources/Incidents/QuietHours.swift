/// Hours in which a person is not woken for what can wait until they end. The worst severity never waits.
package struct QuietHours: Sendable, Hashable {
  /// Minutes since midnight on the person's own clock. Quiet that ends before it begins goes past midnight.
  package var from: Int
  package var until: Int
  package var zone: ZoneRules
  /// Names of the severities that wait; empty = every one but the worst.
  package var severities: [String]

  package init(from: Int, until: Int, zone: ZoneRules, severities: [String] = []) {
    self.from = from
    self.until = until
    self.zone = zone
    self.severities = severities
  }

  /// When the quiet that holds at a moment ends; nil where none holds.
  package func end(at: Timestamp) -> Timestamp? {
    let local = zone.local(at)
    let minute = local.minute
    let holds = from < until ? minute >= from && minute < until : minute >= from || minute < until
    guard holds else { return nil }
    let day = minute < until ? local.day : local.day &+ 1
    let end = zone.instant(of: LocalTime(day: day, minute: until))
    // In the hour that a clock shows twice the end may be past already.
    return end > at ? end : nil
  }
}
