import Incidents

/// Sections that a document keeps for the hand: quick references and emergency commands, as they stand there.
package struct QuickReference: Sendable, Hashable {
  package var title: String
  /// Of its heading.
  package var line: Int
  package var text: String
  /// Of the first line of `text`.
  package var first: Int
  /// Commands of its fences, by their lines in the document.
  package var actions: [Action]

  /// At most so many lines of one section.
  private static let longest = 120

  package static func sections(of runbook: Runbook) -> [QuickReference] {
    let headings = headings(runbook.lines)
    var sections: [QuickReference] = []
    var end = 0
    for (place, heading) in headings.enumerated() where heading.line > end && isQuick(heading.title) {
      let next = headings.dropFirst(place + 1).first { $0.level <= heading.level }?.line ?? runbook.lines.count + 1
      end = next - 1
      let body = runbook.lines.dropFirst(heading.line).prefix(max(0, next - 1 - heading.line)).prefix(longest)
      let kept = trimmed(body)
      guard !kept.isEmpty, sections.count < 6 else { continue }
      let above = Array(repeating: "", count: kept.startIndex)
      sections.append(
        QuickReference(
          title: heading.title, line: heading.line, text: kept.joined(separator: "\n"), first: kept.startIndex + 1,
          actions: FenceScan.actions(in: above + kept, besides: [])))
    }
    return sections
  }

  private static func headings(_ lines: [String]) -> [(title: String, level: Int, line: Int)] {
    var found: [(title: String, level: Int, line: Int)] = []
    var isFenced = false
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") || line.hasPrefix("~~~") { isFenced.toggle() }
      let level = line.prefix { $0 == "#" }.count
      guard !isFenced, level > 0, level <= 6, line.dropFirst(level).first == " " else { continue }
      let title = line.dropFirst(level).drop { $0 == " " || $0 == "#" }
      found.append((String(title.prefix(200)), level, index + 1))
    }
    return found
  }

  private static func isQuick(_ title: String) -> Bool {
    let words = Tokens.of(title)
    return phrases.contains { phrase in
      words.indices.contains { words[$0...].prefix(phrase.count).elementsEqual(phrase) }
    }
  }

  private static func trimmed(_ lines: ArraySlice<String>) -> ArraySlice<String> {
    let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) || line.allSatisfy { $0 == "-" } }
    var rest = lines.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }

  private static let phrases = [
    "quick reference", "quick commands", "emergency commands", "emergency procedures", "cheat sheet", "cheatsheet",
    "useful commands", "common commands", "key commands", "important commands", "critical commands",
    "essential commands", "spickzettel", "schnellreferenz", "kurzreferenz", "notfallbefehle", "nützliche befehle",
    "aide mémoire", "commandes utiles", "referencia rápida", "comandos útiles", "referência rápida", "comandos úteis",
    "riferimento rapido", "comandi utili", "шпаргалка", "полезные команды",
  ].map { Tokens.of($0) }
}
