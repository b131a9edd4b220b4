import Incidents

/// The course of an incident as a review tells it: what people would write down, and not each step of the machine.
extension ReviewRecord {
  /// One line each, the oldest first; `clock` bears the date where the day is another than on the line before.
  var events: [(clock: String, text: String)] {
    var day = date
    return told.prefix(500).map { entry in
      let civil = CivilTime(entry.at)
      defer { day = civil.date }
      let clock = civil.date == day ? civil.clock : "\(civil.date) \(civil.clock)"
      let said = entry.kind == .note || entry.kind == .update
      guard said else { return (clock, MarkdownText.inert(entry.text)) }
      return (clock, "\(name(entry.actor)): " + MarkdownText.message(entry.text))
    }
  }

  private static let machine: Set<TimelineEntry.Kind> = [
    .delivery, .cancelledPages, .item, .reviewDue, .upkeep, .held, .spared, .phase, .notice, .review,
  ]

  /// Pages of one moment are one line, and what an alert said again and again is said once.
  private var told: [TimelineEntry] {
    var lines: [TimelineEntry] = []
    // A reminder of a promise is no step of the incident.
    let reminders = Set(pages.filter(\.reason.isPromise).map(\.id))
    for entry in timeline.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) where !Self.machine.contains(entry.kind) {
      if let page = entry.page, reminders.contains(page) { continue }
      if let last = lines.last, last.kind == entry.kind, entry.at - last.at < .minutes(1), let one = joined(last, entry)
      {
        lines[lines.count - 1] = one
      } else {
        lines.append(entry)
      }
    }
    return lines
  }

  private func joined(_ first: TimelineEntry, _ next: TimelineEntry) -> TimelineEntry? {
    if first.text == next.text { return first }
    // "Ana paged: first" and "Bo paged: first" are "Ana and Bo paged: first".
    guard first.kind == .paged, let mark = first.text.firstRange(of: " paged"),
      let other = next.text.firstRange(of: " paged"),
      first.text[mark.lowerBound...] == next.text[other.lowerBound...]
    else { return nil }
    var one = first
    let names = first.text[..<mark.lowerBound].replacing(" and ", with: ", ")
    one.text = "\(names) and \(next.text[..<other.lowerBound])" + first.text[mark.lowerBound...]
    return one
  }
}
