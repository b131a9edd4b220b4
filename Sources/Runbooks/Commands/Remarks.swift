/// One comment line of a fence.
struct Remark {
  enum Kind {
    /// Something a person does.
    case step
    /// Introduces what follows: "If still lagging:", "1. CONTAIN".
    case heading
    case bullet
    /// What should be seen: "Expected: …", "Error rate < 1%".
    case expectation
    /// Belongs to the words before it: a link, a bracket, the rest of a sentence.
    case addition
    /// Code that belongs to the step before it.
    case code
    /// A command that is commented out.
    case command
    /// Says something, asks for nothing.
    case note
  }

  var text: String
  var line: Int
  var kind: Kind

  /// - Parameter raw: the line without its comment mark, blanks kept.
  init(_ raw: String, line: Int) {
    let trimmed = ShellText.trim(raw)
    let indent = raw.utf8.prefix { Byte.isBlank($0) }.count
    self.line = line
    if LineReader.isBullet(trimmed), !trimmed.hasPrefix("> "), !(trimmed.utf8.first.map(Byte.isDigit) ?? false) {
      text = ShellText.trim(trimmed.dropFirst(trimmed.hasPrefix("•") || trimmed.hasPrefix("→") ? 1 : 2))
      kind = .bullet
    } else {
      text = trimmed
      kind = Self.kind(of: trimmed, indent: indent)
    }
  }

  private static func kind(of text: String, indent: Int) -> Kind {
    let lower = text.lowercased()
    if RemarkWords.expecting.contains(where: lower.hasPrefix) { return .expectation }
    if text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("(") { return .addition }
    if ShellText.contains(text, "://"), ShellText.words(text).count <= 3 { return .addition }
    if isCode(text, indent) { return .code }
    if isCommand(text) { return .command }
    if RemarkWords.noting.contains(where: lower.hasPrefix) { return .note }
    if let head = text.utf8.first, Byte.isLower(head), ShellText.words(text).count > 1, !text.hasPrefix("if ") {
      return .addition
    }
    if text.utf8.last == UInt8(ascii: ":") { return .heading }
    return .step
  }

  private static func isCode(_ text: String, _ indent: Int) -> Bool {
    if indent >= 2 { return true }
    guard let last = text.utf8.last, let head = text.utf8.first else { return false }
    if "{};".utf8.contains(last) || "{}".utf8.contains(head) { return true }
    guard Byte.isLower(head), let first = ShellText.words(text).first else { return false }
    return first.utf8.last == UInt8(ascii: ":") && first.utf8.contains(95)
  }

  /// `# docker-compose up -d indexer`, but not `# test the login`.
  private static func isCommand(_ text: String) -> Bool {
    guard let head = text.utf8.first, Byte.isLower(head) || head == UInt8(ascii: "."),
      LineReader.startsKnownProgram(text)
    else { return false }
    let words = ShellText.words(text)
    return words.count > 1 && !LineReader.isProse(text)
      && !words.contains { $0.utf8.last == UInt8(ascii: ",") || ($0.utf8.last == 46 && $0.utf8.count > 3) }
  }

  /// "If the pool is full" without a comma: a condition for what comes next.
  var isBareCondition: Bool {
    let lower = text.lowercased()
    guard RemarkWords.conditions.contains(where: lower.hasPrefix) else { return false }
    return !text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") } && !ShellText.contains(text, "→")
  }

  /// Holds a bound: "< 1%", "under 200 ms", "at least 3".
  var hasBound: Bool {
    let bytes = Array(text.utf8)
    for (i, b) in bytes.enumerated() where b == Byte.less || b == Byte.greater || b == UInt8(ascii: "=") {
      let next = bytes[(i + 1)...].first { $0 != Byte.space && $0 != UInt8(ascii: "=") }
      if let next, Byte.isDigit(next) || next == Byte.dollar { return true }
    }
    let lower = text.lowercased()
    return bytes.contains(where: Byte.isDigit) && RemarkWords.bounds.contains { ShellText.contains(lower, $0) }
  }

  var asksForHands: Bool {
    let first = ShellText.words(text).first.map { $0.lowercased() } ?? ""
    return RemarkWords.hands.contains(first)
  }
}

/// Words that tell what a comment is, as data.
enum RemarkWords {
  static let expecting = [
    "expected", "expect:", "should be", "should return", "should show", "should see", "should print", "output:",
    "sample output", "returns ", "=> ", "must be ", "must return", "esperado", "erwartet", "attendu", "预期",
  ]
  static let noting = [
    "this ", "these ", "note", "usually ", "it ", "there ", "example", "e.g.", "optional", "warning", "caution", "tip:",
    "takes ", "be careful",
  ]
  static let conditions = ["if ", "when ", "or if ", "otherwise if ", "in case ", "falls ", "wenn ", "si ", "se "]
  static let bounds = ["under ", "below ", "above ", "at least ", "less than ", "more than ", "at most "]
  /// Verbs of things that no command of the fence does.
  static let hands: Set<String> = [
    "edit", "contact", "call", "notify", "page", "open", "click", "ask", "tell", "inform", "message", "email",
    "escalate",
    "announce", "post", "login", "log-in",
  ]
  static let verifying = [
    "verify", "confirm", "make sure", "ensure", "validate that", "check that", "check it", "double-check", "smoke test",
    "post-check", "verificar", "überprüfen", "prüfen", "vérifier", "verificare", "验证", "確認", "проверить",
  ]
}
