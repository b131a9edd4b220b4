/// Tells what a line of a fence is: a command, SQL, a Redis command, or words for a person.
enum LineReader {
  enum Kind { case command, sql, redis, words }

  static func kind(_ raw: String) -> Kind {
    var line = raw
    if raw.utf8.contains(Byte.hash), let mark = LogicalLines.commentStart(raw) {
      line = ShellText.trim(String(decoding: raw.utf8.prefix(mark), as: UTF8.self))
    }
    guard let first = ShellText.words(line).first.map(String.init), let head = first.utf8.first else { return .words }
    if isBullet(line) || isSlashCommand(first) || ShellText.contains(first, "://") { return .words }
    if isProse(line) { return .words }
    if isSQL(line, first) { return .sql }
    if methods.contains(first) { return .words }
    if isKnownProgram(line) || isKeyword(first) { return .command }
    if first.utf8.contains(UInt8(ascii: "/")) || first.hasPrefix(".\\") || EffectReader.isAssignment(first) {
      return .command
    }
    if Dialects.judgePowerShell(first) != nil || (head == Byte.dollar && first.utf8.count > 1) { return .command }
    if first == first.uppercased(), RedisEffect.isVerb(first) { return .redis }
    return isProgramName(first) ? .command : .words
  }

  static let methods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

  private static let keywords: Set<String> = ["for", "while", "until", "if", "case", "function", "{", "(", "[", "[["]

  private static func isKeyword(_ word: String) -> Bool { keywords.contains(word) || word.hasPrefix("(") }

  static func startsKnownProgram(_ line: String) -> Bool { isKnownProgram(line) && !isProse(line) }

  private static func isKnownProgram(_ line: String) -> Bool {
    var words = ShellText.words(line)[...]
    while let word = words.first, EffectReader.isAssignment(String(word)) { words = words.dropFirst() }
    guard let first = words.first else { return false }
    let name = EffectReader.programName(String(first))
    return EffectTable.shared.knows(name) || Wrappers.isKnown(name)
  }

  static func isBullet(_ line: String) -> Bool {
    guard let head = line.utf8.first, !Byte.isLetter(head) else { return false }
    if ["- ", "* ", "• ", "→ ", "+ ", "> "].contains(where: line.hasPrefix) { return true }
    let digits = line.utf8.prefix(while: Byte.isDigit)
    guard !digits.isEmpty, digits.count < 4 else { return false }
    let rest = line.utf8.dropFirst(digits.count)
    return (rest.first == UInt8(ascii: ".") || rest.first == Byte.close) && rest.dropFirst().first == Byte.space
  }

  /// `/incident declare` is typed into a chat; `/usr/bin/x` has a second slash.
  private static func isSlashCommand(_ word: String) -> Bool {
    word.utf8.first == UInt8(ascii: "/") && word.utf8.count > 1 && !word.utf8.dropFirst().contains(UInt8(ascii: "/"))
  }

  private static let small: Set<String> = [
    "the", "a", "an", "for", "to", "is", "are", "and", "of", "until", "with", "your", "if", "that", "this", "or", "not",
    "should", "must", "then", "from", "when", "all", "any",
  ]

  /// Three or more plain words with a small word of English between them, and nothing that only a shell would want.
  static func isProse(_ line: String) -> Bool {
    if line.withBytes({ $0.contains(where: isMark) }) { return startsLikeSentence(line) }
    let words = ShellText.words(line)
    guard words.count >= 3, !words.contains(where: { $0.hasPrefix("-") && $0.utf8.count > 1 }) else { return false }
    return words.dropFirst().contains { small.contains($0.lowercased()) } && !isOrder(words)
  }

  /// What a shell reads as more than a letter.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.pipe, Byte.dollar, Byte.backtick, Byte.double, Byte.single, Byte.less, Byte.greater, 0x3D, 0x2F,
      Byte.semicolon, Byte.ampersand, Byte.backslash:
      true
    default: false
    }
  }

  /// Small words that no order of a program has.
  private static let articles: Set<String> = [
    "the", "your", "is", "are", "should", "must", "this", "that", "if", "then",
  ]
  /// Programs that are English words too: "find all", "kill any", "make all".
  private static let english: Set<String> = [
    "find", "kill", "make", "watch", "test", "service", "host", "time", "at", "top", "cat", "head", "sort", "less",
    "more", "who", "step", "node", "write", "look", "wait", "return", "set", "start", "stop", "restart", "check",
  ]

  /// "kubectl get all", "ufw deny from 10.0.0.1": the table knows the program's second word as an order of it.
  private static func isOrder(_ words: [Substring]) -> Bool {
    guard words.count <= 8, let first = words.first, let second = words[safe: 1], !english.contains(String(first)),
      !words.contains(where: { articles.contains($0.lowercased()) })
    else { return false }
    return EffectTable.shared.knows(EffectReader.programName(String(first)), order: String(second))
  }

  /// "Check the dashboard (http://…)": a capital, then lower case, and no program of that name.
  private static func startsLikeSentence(_ line: String) -> Bool {
    let words = ShellText.words(line)
    guard words.count >= 3, let first = words.first, let head = first.utf8.first, Byte.isUpper(head) else {
      return false
    }
    return first.utf8.dropFirst().allSatisfy(Byte.isLower) && !first.isEmpty
      && words[1].utf8.first.map(Byte.isLetter) == true && !EffectReader.isAssignment(String(first))
  }

  private static func isProgramName(_ word: String) -> Bool {
    guard let head = word.utf8.first, Byte.isLower(head) || head == 46 || head == 126 else { return false }
    return word.utf8.allSatisfy { Byte.isLower($0) || Byte.isDigit($0) || "-_.+:".utf8.contains($0) }
      && word.utf8.last != UInt8(ascii: ":")
  }

  private static func isSQL(_ line: String, _ first: String) -> Bool {
    var verb = first
    if verb.utf8.last == Byte.semicolon { verb.removeLast() }
    let upper = verb.uppercased()
    guard SQLEffect.verbs.contains(upper) else { return false }
    let ends = line.utf8.last == Byte.semicolon
    if verb == upper { return ends || ShellText.words(line).count > 1 }
    return ends
      && ["SELECT", "UPDATE", "DELETE", "INSERT", "ALTER", "DROP", "CREATE", "SHOW", "EXPLAIN"].contains(upper)
  }
}
