/// Words that a line may not end inside: half of `--max-time` is another option, half of a name is another incident.
extension HTML {
  /// What is longer breaks in any case on a phone.
  private static let longest = 24

  /// Text whose words with a hyphen stay whole; addresses that are longer than a line break behind a slash.
  mutating func whole(_ words: some StringProtocol) {
    var rest = Substring(words)
    guard rest.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }) else {
      return text(String(rest))
    }
    while !rest.isEmpty {
      let end = rest.utf8.firstIndex(where: Self.isSpace) ?? rest.endIndex
      word(rest[..<end])
      let next = rest.utf8[end...].firstIndex { !Self.isSpace($0) } ?? rest.endIndex
      text(String(rest[end..<next]))
      rest = rest[next...]
    }
  }

  /// One word, cut at its slashes and at the sign between an option and its value.
  private mutating func word(_ word: Substring) {
    let isLong = word.utf8.count > Self.longest
    var rest = word
    while !rest.isEmpty {
      let end = rest.utf8.firstIndex(where: Self.isJoint) ?? rest.endIndex
      let part = String(rest[..<end])
      if part.utf8.count > 2, part.utf8.contains(UInt8(ascii: "-")) { span(part, class: "whole") } else { text(part) }
      let next = rest.utf8[end...].firstIndex { !Self.isJoint($0) } ?? rest.endIndex
      text(String(rest[end..<next]))
      rest = rest[next...]
      if isLong, end < next, !rest.isEmpty { raw("<wbr>") }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { " \n\r\t".utf8.contains(byte) }
  private static func isJoint(_ byte: UInt8) -> Bool { "/=".utf8.contains(byte) }
}
