/// Boxes that the Markdown parser does not know as task items: `1. [ ] text` in some versions, `☐ text` in all.
enum Checkbox {
  private static let marks: [(String, Bool)] = [
    ("[ ]", false), ("[x]", true), ("[X]", true), ("☐", false), ("□", false), ("☑", true), ("☒", true),
  ]

  /// The phrase without its box, and the state of the box.
  static func take(from phrase: Phrase, _ task: inout Bool?) -> Phrase {
    guard task == nil, let first = phrase.runs.first, first.text.utf8.contains(where: { $0 == 0x5B || $0 == 0xE2 })
    else { return phrase }
    let text = first.text.trimmed
    for (mark, done) in marks where text.hasPrefix(mark) {
      task = done
      var rest = phrase
      rest.runs[0].text = String(text.dropFirst(mark.count)).trimmed
      return rest
    }
    return phrase
  }
}
