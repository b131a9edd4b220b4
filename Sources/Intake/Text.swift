/// The text on one line: runs of white space and control characters become one space, none at the ends.
func oneLine(_ text: String) -> String {
  if isPlainLine(text) { return text }
  var result = String.UnicodeScalarView()
  var gap = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
      gap = !result.isEmpty
      continue
    }
    if gap { result.append(" ") }
    gap = false
    result.append(scalar)
  }
  return String(result)
}

/// Printable ASCII without doubled or outer spaces: what nearly every sender sends, and nothing to do.
private func isPlainLine(_ text: String) -> Bool {
  var previous: UInt8 = 0x20
  for byte in text.utf8 {
    if byte < 0x20 || byte > 0x7E || (byte == 0x20 && previous == 0x20) { return false }
    previous = byte
  }
  return previous != 0x20 || text.isEmpty
}

/// The first `characters` Unicode scalars of a text.
func cut(_ text: String, characters: Int) -> String {
  // A scalar takes at least one byte: a text of few bytes needs no counting.
  text.utf8.count <= characters ? text : String(text.unicodeScalars.prefix(characters))
}

/// The longest prefix of a text of at most `bytes` bytes of UTF-8 that splits no character.
func cut(_ text: String, bytes: Int) -> String {
  guard text.utf8.count > bytes else { return text }
  var kept = 0
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    kept += UTF8.width(scalar)
    if kept > bytes { break }
    result.append(scalar)
  }
  return String(result)
}

/// Whether a link may be shown to people: http or https, a bounded length, no space, quote or control character.
func isWebLink(_ text: String) -> Bool {
  guard text.utf8.count <= 2_048 else { return false }
  let lower = text.prefix(8).lowercased()
  guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return false }
  return text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
}
