/// The runbook revision that a page speaks of, so that each fact can point at its line.
struct Citation: Sendable {
  /// Where the runbook page of this revision stands; empty inside that page itself.
  let address: String
  let lines: [String]

  init(_ shelved: ShelvedRunbook) {
    address = "/runbook?revision=\(shelved.id)"
    lines = shelved.runbook.lines
  }

  init(address: String, lines: [String]) {
    self.address = address
    self.lines = lines
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
      h.text("L\(line)")
    }
  }
}
