/// Small wording shared by the rules.
enum Quoted {
  /// A name in quotes, cut to a length that fits a line.
  static func name(_ text: String) -> String { "\"\(short(text))\"" }

  static func short(_ text: String, _ most: Int = 60) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > most ? line.prefix(most) + "…" : line
  }

  /// "a", "a and b", "a, b and c".
  static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  static func count(_ n: Int, _ one: String, _ many: String) -> String { n == 1 ? "1 \(one)" : "\(n) \(many)" }

  /// 15 as "15 min", 90 as "1 h 30 min".
  static func minutes(_ minutes: Double) -> String {
    guard minutes.isFinite, minutes >= 0, minutes < 1_000_000 else { return "?" }
    let whole = Int(minutes)
    if whole < 60 { return "\(whole) min" }
    return whole % 60 == 0 ? "\(whole / 60) h" : "\(whole / 60) h \(whole % 60) min"
  }
}
