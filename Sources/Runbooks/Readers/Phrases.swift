/// A line that is itself a list: "5xx above 1%; queue depth rising". A comma divides no list: sentences have them too.
enum Phrases {
  /// The parts of such a line; one part where it reads as a sentence.
  static func list(_ text: String) -> [String] {
    // The last byte of the wide semicolon is looked for: most texts have neither.
    guard text.utf8.contains(where: { $0 == 0x3B || $0 == 0x9B }) else { return [text.trimmed] }
    let parts = divided(text, at: [";", "；"])
    guard parts.count > 1, !text.trimmed.dropLast().holds(". "),
      parts.allSatisfy({ $0.hasWord && $0.split(separator: " ").count <= 10 })
    else { return [text.trimmed] }
    return parts
  }

  /// Split at marks outside brackets, quotes and numbers.
  private static func divided(_ text: String, at marks: Set<Character>) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    var quoted = false
    for character in text {
      if "([{（".contains(character) { depth += 1 }
      if ")]}）".contains(character) { depth = max(0, depth - 1) }
      if character == "\"" || character == "`" { quoted.toggle() }
      if marks.contains(character), depth == 0, !quoted {
        parts.append(current.trimmed)
        current = ""
      } else {
        current.append(character)
      }
    }
    parts.append(current.trimmed)
    return parts.filter { !$0.isEmpty }
  }
}
