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
      h.element("span", []) { $0.marked(row.fact) }
      h.ref(row.line, citation)
      if !row.remedy.isEmpty { h.p(.class("fix")) { $0.marked(row.remedy) } }
    }
  }

  /// What stands between backticks is the machine's.
  private mutating func marked(_ text: String) {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return self.text(text) }
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if index % 2 == 1 { line("code", String(part)) } else { self.text(String(part)) }
    }
  }
}
