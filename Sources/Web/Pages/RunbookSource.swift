import Runbooks

/// The whole text with line numbers, file by file. A line that a fact came from has a bar, and says what was
/// understood while it is looked at; what is wrong with a line stands under it always.
extension HTML {
  mutating func source(_ view: RunbookView) {
    section(.class("section understood"), .labelled(by: "so")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Source", .id("so"))
        h.span("\(view.shelved.fileName), \(Words.count(view.runbook.lines.count, "line"))", class: "second small")
      }
      h.ol(
        .class("source"), .id("source"), Attribute("tabindex", "0"), .label("Source of the runbook, with line numbers")
      ) { $0.sourceLines(view) }
      h.p(.class("key-list field")) { h in
        h.line("span", "Lines with a bar were read as facts.")
        h.line("span", "The shaded line belongs to the fact that was chosen.")
      }
    }
  }

  private mutating func sourceLines(_ view: RunbookView) {
    let notes = RunbookNotes(view.runbook).byLine
    let remarks = view.remarks
    let parts = Dictionary(view.runbook.parts.map { ($0.firstLine, $0) }) { first, _ in first }
    for (index, text) in view.runbook.lines.enumerated() {
      let line = index + 1
      if let part = parts[line] { self.part(part) }
      let number = view.runbook.parts.place(of: line)?.line ?? line
      li(.id("L\(line)"), Attribute("class", optional: notes[line] == nil ? nil : "read")) { h in
        h.element("span", []) { $0.text(number) }
        h.line("span", text)
      }
      if let understood = notes[line] {
        self.line("li", "Understood as: " + understood.joined(separator: "; "), .class("remark fact-note"))
      }
      for remark in remarks[line] ?? [] {
        self.line("li", remark.text, .class(remark.isError ? "remark bad" : "remark warn"))
      }
    }
  }

  private mutating func part(_ part: RunbookPart) {
    li(.class("part")) { h in
      h.line("b", part.file)
      if !part.gave.isEmpty { h.text(": \(Words.list(part.gave))") }
    }
  }
}
