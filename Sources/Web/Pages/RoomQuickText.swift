import Runbooks

/// A section that the runbook keeps for the hand, as it reads: its headings, lists and tables, and each command of a
/// fence alone with what it does, so that nobody copies "stop" and "start" in one.
extension HTML {
  mutating func kept(_ section: QuickReference, _ index: Int, _ view: RoomView) {
    details(.class("fold"), .id("quick-\(index)")) { h in
      h.line("summary", section.title)
      h.div(.class("doc")) { h in
        h.p(.class("small second")) { h in
          h.text("As it stands in the runbook ")
          h.ref(section.line, view.citation)
        }
        for (number, block) in ReviewText(section.text).blocks.enumerated() {
          h.kept(block, "quick-\(index)-\(number)", section, view)
        }
      }
    }
  }

  private mutating func kept(_ block: ReviewText.Block, _ id: String, _ section: QuickReference, _ view: RoomView) {
    switch block.shape {
    case .heading(_, let text): element("h3", []) { $0.inlines(text, linked: true) }
    case .code(let text):
      let lines = (block.lines.lowerBound + section.first)...(block.lines.upperBound + section.first)
      let actions = section.actions.filter { lines.contains($0.line) }
      guard actions.isEmpty else {
        return commands(actions, view, id: id)
      }
      element("pre", [Attribute("tabindex", "0")]) { $0.line("code", text, .id("\(id)-text")) }
      copyButton(of: "\(id)-text", named: section.title)
    default: self.block(block.shape, linked: true)
    }
  }
}
