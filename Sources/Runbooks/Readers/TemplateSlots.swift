/// What a template leaves to be filled in, in every style: `[X]`, `<X>`, `{X}`, `{{X}}`, `$VAR`, `HH:MM`, `YYYY-MM-DD`, `@your-name`.
enum TemplateSlots {
  static func all(in text: String) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    func add(_ value: String) { if !value.isEmpty, seen.insert(value).inserted { found.append(value) } }
    for pair in [("[", "]"), ("{{", "}}"), ("{", "}"), ("<", ">")] {
      for inside in bracketed(text, pair.0, pair.1) where isSlot(inside, pair.0) { add(pair.0 + inside + pair.1) }
    }
    for token in text.utf8.split(whereSeparator: { dividers.contains($0) }) {
      let bare = Substring(token).stripped("[]<>.:")
      let upper = bare.uppercased() == bare
      if upper, bare.holds("YYYY") || bare.holds("HH:MM") || bare.holds("XXX") || bare == "XX:XX" { add(bare) }
      if bare.hasPrefix("$"), bare.utf8.count > 2, bare.dropFirst().allSatisfy({ $0.isUppercase || $0 == "_" }) {
        add(bare)
      }
      if bare.hasPrefix("@your") || bare == "@name" || bare == "@username" { add(bare) }
    }
    return found
  }

  private static let dividers = Array(" \n\t*`,;()".utf8)

  private static func bracketed(_ text: String, _ open: String, _ close: String) -> [String] {
    guard text.holds(open) else { return [] }
    var found: [String] = []
    for line in text.utf8.split(separator: 0x0A).map({ Substring($0) }) {
      var rest = line[...]
      while let start = rest.firstRange(of: open) {
        rest = rest[start.upperBound...]
        guard let end = rest.firstRange(of: close) else { break }
        found.append(String(rest[..<end.lowerBound]))
        rest = rest[end.upperBound...]
      }
    }
    return found
  }

  private static let tags: WordSet = [
    "RESOLVED", "INCIDENT", "UPDATE", "INVESTIGATING", "IDENTIFIED", "MONITORING", "ALERT", "ESCALATION",
  ]

  /// A word to replace, not a checkbox, a state or a tag.
  private static func isSlot(_ inside: String, _ open: String) -> Bool {
    let text = inside.trimmed
    guard !text.isEmpty, text.utf8.count <= 80, text.hasWord, text.lowercased() != "x" else { return false }
    if open == "{", text.hasPrefix("{") || text.contains("\"") { return false }
    if open == "<", text.hasPrefix("/") || text.hasPrefix("!") { return false }
    // A message's own tag: "[RESOLVED]", "[INCIDENT]".
    return !tags.contains(text)
  }
}
