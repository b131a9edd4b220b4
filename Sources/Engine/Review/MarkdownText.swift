/// Words of others inside Markdown that Tocsin writes.
package enum MarkdownText {
  /// One line that reads as it was written: nothing in it becomes a link, an element, emphasis or a cell.
  package static func inert(_ text: String, limit: Int = 500) -> String {
    var out = ""
    var before: Unicode.Scalar = " "
    let line = Wording.line(text, limit: limit)
    for (scalar, next) in zip(line.unicodeScalars, line.unicodeScalars.dropFirst().map(Optional.some) + [nil]) {
      switch scalar {
      // A brace would make it a place that asks for a person.
      case "\\", "`", "*", "[", "]", "<", "~", "{": out += "\\" + String(scalar)
      // Inside a word an underscore is one.
      case "_" where !(isWord(before) && next.map(isWord) == true): out += "\\_"
      case "&" where next.map { $0 == "#" || isWord($0) } == true: out += "\\&"
      // Marks that turn the direction of text would let a command read otherwise than it is.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": out += "(U+" + String(scalar.value, radix: 16) + ")"
      default: out.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return out
  }

  /// A message as one such line: where one of its lines ends without a mark, a sentence does; its bold marks go.
  package static func message(_ text: String, limit: Int = 500) -> String {
    var out = ""
    for line in text.replacing("**", with: "").split(whereSeparator: \.isNewline) where out.utf8.count <= limit {
      let words = Wording.line(line.hasPrefix("- ") ? String(line.dropFirst(2)) : String(line), limit: limit)
      guard !words.isEmpty else { continue }
      if let last = out.unicodeScalars.last {
        out += isWord(last) || ")]\"'”’%".unicodeScalars.contains(last) ? ". " : " "
      }
      out += words
    }
    return inert(out, limit: limit)
  }

  /// The same inside a row of a table.
  package static func cell(_ inert: String) -> String { inert.replacing("|", with: "\\|") }

  /// A command as code, whatever backticks it holds.
  package static func code(_ text: String, limit: Int = 300) -> String {
    let line = Wording.line(text, limit: limit)
    guard !line.isEmpty else { return "" }
    var (longest, run) = (0, 0)
    for byte in line.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 ? " " : ""
    return fence + pad + line + pad + fence
  }

  /// What `inert` wrote, read again: escapes are gone.
  package static func plain(_ text: some StringProtocol) -> String {
    var out = ""
    var escaped = false
    for character in text {
      if !escaped, character == "\\" {
        escaped = true
        continue
      }
      if escaped, !isPunctuation(character) { out.append("\\") }
      out.append(character)
      escaped = false
    }
    return escaped ? out + "\\" : out
  }

  private static func isPunctuation(_ character: Character) -> Bool {
    guard let value = character.asciiValue else { return false }
    return (33...47).contains(value) || (58...64).contains(value) || (91...96).contains(value)
      || (123...126).contains(value)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
