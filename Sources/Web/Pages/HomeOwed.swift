import Incidents

/// What is owed outside the incidents: the runbook's own review, and action items.
extension HTML {
  mutating func owed(_ view: HomeView) {
    guard view.upkeep != nil || !view.items.isEmpty else { return }
    section(.class("section"), .id("owed"), .labelled(by: "ow")) { h in
      h.line("h2", "What is owed", .id("ow"))
      if let upkeep = view.upkeep {
        var strip = ClockStrip(clocks: [upkeep.clock], now: view.now, citation: upkeep.citation)
        strip.answering = nil
        h.clocks(strip)
      }
      h.ul(.class("rows")) { h in
        for row in view.items { h.owedItem(row, view.now) }
      }
    }
  }

  private mutating func owedItem(_ row: HomeView.Item, _ now: Timestamp) {
    li { h in
      h.link(row.item.text, to: row.address, class: "said")
      let isLate = row.item.due.map { $0 <= now } ?? false
      h.span(isLate ? "late" : "open", class: "state \(isLate ? "bad" : "unk")")
      h.span(.class("sub")) { h in
        h.text(row.owner.isEmpty ? "nobody's yet" : row.owner)
        guard let due = row.item.due else { return }
        h.text(isLate ? ", was due " : ", due ")
        h.moment(due, now: now)
      }
    }
  }
}
