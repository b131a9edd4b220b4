import Incidents
import Runbooks

/// Something that is wrong with the document or with who is bound to it, ready to be shown.
struct FindingRow: Sendable, Hashable {
  /// "Error", "Warning", "Hint", "Nobody".
  var word: String
  var level: Finding.Level
  var fact: String
  var remedy: String
  var line: Int?

  init(word: String, level: Finding.Level, fact: String, remedy: String, line: Int?) {
    self.word = word
    self.level = level
    self.fact = fact
    self.remedy = remedy
    self.line = line
  }

  init(_ finding: Finding) {
    let word =
      switch finding.level {
      case .error: "Error"
      case .warning: "Warning"
      case .hint: "Hint"
      }
    self.init(
      word: word, level: finding.level, fact: finding.message, remedy: finding.hint,
      line: finding.line > 0 ? finding.line : nil)
  }
}

extension HTML {
  mutating func findings(_ rows: [FindingRow], _ citation: Citation) {
    ul { h in
      for row in rows { h.finding(row, citation) }
    }
  }

  private mutating func finding(_ row: FindingRow, _ citation: Citation) {
    li(.class("finding")) { h in
      h.span(row.word, class: "level \(row.level.rawValue)")
      h.line("span", row.fact)
      h.ref(row.line, citation)
      if !row.remedy.isEmpty { h.p(row.remedy, class: "fix") }
    }
  }
}
