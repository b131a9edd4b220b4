import Runbooks

/// The runbook revision that a page speaks of, so that each fact can point at its line.
struct Citation: Sendable {
  /// Where the runbook page of this revision stands; empty inside that page itself.
  let address: String
  let lines: [String]
  /// Where the runbook is a folder, its files: a line is called by its place in its own.
  let parts: [RunbookPart]

  init(_ shelved: ShelvedRunbook) {
    self.init(address: "/runbook?revision=\(shelved.id)", lines: shelved.runbook.lines, parts: shelved.runbook.parts)
  }

  init(address: String, lines: [String], parts: [RunbookPart] = []) {
    self.address = address
    self.lines = lines
    self.parts = parts
  }

  /// "L135", or "rollback.md L12" for a line of another file than the main one.
  func label(_ line: Int) -> String {
    guard let place = parts.place(of: line) else { return "L\(line)" }
    let file = place.file.split(separator: "/").last.map(String.init) ?? place.file
    return place.file == parts.first?.file ? "L\(place.line)" : "\(file) L\(place.line)"
  }

  /// The text of a line, for the title; long lines are cut.
  func text(_ line: Int) -> String {
    guard line >= 1, line <= lines.count else { return "Line \(line) of the runbook" }
    let text = lines[line - 1]
    return text.count <= 200 ? text : text.prefix(200) + "…"
  }
}

extension HTML {
  /// `L135`, in the right gutter of a row or behind a sentence. A fact without a line says so elsewhere.
  mutating func ref(_ line: Int?, _ citation: Citation) {
    guard let line else { return }
    a(.class("ref"), .href("\(citation.address)#L\(line)"), .title(citation.text(line))) { h in
      h.span("runbook ", class: "vh")
      h.text(citation.label(line))
    }
  }
}
