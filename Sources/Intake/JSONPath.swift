/// Finds the way to a byte of a JSON text, such as `alerts[3].labels.severity`, for errors.
///
/// The text before that byte has been read already, so it is well-formed; the walk tolerates anything all the same.
enum JSONPath {
  private struct Level {
    var isArray: Bool
    var index = 0
    /// The bytes between the quotes of the name whose value is being read.
    var name: Range<Int>?
    var awaitsName: Bool
  }

  static func path(in bytes: [UInt8], at end: Int) -> String {
    var levels: [Level] = []
    var at = 0
    while at < min(end, bytes.count) {
      if bytes[at] == .quote {
        let close = closingQuote(bytes, after: at)
        if close < end { name(at + 1..<close, in: &levels) }
        at = close
      } else {
        step(bytes[at], &levels)
      }
      at += 1
    }
    return render(levels, bytes)
  }

  private static func closingQuote(_ bytes: [UInt8], after open: Int) -> Int {
    var at = open + 1
    while at < bytes.count, bytes[at] != .quote { at += bytes[at] == .backslash ? 2 : 1 }
    return at
  }

  private static func name(_ range: Range<Int>, in levels: inout [Level]) {
    guard let last = levels.indices.last, levels[last].awaitsName else { return }
    levels[last].name = range
    levels[last].awaitsName = false
  }

  private static func step(_ byte: UInt8, _ levels: inout [Level]) {
    switch byte {
    case .openBrace: levels.append(Level(isArray: false, awaitsName: true))
    case .openBracket: levels.append(Level(isArray: true, awaitsName: false))
    case .closeBrace, .closeBracket: _ = levels.popLast()
    case .comma:
      guard let last = levels.indices.last else { return }
      levels[last].index += 1
      levels[last].name = nil
      levels[last].awaitsName = !levels[last].isArray
    default: break
    }
  }

  /// At most eight steps of at most 40 bytes each: an error stays one readable line whatever was sent.
  private static func render(_ levels: [Level], _ bytes: [UInt8]) -> String {
    var path = ""
    for level in levels.prefix(8) {
      if level.isArray {
        path += "[\(level.index)]"
      } else if let range = level.name {
        path += path.isEmpty ? "" : "."
        path += String(decoding: bytes[range.clamped(to: bytes.indices)].prefix(40), as: UTF8.self)
        path += range.count > 40 ? "…" : ""
      }
    }
    return levels.count > 8 ? path + "…" : path
  }
}
