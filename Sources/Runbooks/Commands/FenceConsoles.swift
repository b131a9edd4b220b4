/// Lines that are typed into a console which an earlier line opened, and SQL that stands in a shell fence.
extension FenceReader {
  /// True when the line was meant for the console that is open.
  mutating func readInConsole(_ text: String) -> Bool {
    func first() -> String { ShellText.words(text).first.map(String.init) ?? "" }
    switch console {
    case .none: return false
    case .redis(let prefix):
      if RedisEffect.isVerb(first()) {
        addRedis(text, prefix: prefix)
        if ["QUIT", "EXIT"].contains(first().uppercased()), kind != .redis { console = .none }
        return true
      }
    case .sql(let prefix):
      if text.hasPrefix("\\") {
        addMeta(text)
        if text.hasPrefix("\\q"), kind != .sql { console = .none }
        return true
      }
      if kind == .sql || SQLEffect.verbs.contains(first().uppercased()) {
        readSQL(prefix: prefix)
        return true
      }
    }
    if kind == .redis || kind == .sql { return false }
    console = .none
    return false
  }

  mutating func addRedis(_ text: String, prefix: String) {
    let judged = RedisEffect.judge(ShellParser.commands(in: text).first?.words.map(\.text) ?? [])
    add(
      Action(
        kind: .command, phase: phase, text: text, language: "redis", target: target, effect: judged.effect,
        effectReason: judged.reason, interactive: judged.interactive,
        suggestion: prefix.isEmpty || judged.interactive ? nil : "\(prefix) \(text)",
        placeholders: Placeholders.find(in: text, known: known), line: firstLine + at))
    at += 1
  }

  private mutating func addMeta(_ text: String) {
    let judged = Dialects.judgeMeta(text)
    add(
      Action(
        kind: .command, phase: phase, text: text, language: "sql", target: target, effect: judged.effect,
        effectReason: judged.reason, placeholders: Placeholders.find(in: text, sql: true), line: firstLine + at))
    at += 1
  }

  /// SQL up to the line that ends its statements; in a shell fence a blank line ends it as well.
  mutating func readSQL(prefix: String) {
    let start = at
    var parts: [String] = []
    while at < lines.count {
      let line = ShellText.withoutTrailingBlanks(lines[at])
      if kind != .sql, ShellText.trim(line).isEmpty { break }
      parts.append(parts.isEmpty ? ShellText.trim(line) : line)
      at += 1
      if endsStatement(parts) { break }
    }
    let text = parts.joined(separator: "\n")
    for statement in SQLEffect.statements(text) {
      let offset = ShellText.find(statement, in: text) ?? 0
      let line = start + text.utf8.prefix(offset).reduce(0) { $0 + ($1 == Byte.newline ? 1 : 0) }
      addStatement(statement, prefix: prefix, line: firstLine + line)
    }
  }

  private func endsStatement(_ parts: [String]) -> Bool {
    guard let last = parts.last, last.utf8.contains(Byte.semicolon) else { return false }
    var lexer = SQLLexer(parts.joined(separator: "\n"))
    return lexer.isClosed()
  }

  private mutating func addStatement(_ statement: String, prefix: String, line: Int) {
    let judged = SQLEffect.judge(statement)
    let plain = !statement.utf8.contains {
      $0 == Byte.double || $0 == Byte.dollar || $0 == Byte.backslash || $0 == Byte.backtick
    }
    let flag = ShellText.contains(prefix, "mysql") || ShellText.contains(prefix, "mariadb") ? "-e" : "-c"
    add(
      Action(
        kind: .command, phase: phase, text: statement + ";", language: "sql", target: target, effect: judged.effect,
        effectReason: judged.reason, suggestion: prefix.isEmpty || !plain ? nil : "\(prefix) \(flag) \"\(statement);\"",
        placeholders: Placeholders.find(in: statement, sql: true, known: known), line: line))
  }
}
