/// Puts words into the columns of a terminal.
enum Layout {
  /// Columns a text takes; wide characters of East Asian scripts and emoji take two.
  static func width(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first else { return sum }
      let wide =
        scalar.properties.isEmojiPresentation || (0x1100...0x115F).contains(scalar.value)
        || (0x2E80...0xA4CF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
        || (0xF900...0xFAFF).contains(scalar.value) || (0xFE30...0xFE6F).contains(scalar.value)
        || (0xFF00...0xFF60).contains(scalar.value) || (0x20000...0x3FFFD).contains(scalar.value)
      return sum + (wide ? 2 : 1)
    }
  }

  /// At least `columns` wide.
  static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(columns - width(text), 0))
  }

  /// At most `columns` wide, cut at its end.
  static func clipped(_ text: String, _ columns: Int) -> String {
    guard width(text) > columns else { return text }
    var kept = ""
    for character in text where width(kept) + width(String(character)) < columns { kept.append(character) }
    return kept + "…"
  }

  /// Lines of at most `columns`, broken at spaces; a word that is longer stays whole, for a broken address is none.
  static func wrapped(_ text: String, _ columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, width(line) + 1 + width(String(word)) > columns {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// The text after `lead`, its further lines under its first.
  static func hanging(_ lead: String, _ text: String, _ columns: Int) -> String {
    let indent = width(lead)
    let lines = wrapped(text, max(columns - indent, 16))
    return lead + lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  /// Text of outside origin on one line: without line breaks and without what could steer a terminal.
  static func plain(_ text: String) -> String {
    let clean = text.unicodeScalars.map { scalar -> Character in
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        ? " " : Character(scalar)
    }
    return String(clean).split(separator: " ").joined(separator: " ")
  }
}
