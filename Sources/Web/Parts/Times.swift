import Incidents

extension HTML {
  /// A clock time in UTC; the script puts the reader's own time into the title and swaps it on a tap.
  mutating func time(_ at: Timestamp, utc: Bool = false, seconds: Bool = false) {
    let civil = CivilTime(at)
    let text = civil.clock + (seconds ? ":" + padded(civil.second, 2) : "") + (utc ? " UTC" : "")
    line("time", text, Attribute("datetime", civil.rfc3339))
  }

  /// `03:46` today, `16 Feb 03:46` on another day.
  mutating func moment(_ at: Timestamp, now: Timestamp, utc: Bool = false) {
    let civil = CivilTime(at)
    let sameDay = civil.date == CivilTime(now).date
    let text = (sameDay ? "" : civil.date + " ") + civil.clock + (utc ? " UTC" : "")
    line("time", text, Attribute("datetime", civil.rfc3339))
  }

  /// How long since; the script counts it on.
  mutating func elapsed(since: Timestamp, now: Timestamp) {
    line("span", Words.duration(now - since), .class("elapsed"), Attribute("data-since", milliseconds(since)))
  }

  /// A countdown; the script counts it down by the page's pace.
  mutating func countdown(to due: Timestamp, now: Timestamp, class names: String) {
    line(
      "span", Words.countdown(due - now), .class(names), .role("timer"), .label(Words.spoken(due - now)),
      Attribute("data-due", milliseconds(due)))
  }
}

/// Milliseconds since 1970, what a browser's clock counts in.
func milliseconds(_ timestamp: Timestamp) -> String { String(floorDivide(timestamp.microseconds, 1_000)) }
