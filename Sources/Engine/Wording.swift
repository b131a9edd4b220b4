import Incidents

/// Durations and lists as people read them.
package enum Wording {
  /// "45 s", "23 min", "1 h 45 min", "3 days".
  package static func span(_ span: Span) -> String {
    let seconds = max(span.seconds, 0)
    if seconds < 60 { return "\(seconds) s" }
    let minutes = seconds / 60
    if minutes < 60 { return "\(minutes) min" }
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours >= 72, minutes % 1_440 == 0 { return "\(hours / 24) days" }
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }

  /// A duration in minutes alone, as rungs are named: "15 min", "90 min".
  static func minutes(_ span: Span) -> String { "\(max(span.minutes, 0)) min" }

  /// "A", "A and B", "A, B and C".
  package static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// "The 30 min rung", "The rungs at 45 and 60 min".
  static func rungs(_ spans: [Span]) -> String {
    let minutes = Array(Set(spans.map(\.minutes))).sorted()
    return minutes.count == 1 ? "The \(minutes[0]) min rung" : "Rungs at \(list(minutes.map(String.init))) min"
  }

  /// "2026-02-16 17:00 UTC"
  static func moment(_ at: Timestamp) -> String { "\(CivilTime(at).date) \(CivilTime(at).clock) UTC" }

  /// "3 items", or empty where there is none.
  static func items(_ items: [String]) -> String {
    items.isEmpty ? "" : "\(items.count) \(items.count == 1 ? "item" : "items")"
  }

  /// "03:46"
  static func clock(_ at: Timestamp) -> String { CivilTime(at).clock }

  /// One line of bounded length, for texts that came from outside.
  static func line(_ text: String, limit: Int = 300) -> String {
    if isLine(text, limit) { return text }
    var out = ""
    var length = 0
    for scalar in text.unicodeScalars.prefix(limit * 4) {
      guard length < limit else { return out + "…" }
      let blank = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      if blank, out.isEmpty || out.last == " " { continue }
      out.unicodeScalars.append(blank ? " " : scalar)
      length += 1
    }
    while out.last == " " { out.removeLast() }
    return out
  }

  /// Most are lines already: printable ASCII with single blanks between words.
  private static func isLine(_ text: String, _ limit: Int) -> Bool {
    guard text.utf8.count <= limit else { return false }
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte == 0x20 ? before != 0x20 : byte > 0x20 && byte < 0x7F else { return false }
      before = byte
    }
    return before != 0x20
  }
}
