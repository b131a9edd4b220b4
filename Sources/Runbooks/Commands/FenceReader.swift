/// Reads the lines of one fence into actions.
struct FenceReader {
  /// A console that an earlier line opened: the lines after it are typed there.
  enum Console {
    case none
    case redis(String)
    case sql(String)
  }

  let lines: [String]
  let language: String
  let kind: FenceLanguage.Kind
  let firstLine: Int
  let phase: Action.Phase
  var actions: [Action] = []
  var at = 0
  private var remarks: [Remark] = []
  private var caption: String?
  private var blankSinceRemark = false
  var console = Console.none
  var target: String?
  var known: Set<String> = []
  private let prompts: Bool

  init(lines: [String], language: String, kind: FenceLanguage.Kind, firstLine: Int, phase: Action.Phase) {
    self.lines = lines
    self.language = language
    self.kind = kind
    self.firstLine = firstLine
    self.phase = phase
    prompts = kind != .sql && lines.contains { $0.hasPrefix("$ ") || $0.hasPrefix("PS> ") }
    if kind == .redis { console = .redis("") }
    if kind == .sql { console = .sql("") }
  }

  mutating func read() -> [Action] {
    while at < lines.count { step() }
    flushRemarks()
    return actions
  }

  private mutating func step() {
    let line = ShellText.trim(lines[at])
    if line.isEmpty {
      if remarks.isEmpty { caption = nil }
      blankSinceRemark = true
      at += 1
    } else if let remark = remarkText(lines[at]) {
      if blankSinceRemark, !remarks.isEmpty { flushRemarks() }
      blankSinceRemark = false
      if !remark.hasPrefix("!") { remarks.append(Remark(remark, line: firstLine + at)) }
      at += 1
    } else {
      readLine(line)
    }
  }

  /// Text after the comment mark, or nil when the line is no comment.
  private func remarkText(_ raw: String) -> String? {
    let line = ShellText.trim(raw)
    let isSQL = if case .sql = console { true } else { false }
    if isSQL, line.hasPrefix("--") { return String(line.dropFirst(2)) }
    if isSQL, line.hasPrefix("/*") {
      let inner = line.dropFirst(2)
      return String(inner.hasSuffix("*/") ? inner.dropLast(2) : inner)
    }
    if line.hasPrefix("#") { return String(line.drop { $0 == "#" }) }
    if line.lowercased().hasPrefix("rem ") { return String(line.dropFirst(4)) }
    return nil
  }

  private mutating func readLine(_ line: String) {
    if prompts, !line.hasPrefix("$ "), !line.hasPrefix("PS> ") {
      addExpectation(line)
      at += 1
      return
    }
    let text = prompts ? ShellText.trim(line.dropFirst(line.hasPrefix("PS>") ? 4 : 2)) : line
    if readInConsole(text) { return }
    switch LineReader.kind(text) {
    case .sql: readSQL(prefix: "")
    case .redis: addRedis(text, prefix: "")
    case .words: addWords(text)
    case .command: readCommand(text)
    }
  }

  private mutating func readCommand(_ line: String) {
    let end =
      prompts ? at + 1 : BacktickLines.end(of: lines, from: at, language) ?? LogicalLines.end(of: lines, from: at)
    var text = line
    var aside: String?
    if end == at + 1 {
      if let mark = LogicalLines.commentStart(line) {
        aside = ShellText.trim(String(decoding: line.utf8.dropFirst(mark).drop { $0 == Byte.hash }, as: UTF8.self))
        text = ShellText.trim(String(decoding: line.utf8.prefix(mark), as: UTF8.self))
      }
    } else {
      text = ([line] + lines[(at + 1)..<end].map(ShellText.withoutTrailingBlanks)).joined(separator: "\n")
    }
    noteVariables(text)
    let judged = EffectReader.judge(BacktickLines.asShell(text, language))
    add(
      Action(
        kind: .command, phase: phase, text: text, language: language, target: target, effect: judged.effect,
        effectReason: judged.reason, interactive: judged.interactive,
        suggestion: TextEdit.apply(judged.edits, to: text),
        placeholders: Placeholders.find(in: text, known: known), line: firstLine + at), aside: aside)
    openSession(text)
    at = end
  }

  private mutating func noteVariables(_ text: String) {
    for word in ShellText.words(text).prefix(4) {
      guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")), EffectReader.isAssignment(String(word)) else {
        continue
      }
      known.insert(String(word[..<equals]))
    }
    let words = ShellText.words(text)
    if words.count > 1, words[0] == "for" || words[0] == "read" { known.insert(String(words[1])) }
  }

  private mutating func openSession(_ text: String) {
    let commands = ShellParser.commands(in: text)
    guard let only = commands.last, !only.hasInput else { return }
    let words = only.words.map(\.text)
    guard let program = words.first.map(EffectReader.programName) else { return }
    if program == "exit" || program == "logout" { target = nil }
    if program == "ssh", let host = SessionHost.host(words) { target = host }
    guard actions.last?.interactive == true else { return }
    let tail = words.map(EffectReader.programName)
    if tail.contains(where: { $0 == "redis-cli" || $0 == "valkey-cli" }) { console = .redis(text) }
    if tail.contains(where: { $0 == "psql" || $0 == "mysql" || $0 == "mariadb" }) { console = .sql(text) }
  }

  private mutating func addWords(_ text: String) {
    takeRemarks(before: nil)
    let words = LineReader.isBullet(text) ? ShellText.trim(text.drop { !($0 == " ") }) : text
    let method = ShellText.words(text).first.map(String.init) ?? ""
    let judged = LineReader.methods.contains(method) ? Dialects.judgeMethod(method) : .unknown("a person does it")
    actions.append(
      Action(
        kind: .manual, phase: phase, text: words, language: language, caption: caption, target: target,
        effect: judged.effect, effectReason: judged.reason, placeholders: Placeholders.find(in: words, sql: true),
        line: firstLine + at))
    at += 1
  }

  private mutating func addExpectation(_ text: String) {
    guard let last = actions.indices.last else { return }
    let before = actions[last].expectation
    guard (before ?? "").utf8.count < 400 else { return }
    actions[last].expectation = before.map { $0 + "\n" + text } ?? text
  }

  mutating func add(_ action: Action, aside: String? = nil) {
    takeRemarks(before: action.line)
    var action = action
    action.caption = [caption, aside.map { caption == nil ? $0 : "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    if action.caption?.isEmpty == true { action.caption = nil }
    action.phase = raisedPhase(action)
    actions.append(action)
  }

  /// A caption that says "verify" after something was changed makes the step a verification.
  private func raisedPhase(_ action: Action) -> Action.Phase {
    guard phase != .diagnosis, action.effect != .destructive, let words = action.caption?.lowercased() else {
      return phase
    }
    guard changed, RemarkWords.verifying.contains(where: words.hasPrefix) else { return phase }
    return .verification
  }

  private var changed: Bool { actions.contains { $0.kind == .command && $0.effect != .read } }

  private mutating func takeRemarks(before line: Int?) {
    guard !remarks.isEmpty else { return }
    var reader = RemarkReader(phase: phase, target: target, language: language, changed: changed)
    let result = reader.caption(remarks)
    apply(result.before)
    caption = result.caption
    remarks.removeAll()
  }

  private mutating func flushRemarks() {
    guard !remarks.isEmpty else { return }
    var reader = RemarkReader(phase: phase, target: target, language: language, changed: changed)
    apply(reader.steps(remarks))
    caption = nil
    remarks.removeAll()
  }

  private mutating func apply(_ read: RemarkReader.Result) {
    for text in read.expectations { addExpectation(text) }
    if let note = read.note, let last = actions.indices.last {
      actions[last].caption = actions[last].caption.map { $0 + ". " + note } ?? note
    }
    actions += read.actions
  }
}
