import Incidents

/// A ladder drawn in Mermaid: `A[On-call] -->|10 min no answer| B[Team lead]`.
enum MermaidLadder {
  static func read(_ code: Block.Code, _ scale: SeverityScale) -> [LadderReader.Step] {
    var names: [String: String] = [:]
    var steps: [LadderReader.Step] = []
    for (offset, raw) in code.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(100).enumerated() {
      let parts = edge(String(raw), &names)
      guard parts.ends.count == 2, let from = names[parts.ends[0]], let to = names[parts.ends[1]],
        People.names(from), People.names(to)
      else { continue }
      if steps.isEmpty { steps.append(step(from, "", scale, line: code.firstLine + offset)) }
      steps.append(step(to, parts.label, scale, line: code.firstLine + offset))
    }
    return steps
  }

  private static func step(_ name: String, _ label: String, _ scale: SeverityScale, line: Int) -> LadderReader.Step {
    var text = RungText(label, scale)
    text.after = text.after ?? text.sla
    text.sla = nil
    let rung = Rung(
      target: LadderReader.cut(name), afterMinutes: text.after, severities: text.severities, until: text.until,
      line: line)
    return LadderReader.Step(rung: rung, tag: nil, text: text, follows: !label.isEmpty)
  }

  /// The two ends of an edge and the words on it; names of nodes are noted where they are first drawn.
  private static func edge(_ line: String, _ names: inout [String: String]) -> (ends: [String], label: String) {
    guard let arrow = line.firstRange(of: "--") else {
      _ = node(line, &names)
      return ([], "")
    }
    let head = String(line[..<arrow.lowerBound])
    var rest = line[arrow.upperBound...].stripped("->. ")
    var label = ""
    let pieces = rest.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    if rest.hasPrefix("|"), pieces.count == 3 {
      label = pieces[1].trimmed.unquoted
      rest = pieces[2]
    } else if let close = rest.firstRange(of: "-->") {
      label = rest[..<close.lowerBound].trimmed.unquoted
      rest = String(rest[close.upperBound...])
    }
    return ([node(head, &names), node(rest, &names)].compactMap { $0 }, label)
  }

  /// `A[Text]`, `B(Text)`, `C{Text}` or a bare `A`.
  private static func node(_ text: String, _ names: inout [String: String]) -> String? {
    let bare = text.trimmed
    let id = String(bare.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    guard !id.isEmpty else { return nil }
    let shape = String(bare.dropFirst(id.count).prefix { !";&".contains($0) })
    if let first = shape.first, "[({".contains(first) {
      let name = shape.stripped("[](){}\"/ ")
      if name.hasWord { names[id] = name }
    }
    return id
  }
}
