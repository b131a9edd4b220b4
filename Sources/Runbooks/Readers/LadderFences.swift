import Incidents

/// Ladders drawn with arrows, in a fence or a line: "On-call → (15 min) → Team lead".
enum LadderFences {
  static func read(_ section: Record, _ scale: SeverityScale) -> [LadderReader.Step] {
    var steps: [LadderReader.Step] = []
    var isDrawn = false
    for child in section.children.flatMap({ $0.shape == .quote || $0.isList ? $0.children : [$0] }) {
      if let code = child.code, code.language == "mermaid" {
        steps += MermaidLadder.read(code, scale)
      } else if let code = child.code, ["", "text", "txt", "plain", "ascii", "plaintext"].contains(code.language) {
        let fenced = drawn(code.text, line: code.firstLine, scale)
        if fenced.count(where: LadderReader.isTimed) >= 2 { isDrawn = true }
        steps += fenced
      } else if isDrawn {
        // Arrows below a drawn ladder are rules for situations.
        continue
      } else if child.shape == .paragraph || child.isItem && child.name.isEmpty, isChain(child.text) {
        steps += drawn(child.text, line: child.line, scale)
      } else if child.shape == .label || child.shape == .cell || child.isItem, isChain(child.value.text) {
        // "P1: on-call → lead": the label says for which severities.
        steps += drawn(child.value.text, line: child.line, scale).map { step in
          var step = step
          if step.rung.severities.isEmpty { step.rung.severities = scale.mentioned(in: child.name) }
          return step
        }
      }
    }
    return steps
  }

  /// Whether a line leads from one person to the next.
  static func isChain(_ line: String) -> Bool { isChain(pieces(line)) }

  private static func isChain(_ parts: [String]) -> Bool {
    guard parts.count >= 2 else { return false }
    let parts = parts.map { Words($0) }
    let named = parts.count(where: People.names)
    let timed = parts.count { !Durations.all(in: $0).isEmpty || Durations.isImmediate($0) }
    return named >= 2 || named >= 1 && timed >= 1 && named + timed >= parts.count - 1 && parts.count >= 3
  }

  /// What is known while the lines of a drawing are read.
  private struct Drawing {
    var steps: [LadderReader.Step] = []
    var pending: RungText?
    /// The severities that a line of its own names.
    var group: [String] = []
    /// The time at which the last line that is no branch begins.
    var moment: RungText?
    var isTree = false
  }

  private static func drawn(_ text: String, line first: Int, _ scale: SeverityScale) -> [LadderReader.Step] {
    var drawing = Drawing()
    for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(200).enumerated() {
      if let named = heads(line, scale) {
        drawing.group = named
        continue
      }
      let branch = LadderBranches.isBranch(line)
      if branch, drawing.moment != nil { drawing.isTree = true }
      if !branch { drawing.moment = LadderBranches.moment(line) }
      var parts = pieces(String(line))
      let isLongChain = parts.count > 2 && isChain(parts)
      let led = lead(&parts, scale)
      for piece in parts {
        let text = piece.stripped("│├└─┌┐┘┤|+-=>v↓▼→* ")
        guard text.hasWord, !branch || !LadderBranches.isDone(text) else { continue }
        take(text, led, branch: branch, isLongChain, line: first + offset, scale, &drawing)
      }
    }
    return drawing.isTree ? drawing.steps : added(drawing.steps)
  }

  /// A piece between arrows: somebody, or the time for the next.
  private static func take(
    _ text: String, _ led: [String], branch: Bool, _ isLongChain: Bool, line: Int, _ scale: SeverityScale,
    _ drawing: inout Drawing
  ) {
    let saying = Saying(text)
    let said = RungText(saying, scale)
    guard People.names(saying.words) || isLongChain && isPerson(text) else {
      if said.after != nil || said.sla != nil { drawing.pending = said }
      return
    }
    if let step = timed(text, line: line, scale) {
      drawing.steps.append(step)
      drawing.pending = nil
      return
    }
    let lead = led.isEmpty ? drawing.group : led
    var own = said.after != nil || said.sla != nil ? said : drawing.pending ?? (branch ? drawing.moment : nil) ?? said
    if own.severities.isEmpty { own.severities = said.severities.isEmpty ? lead : said.severities }
    drawing.pending = nil
    drawing.steps.append(named(text, own, line: line))
  }

  /// A piece that names somebody, with what is said of the time.
  private static func named(_ text: String, _ own: RungText, line: Int) -> LadderReader.Step {
    let (tag, name) = People.splitStep(ScenarioTitle.withoutNumber(text))
    let rung = Rung(
      target: whom(behindVerb(name)), afterMinutes: own.after, severities: own.severities, until: own.until, line: line)
    return LadderReader.Step(rung: rung, tag: tag, text: own)
  }

  /// "SEV-1/SEV-2:" on a line of its own, over the people called for those; a heading of anything else ends them.
  private static func heads(_ line: Substring, _ scale: SeverityScale) -> [String]? {
    let text = line.trimmed
    guard text.hasSuffix(":"), text.utf8.count <= 60, !People.names(text), Durations.all(in: text).isEmpty else {
      return nil
    }
    return scale.mentioned(in: text)
  }

  /// "P1 → on-call → lead", "P1: on-call → lead": the first says for which severities, and is taken away.
  private static func lead(_ parts: inout [String], _ scale: SeverityScale) -> [String] {
    guard let first = parts.first else { return [] }
    let led = parts.count > 2 && !People.names(first) ? scale.mentioned(in: first) : []
    if !led.isEmpty {
      parts.removeFirst()
      return led
    }
    guard let colon = Labels.colon(in: first), colon > first.startIndex else { return [] }
    let named = scale.mentioned(in: String(first[..<colon]))
    if !named.isEmpty { parts[0] = first[first.index(after: colon)...].trimmed }
    return named
  }

  /// Beside arrows, times that do not grow are waits, each from the rung before: they add up.
  private static func added(_ steps: [LadderReader.Step]) -> [LadderReader.Step] {
    let times = steps.compactMap(\.rung.afterMinutes).filter { $0 > 0 }
    guard times.count >= 2, zip(times, times.dropFirst()).contains(where: { $1 <= $0 }),
      steps.allSatisfy({ $0.text.end == nil && $0.rung.severities.isEmpty && $0.text.sla == nil })
    else { return steps }
    var waited = 0.0
    return steps.map { step in
      var step = step
      waited += step.rung.afterMinutes ?? 0
      if step.rung.afterMinutes != nil {
        step.rung.afterMinutes = waited
        step.text.after = waited
      }
      return step
    }
  }

  /// "15 minutes: Escalate to secondary on-call if no response": the time leads.
  private static func timed(_ text: String, line: Int, _ scale: SeverityScale) -> LadderReader.Step? {
    let words = Words(text)
    guard let time = Durations.all(in: words).first, time.words.lowerBound == 0,
      let mark = words.all[safe: time.words.upperBound], [":", "-"].contains(mark.text)
    else { return nil }
    let rest = words.slice(mark.end, Int.max)
    let name = LadderPassive.name(Words(rest)) ?? People.bare(LadderReader.cut(behindVerb(rest)))
    guard name.hasWord, People.names(name), name.utf8.count < 60 else { return nil }
    var own = RungText(rest, scale)
    own.after = time.low
    own.sla = nil
    let rung = Rung(
      target: withoutDuty(name), afterMinutes: time.low, severities: own.severities, until: own.until, line: line)
    return LadderReader.Step(rung: rung, tag: nil, text: own, follows: true)
  }

  private static let calling = LadderSentences.verbs.union(["gọi", "bao", "đến"])

  /// "PagerDuty calls the primary on-call": whom something calls that is nobody itself.
  private static func behindVerb(_ text: String) -> String {
    let words = Words(text)
    guard
      let verb = words.all.prefix(5).lastIndex(where: { calling.contains($0) && !$0.joined }),
      LadderSentences.calls(words.all, verb) || !LadderSentences.verbs.contains(words.all[verb]),
      !words.all[..<verb].contains(where: { People.nouns.contains($0) && $0.text != "pager" })
    else { return text }
    let behind = words.slice(words.all[verb].end, Int.max).stripped(" :")
    let who = behind.hasPrefix("to ") ? behind.dropFirst(3).trimmed : behind
    return People.names(who) ? who : text
  }

  /// "Primary on-call response required" is the primary on-call.
  private static func withoutDuty(_ name: String) -> String {
    for mark in [" response", " must", " acknowledges", " is ", " should"] {
      if let range = name.firstRange(of: mark) { return name[..<range.lowerBound].trimmed }
    }
    return name
  }

  /// "Noor at +15 min": a name with a time beside it.
  private static func isPerson(_ text: String) -> Bool {
    let words = Words(text)
    let timed = !Durations.all(in: words).isEmpty || Durations.isImmediate(words)
    return timed && People.bare(text).hasWord && text.first?.isUppercase ?? false && !LadderReader.opens(text)
  }

  /// The name without the time behind it.
  private static func whom(_ text: String) -> String {
    let sentence = Sentences.of(text).first ?? text
    let cut = LadderReader.cut(People.names(sentence) ? sentence : text)
    for mark in [" at +", " at T+", " after ", " @ ", "│", "|", " acknowledges"] {
      if let range = cut.firstRange(of: mark), range.lowerBound > cut.startIndex {
        return cut[..<range.lowerBound].trimmed
      }
    }
    return cut
  }

  private static let shafts: Set<Character> = ["─", "━", "►", "▶", "➜", "➔", "⟶", "═", "⇒", "➡"]

  /// The parts of a line between its arrows, however they are drawn: "→", "-->", "──►".
  private static func pieces(_ line: String) -> [String] {
    // Most lines have neither an arrow nor anything drawn.
    guard line.utf8.contains(where: { $0 == 0x3E || $0 == 0xE2 }) else { return [line] }
    var pieces: [String] = []
    let isPlain = line.utf8.allSatisfy { $0 < 0x80 }
    var rest = isPlain ? line[...] : Substring(String(line.map { shafts.contains($0) ? "→" : $0 }))
    while let range = rest.firstRange(of: "→") ?? rest.firstRange(of: "->") {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    pieces.append(String(rest))
    return pieces
  }
}
