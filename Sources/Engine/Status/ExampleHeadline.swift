import Incidents

/// The first line of a template that is a whole example: "[INCIDENT] SEV 2 - API Errors Elevated". Its tag is the team's
/// own; the severity and what happened are somebody's example.
enum ExampleHeadline {
  /// The line with what is known in its places; nil where it is no such line, empty where a message to the world leaves
  /// it out, since state and title have fields of their own there.
  static func fill(_ line: String, _ facts: KnownFacts) -> String? {
    let tag = line.prefixMatch(of: /\[[A-Z][A-Z ]{2,20}\]/).map { line[$0.range] } ?? line.prefix(0)
    let rest = line[tag.endIndex...]
    let severity = severity(in: rest, facts.severities)
    guard !tag.isEmpty || severity != nil else { return nil }
    guard !facts.title.isEmpty else { return tag.isEmpty ? nil : "" }
    guard let severity else {
      return stated(tag, facts) + (rest.contains { !$0.isWhitespace } ? " " + facts.title : "")
    }
    return stated(tag, facts) + rest[..<severity.lowerBound] + facts.severity
      + titled(rest[severity.upperBound...], facts)
  }

  /// "[RESOLVED]" says the state that is so; any other tag stays.
  private static func stated(_ tag: Substring, _ facts: KnownFacts) -> String {
    let states = ["investigating", "identified", "monitoring", "resolved"]
    let isState = states.contains(tag.dropFirst().dropLast().lowercased())
    return isState && !facts.state.isEmpty ? "[\(facts.state.uppercased())]" : String(tag)
  }

  /// What stands behind the severity and a dash is what happened.
  private static func titled(_ rest: Substring, _ facts: KnownFacts) -> String {
    let dash = rest.prefix { " -–—:|*".contains($0) }
    let isTitle = dash.contains { "-–—:|".contains($0) } && dash.count < rest.count
    return isTitle ? dash + facts.title : String(rest)
  }

  /// Where the runbook's own name of a severity stands as a word.
  private static func severity(in text: Substring, _ names: [String]) -> Range<String.Index>? {
    for name in names.sorted(by: { $0.count > $1.count }) where !name.isEmpty {
      guard let range = text.firstRange(of: name) else { continue }
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      if ![before, after].contains(where: { $0.map { $0.isLetter || $0.isNumber } ?? false }) { return range }
    }
    return nil
  }
}
