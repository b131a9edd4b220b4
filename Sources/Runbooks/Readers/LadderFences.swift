import Incidents

/// Ladders drawn with arrows, in a fence or a line: "On-call → (15 min) → Team lead".
enum LadderFences {
  static func read(_ section: Record, _ scale: SeverityScale) -> [LadderReader.Step] {
    var steps: [LadderReader.Step] = []
    for child in section.children {
      if let code = child.code, ["", "text", "txt", "plain", "ascii", "plaintext"].contains(code.language) {
        steps += drawn(code.text, line: code.firstLine, scale)
      } else if child.shape == .paragraph, pieces(child.text).filter(People.names).count >= 2 {
        steps += drawn(child.text, line: child.line, scale)
      } else if child.shape == .label, pieces(child.value.text).filter(People.names).count >= 2 {
        steps += drawn(child.value.text, line: child.line, scale)
      }
    }
    return steps
  }

  private static func drawn(_ text: String, line first: Int, _ scale: SeverityScale) -> [LadderReader.Step] {
    var steps: [LadderReader.Step] = []
    var pending: RungText?
    for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(200).enumerated() {
      for piece in pieces(String(line)) {
        let text = piece.stripped("│├└─┌┐┘┤|+-=>v↓▼→* ")
        guard text.hasWord else { continue }
        let said = RungText(text, scale)
        guard People.names(text) else {
          if said.after != nil || said.sla != nil { pending = said }
          continue
        }
        var own = said.after != nil || said.sla != nil ? said : pending ?? said
        if own.severities.isEmpty { own.severities = said.severities }
        pending = nil
        let (tag, name) = People.splitStep(text)
        let rung = Rung(
          target: LadderReader.cut(name), afterMinutes: own.after, severities: own.severities, until: own.until,
          line: first + offset)
        steps.append(LadderReader.Step(rung: rung, tag: tag, text: own))
      }
    }
    return steps
  }

  /// The parts of a line between its arrows, however they are drawn: "→", "-->", "──►".
  private static func pieces(_ line: String) -> [String] {
    let shafts: Set<Character> = ["─", "━", "►", "▶", "➜", "➔", "⟶", "═", "⇒", "➡"]
    var pieces: [String] = []
    var rest = Substring(String(line.map { shafts.contains($0) ? "→" : $0 }))
    while let range = rest.firstRange(of: "→") ?? rest.firstRange(of: "->") {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    pieces.append(String(rest))
    return pieces
  }
}
