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
    guard holds(local.minute) else { return nil }
    let day = local.minute < until ? local.day : local.day &+ 1
    let end = zone.instant(of: LocalTime(day: day, minute: until))
    // In the hour that a clock shows twice the end may be past already.
    return end > at ? end : nil
  }

  /// When the quiet that holds at a moment began; nil where none holds.
  package func beginning(at: Timestamp) -> Timestamp? {
    let local = zone.local(at)
    guard holds(local.minute) else { return nil }
    let day = local.minute >= from ? local.day : local.day &- 1
    return min(zone.instant(of: LocalTime(day: day, minute: from)), at)
  }

  /// When a word of which a person is to know before `limit` is said: not in quiet hours, but half an hour before they
  /// begin where their end is too late.
  package func wakeful(_ at: Timestamp, before limit: Timestamp) -> Timestamp {
    guard let end = end(at: at) else { return at }
    return end < limit ? end : (beginning(at: at) ?? at) - .minutes(30)
  }

  private func holds(_ minute: Int) -> Bool {
    from < until ? minute >= from && minute < until : minute >= from || minute < until
  }
}
