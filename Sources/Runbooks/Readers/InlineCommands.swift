import Incidents

/// Commands written within a sentence or a step: "Restart it: `systemctl restart api`".
enum InlineCommands {
  /// Where a command is something to do; among symptoms and causes it only names what is seen.
  static func mayStand(in part: ScenarioReader.Part) -> Bool {
    switch part {
    case .opening, .diagnosis, .fix, .verification, .rollback: true
    case .symptoms, .causes, .prevention, .escalation, .other: false
    }
  }

  /// The commands in the prose under a record, each with its line.
  static func actions(under record: Record, _ phase: Action.Phase) -> [Action] {
    var found: [Action] = []
    record.walk { inner in
      guard inner.shape != .cell, inner.shape != .row, inner.shape != .fence else { return }
      for run in inner.value.runs where run.style == .code && (isCommand(run.text) || isStep(inner, run.text)) {
        let line = inner.value.line
        let language = isCmdlet(run.text) ? "powershell" : "sh"
        let read = Commands.actions(in: run.text, language: language, firstLine: line, phase: phase)
        guard read.count == 1, var action = read.first, action.kind == .command else { continue }
        action.language = ""
        action.caption = caption(inner, run.text)
        found.append(action)
      }
    }
    return found
  }

  /// The commands in a cell, which is otherwise a fact of its row.
  static func actions(in cell: Record, _ phase: Action.Phase) -> [Action] {
    var said = Record(.paragraph, line: cell.line)
    said.value = cell.value
    said.text = cell.text
    return actions(under: said, phase)
  }

  /// A step that is nothing but a command, of a program that no table knows: "1. `payctl queue stats`", "2. Start the
  /// listener: `lsnrctl start`".
  private static func isStep(_ record: Record, _ text: String) -> Bool {
    guard case .item(let number) = record.shape, record.value.text == text.trimmed,
      record.name.isEmpty || number != nil
    else { return false }
    let words = text.split(separator: " ")
    guard let first = words.first, (2...12).contains(words.count), first.utf8.count >= 2,
      first.utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit || "-_./".utf8.contains($0) })
    else { return false }
    return isBare(words[1]) && first.unicodeScalars.first?.properties.isLowercase ?? false
  }

  /// An argument, and no part of a condition: `lag > 100`, `state is red`.
  private static func isBare(_ word: Substring) -> Bool {
    word.utf8.first.map { $0.isASCIILetter || $0.isDigit || $0 == 0x2D || $0 == 0x2F } ?? false && !word.contains("=")
      && !["is", "has", "and", "or"].contains(word)
  }

  /// A program that is known, and something for it to do: `df -h`, not `redis` or `user.name`.
  static func isCommand(_ text: String) -> Bool {
    let text = text.trimmed
    guard text.utf8.count <= 400, text.contains(" "), !text.contains("\n") else { return false }
    let words = text.split(separator: " ")
    guard let first = words.first else { return false }
    // `redis_up == 0`, `queue_depth > 100` are conditions.
    let second = words[1]
    if ["=", "==", "!=", "<", ">", "<=", ">=", "is", "has", "and", "or", "→", "->"].contains(second) { return false }
    if first.hasSuffix(":") || first.hasSuffix(",") || first.contains("(") { return false }
    return isCmdlet(text) || ActionReader.looksLikeCommands(text)
  }

  /// "Get-Queue", "Restart-Service": PowerShell's verb and noun.
  private static func isCmdlet(_ text: String) -> Bool {
    let parts = text.prefix { $0 != " " }.split(separator: "-")
    guard parts.count == 2 else { return false }
    return parts.allSatisfy {
      $0.count >= 3 && ($0.first?.isUppercase ?? false) && $0.dropFirst().contains(where: \.isLowercase)
    }
  }

  /// The sentence without the command.
  private static func caption(_ record: Record, _ command: String) -> String? {
    let text = record.text
    guard let range = text.firstRange(of: command) else { return nil }
    let before = text[..<range.lowerBound].stripped(" :`-–—*")
    return before.hasWord && before.utf8.count <= 160 ? before : nil
  }
}
