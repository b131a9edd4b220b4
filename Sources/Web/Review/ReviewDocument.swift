import Engine
import Incidents

/// The text of a review, and a field at each place that asks for a person.
extension HTML {
  mutating func reviewDocument(_ view: ReviewView) {
    let text = ReviewText(view.text)
    let asks = Array(view.blanks.enumerated())
    article(.class("doc"), .label("The review")) { h in
      guard !asks.isEmpty else {
        for block in text.blocks { h.block(block.shape) }
        return
      }
      h.postForm(Address.act("review/fill", on: view.incident), view.reader) { h in
        h.input(.type("hidden"), .name("base"), .value(String(view.number)))
        for block in text.blocks {
          let own = asks.filter { block.lines.contains($0.element.line) }
          if let shape = block.shown(beside: own.map(\.element)) { h.block(shape) }
          for (index, blank) in own { h.ask(blank, index) }
        }
        h.div(.class("acts section")) { h in
          h.element("button", [.class("btn"), .type("submit")]) { $0.text("Keep what you filled in") }
          h.span("Empty fields stay open places.", class: "second small")
        }
      }
    }
  }

  private mutating func ask(_ blank: ReviewBlank, _ index: Int) {
    let id = "blank-\(index)"
    div(.class("ask")) { h in
      h.element("label", [Attribute("for", id)]) { h in
        h.text(blank.asked)
        h.span("The record cannot know this.", class: "hint")
      }
      if blank.isWide {
        h.element(
          "textarea",
          [.id(id), .name(id), Attribute("rows", "3"), Attribute("maxlength", "20000"), Attribute("data-draft", id)]
        ) { _ in }
      } else {
        h.input(.type("text"), .id(id), .name(id), Attribute("maxlength", "2000"))
      }
    }
  }

  /// - Parameter linked: whether addresses lead somewhere; those of a record do not.
  mutating func block(_ shape: ReviewText.Shape, linked: Bool = false) {
    switch shape {
    case .heading(let level, let text):
      element(level < 3 ? "h2" : "h3", []) { $0.inlines(text, linked: linked) }
    case .paragraph(let text): p { $0.inlines(text, linked: linked) }
    case .items(let items, let isNumbered):
      element(isNumbered ? "ol" : "ul", [.class(isNumbered ? "num" : "bul")]) { h in
        for item in items { h.li { $0.item(item, linked) } }
      }
    case .code(let text): element("pre", [Attribute("tabindex", "0")]) { $0.line("code", text) }
    case .table(let rows):
      let said = rows.dropFirst().filter { row in row.contains { $0.contains { !$0.isWhitespace } } }
      reviewTable(rows.prefix(1) + said, linked)
      if said.isEmpty { p("None.", class: "second") }
    case .gap: break
    }
  }

  private mutating func item(_ text: String, _ linked: Bool) {
    if text.hasPrefix("[ ] ") {
      self.text("☐ ")
      inlines(String(text.dropFirst(4)), linked: linked)
    } else if text.lowercased().hasPrefix("[x] ") {
      self.text("☑ ")
      inlines(String(text.dropFirst(4)), linked: linked)
    } else {
      inlines(text, linked: linked)
    }
  }

  /// Four columns have no room on a phone: there each cell stands below the other with its column's name.
  private mutating func reviewTable(_ rows: [[String]], _ linked: Bool) {
    let names = (rows.first ?? []).map { MarkdownText.plain($0).split(separator: " ").joined(separator: " ") }
    let isWide = names.count > 3
    div(.class("scroll"), Attribute("tabindex", "0"), .role("group"), .label("Table")) { h in
      h.element("table", isWide ? [.class("cells")] : []) { h in
        for (index, row) in rows.enumerated() {
          h.element("tr", []) { h in
            for (place, cell) in row.enumerated() {
              let name = isWide && index > 0 && place < names.count ? names[place] : nil
              h.element(index == 0 ? "th" : "td", [Attribute("data-name", optional: name)]) {
                $0.inlines(cell, linked: linked)
              }
            }
          }
        }
      }
    }
  }

  mutating func inlines(_ line: String, linked: Bool = false) {
    for run in Inline.runs(line, linked: linked) {
      switch run {
      case .text(let text): whole(Words.bound(text))
      case .bold(let text): self.line("b", text)
      case .code(let text): self.line("code", text)
      case .blank(let text): element("mark", []) { $0.text("[\(text)]") }
      case .link(let text, let target): link(text, to: target)
      }
    }
  }
}

extension ReviewText.Block {
  /// Without what the fields after it ask in the same words; nil where nothing is left.
  fileprivate func shown(beside blanks: [ReviewBlank]) -> ReviewText.Shape? {
    if lines.count == 1, blanks.contains(where: \.isWide) { return nil }
    guard case .items(let items, let isNumbered) = shape, items.count == lines.count else { return shape }
    let asked = Set(blanks.filter(\.isAlone).map(\.line))
    let kept = zip(lines, items).filter { !asked.contains($0.0) }.map(\.1)
    return kept.isEmpty ? nil : .items(kept, isNumbered: isNumbered)
  }
}

extension ReviewBlank {
  /// "Users affected: number or percentage"; a place that says it by itself stands alone.
  fileprivate var asked: String {
    let own = MarkdownText.plain(name)
    let before = context
    if own.isEmpty { return before.isEmpty ? "What belongs here" : before }
    let isSaid = before.isEmpty || own.lowercased().contains(before.lowercased())
    return Words.capitalized(isSaid ? own : "\(before): \(own)")
  }

  /// What stands before it; of a line that begins with another place, the name of that: "Action 1: date".
  private var context: String {
    var rest = MarkdownText.plain(label)[...]
    if ["[ ] ", "[x] ", "[X] "].contains(where: rest.hasPrefix) { rest = rest.dropFirst(4) }
    guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return String(rest) }
    return String(rest[..<end].dropFirst())
  }
}
