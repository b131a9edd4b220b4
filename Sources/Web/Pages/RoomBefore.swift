import Engine
import Incidents

/// What was changed just before, and what mended the like of it earlier.
extension HTML {
  mutating func changesBefore(_ view: RoomView) {
    section(.class(view.changes.isEmpty ? "" : "section"), .id("changes"), .label("Changed just before")) { h in
      guard !view.changes.isEmpty else { return }
      h.line("h2", "Changed just before")
      h.ul(.class("rows")) { h in
        for change in view.changes.prefix(12) { h.change(change, view) }
      }
    }
  }

  private mutating func change(_ change: ChangeEvent, _ view: RoomView) {
    li { h in
      if change.url.isEmpty { h.line("span", change.summary) } else { h.link(change.summary, to: change.url) }
      if let at = change.at { h.span { $0.moment(at, now: view.now) } } else { h.raw("<span></span>") }
      h.span(.class("sub")) { h in
        if let at = change.at {
          let gap = view.incident.opened - at
          h.text(gap >= .zero ? "\(Words.duration(gap)) before it opened" : "after it opened")
        }
        if !change.source.isEmpty { h.text(", \(change.source)") }
      }
    }
  }

  mutating func similar(_ view: RoomView) {
    guard !view.similar.isEmpty else { return }
    section(.class("section"), .id("similar"), .labelled(by: "si")) { h in
      h.line("h2", "Seen before", .id("si"))
      h.ul(.class("rows")) { h in
        for past in view.similar { h.past(past, view) }
      }
    }
  }

  private mutating func past(_ past: RoomView.Past, _ view: RoomView) {
    li { h in
      h.link(past.incident.name, to: Address.incident(past.incident))
      h.span { $0.moment(past.incident.opened, now: view.now) }
      h.span(.class("sub")) { h in
        h.text(past.incident.title)
        if let end = past.incident.resolvedAt { h.text(", over after \(Words.duration(end - past.incident.opened))") }
      }
      if !past.ended.isEmpty { h.span("What ended it: \(past.ended)", class: "sub said") }
      if !past.commands.isEmpty {
        h.span(.class("sub")) { h in
          h.text("Ran ")
          for (index, command) in past.commands.enumerated() {
            if index > 0 { h.text(", ") }
            h.line("code", command)
          }
        }
      }
    }
  }
}
