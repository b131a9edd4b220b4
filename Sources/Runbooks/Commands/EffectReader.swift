/// Judges shell text: what it does at most, and whether it ends by itself.
///
/// A mistake must fall to the graver side: what no table names is unknown, and unknown is never read.
enum EffectReader {
  private static let deepest = 6
  private static let longest = 16_384

  static func judge(_ text: String, depth: Int = 0) -> Judgement {
    guard depth < deepest, text.utf8.count <= longest else { return .unknown("too long or too deeply nested to judge") }
    var result: Judgement?
    for command in ShellParser.commands(in: text) {
      let one = judge(command, depth: depth)
      result = result?.joined(with: one) ?? one
    }
    return result ?? .unknown("nothing to be read here")
  }

  private static func judge(_ command: ShellCommand, depth: Int) -> Judgement {
    var result = judge(words: command.words[...], of: command, depth: depth)
    for output in command.outputs where !isNowhere(output) {
      let words = command.words.map(\.text)
      let empties = words.isEmpty || words == [":"] || words == ["true"] || words == ["cat", "/dev/null"]
      let why = "redirection into \(output.prefix(60))"
      result = result.joined(with: empties ? .destructive("empties \(output.prefix(60))") : .write(why))
    }
    for inner in command.substitutions {
      var one = judge(inner, depth: depth + 1)
      one.edits = []
      result = result.joined(with: one)
    }
    return result
  }

  private static func isNowhere(_ file: String) -> Bool {
    file == "/dev/null" || file == "/dev/stdout" || file == "/dev/stderr" || file == "/dev/tty" || file.hasPrefix("&")
  }

  /// Judges the words of a simple command after taking off keywords, assignments and wrappers.
  static func judge(words: ArraySlice<ShellWord>, of command: ShellCommand, depth: Int) -> Judgement {
    guard depth < deepest else { return .unknown("too deeply nested to judge") }
    var words = words
    while let first = words.first, !first.quoted, skipped.contains(first.text) || isAssignment(first.text) {
      words = words.dropFirst()
    }
    guard let first = words.first else { return .read("sets only variables of this shell") }
    if silent.contains(first.text) { return .read("only steers the shell") }
    if let wrapped = Wrappers.judge(words, of: command, depth: depth) { return wrapped }
    return judgeProgram(words, of: command, depth: depth)
  }

  private static func judgeProgram(_ words: ArraySlice<ShellWord>, of command: ShellCommand, depth: Int) -> Judgement {
    guard let first = words.first else { return .unknown("no program") }
    let program = programName(first.text)
    let arguments = words.dropFirst().map(\.text)
    var result =
      Dialects.judge(program, arguments, of: command, depth: depth)
      ?? judgeTable(program, arguments) ?? unknown(first.text)
    if let wait = EndlessTable.shared.judge(program, words: words, of: command) {
      result.interactive = true
      result.edits = wait.edits
      result.reason += ", \(wait.reason)"
    }
    return result
  }

  static func programName(_ word: String) -> String {
    var name = ShellText.base(word)
    for ending in [".exe", ".cmd"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    if name.hasPrefix("python3.") { name = "python3" }
    return name
  }

  private static func unknown(_ program: String) -> Judgement {
    let isFile = program.utf8.contains(UInt8(ascii: "/")) || program.hasSuffix(".sh")
    return .unknown(
      isFile ? "what \(program.prefix(60)) does is not known" : "\(program.prefix(40)) is not in the effect table")
  }

  private static func judgeTable(_ program: String, _ arguments: [String], shown: String? = nil) -> Judgement? {
    let table = EffectTable.shared
    guard table.knows(program) else { return nil }
    let split = Arguments(arguments, values: table.values[program] ?? [])
    if split.positional.first == "compose", let at = arguments.firstIndex(of: "compose") {
      return judgeTable("docker-compose", Array(arguments[(at + 1)...]), shown: "\(program) compose")
    }
    guard let rule = table.rule(program, split.positional, flags: split.flags) else {
      return .unknown("this use of \(program) is not in the effect table")
    }
    let named = ([shown ?? program] + split.positional.prefix(max(rule.path.count, 0))).joined(separator: " ")
    return Judgement(rule.effect, "\(named.prefix(60)): \(rule.reason)")
  }

  static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")), equals > word.utf8.startIndex else { return false }
    let name = word.utf8[..<equals]
    guard let head = name.first, !Byte.isDigit(head) else { return false }
    return name.allSatisfy { Byte.isName($0) || $0 == UInt8(ascii: "+") }
  }

  /// Words before a command that only steer the shell.
  private static let skipped: Set<String> = [
    "if", "then", "elif", "else", "while", "until", "do", "!", "{", "}", "time", "done", "fi", "esac", "$",
  ]

  /// Beginnings of a clause that runs nothing itself.
  private static let silent: Set<String> = ["for", "select", "case", "function", "in", ";;"]
}

/// Arguments split into words and flags; the value of a flag is neither.
struct Arguments {
  var positional: [String] = []
  var flags: [String] = []

  init(_ arguments: [String], values: Set<String>) {
    var i = 0
    var onlyWords = false
    while i < arguments.count {
      let argument = arguments[i]
      i += 1
      if argument == "--" {
        flags.append(argument)
        onlyWords = true
      } else if !onlyWords, argument.utf8.first == Byte.dash, argument.utf8.count > 1 {
        flags.append(argument)
        if values.contains(argument) { i += 1 }
      } else {
        positional.append(argument)
      }
    }
  }
}
