/// One line of the effect table: a program with words and flags, what it does, and why.
struct EffectRule: Sendable {
  /// Alternatives per position; `*` is any word, a trailing `*` any ending.
  var path: [[String]]
  /// Each needs one of its alternatives among the flags.
  var flags: [[String]]
  var effect: Action.Effect
  var reason: String

  /// How closely the rule names the command; the closest rule decides.
  var weight: Int { flags.count * 2 + path.reduce(0) { $0 + ($1 == ["*"] ? 1 : 2) } }

  func matches(_ words: [String], flags given: [String]) -> Bool {
    if path.last == ["$"], words.count != path.count - 1 { return false }
    guard words.count >= path.count || path.last == ["$"] else { return false }
    for (alternatives, word) in zip(path, words) where !alternatives.contains(where: { Self.fits(word, $0) }) {
      return false
    }
    return flags.allSatisfy { wanted in wanted.contains { flag in given.contains { Self.isFlag($0, flag) } } }
  }

  static func fits(_ word: String, _ pattern: String) -> Bool {
    if pattern == "*" { return true }
    if pattern.utf8.last == UInt8(ascii: "*") { return word.hasPrefix(pattern.dropLast()) }
    if pattern.utf8.first == UInt8(ascii: "*") { return word.hasSuffix(pattern.dropFirst()) }
    return word == pattern
  }

  /// `--delete`, `--delete=all`, `-f`, and `-f` inside `-af`.
  static func isFlag(_ given: String, _ wanted: String) -> Bool {
    if given == wanted { return true }
    if wanted.utf8.last == Byte.dollar { return given == wanted.dropLast() }
    if wanted.utf8.last == UInt8(ascii: "*") { return given.hasPrefix(wanted.dropLast()) }
    if wanted.hasPrefix("--") { return given.hasPrefix(wanted) && given.dropFirst(wanted.count).first == "=" }
    guard wanted.utf8.count == 2, given.utf8.first == Byte.dash, !given.hasPrefix("--"), given.utf8.count > 2,
      given.utf8.count < 7,
      let letter = wanted.utf8.last
    else { return false }
    // "-bn1" is b and n with a number.
    let letters = given.utf8.dropFirst().prefix(while: Byte.isLetter)
    return given.utf8.dropFirst(letters.count + 1).allSatisfy(\.isDigit) && letters.contains(letter)
  }
}

/// The effect table, made once from the lines of `EffectData`.
struct EffectTable: Sendable {
  private(set) var rules: [String: [EffectRule]] = [:]
  /// Flags that take a value, per program, so that the value is not read as a word.
  private(set) var values: [String: Set<String>] = [:]
  /// Lines that could not be read; a test keeps this empty.
  private(set) var rejected: [String] = []

  static let shared = EffectTable(EffectData.all)

  init(_ texts: [String]) {
    for text in texts { for line in ShellText.parts(text, at: Byte.newline) { add(line) } }
  }

  func knows(_ program: String) -> Bool { rules[program] != nil }

  /// Whether a rule of the program names this word right behind it.
  func knows(_ program: String, order: String) -> Bool {
    (rules[program] ?? []).contains { $0.path.first?.contains { $0 != "*" && EffectRule.fits(order, $0) } ?? false }
  }

  /// The closest rule for a program with these words and flags; of equals the graver.
  func rule(_ program: String, _ words: [String], flags: [String]) -> EffectRule? {
    var best: EffectRule?
    for rule in rules[program] ?? [] where rule.matches(words, flags: flags) {
      guard let current = best else {
        best = rule
        continue
      }
      let closer = rule.weight > current.weight
      if closer || (rule.weight == current.weight && rule.effect.gravity > current.effect.gravity) { best = rule }
    }
    return best
  }

  private mutating func add(_ line: String) {
    let cells = line.utf8.split(separator: Byte.pipe, maxSplits: 2).map { ShellText.trim(Substring($0)) }
    guard cells.count == 3 else { return rejected.append(line) }
    let words = ShellText.parts(cells[0], at: Byte.space).map { ShellText.parts($0, at: Byte.comma) }
    guard let programs = words.first else { return rejected.append(line) }
    let rest = words.dropFirst()
    if cells[1] == "values" {
      let flags = ShellText.parts(cells[2], at: Byte.space)
      for program in programs { values[program, default: []].formUnion(flags) }
      return
    }
    guard let effect = Action.Effect(rawValue: cells[1]) else { return rejected.append(line) }
    let isFlag: ([String]) -> Bool = { $0.first?.utf8.first == Byte.dash && $0 != ["-"] }
    let rule = EffectRule(
      path: rest.filter { !isFlag($0) }, flags: rest.filter(isFlag), effect: effect, reason: cells[2])
    for program in programs { rules[program, default: []].append(rule) }
  }
}
