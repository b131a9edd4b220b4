import Engine
import Incidents

/// Boxes of the runbook to be ticked off: each a form of one button, so that they work without script; with it the
/// page stays where it is.
extension HTML {
  mutating func checks(_ list: Checklist, only some: [Checklist.Item]? = nil, _ view: RoomView) {
    let items = some ?? list.items
    guard !items.isEmpty else { return }
    ul(.class("checks")) { h in
      for item in items { h.check(item, list, view) }
    }
  }

  private mutating func check(_ item: Checklist.Item, _ list: Checklist, _ view: RoomView) {
    li(.class(item.tick == nil ? "tickable" : "tickable done")) { h in
      h.postForm(Address.act("tick", on: view.incident), view.reader, quiet: true) { h in
        h.input(.type("hidden"), .name("check"), .value(item.key))
        h.input(.type("hidden"), .name("done"), .value(item.tick == nil ? "yes" : "no"))
        h.element(
          "button",
          [
            .class("tick"), .type("submit"), .role("checkbox"), .id("tick-\(item.key)"),
            Attribute("aria-checked", item.tick == nil ? "false" : "true"),
          ]
        ) { h in
          h.box(isTicked: item.tick != nil)
          h.span(.class("said")) { $0.step(item) }
        }
      }
      h.ref(item.line ?? list.line, view.citation)
      if let tick = item.tick {
        h.span(.class("by")) { h in
          h.text("\(view.name(tick.by) ?? tick.by), ")
          h.moment(tick.at, now: view.now)
          if !tick.remark.isEmpty { h.text(": \(tick.remark)") }
        }
      }
    }
  }

  /// A step's words; of them a command in the letters of commands.
  mutating func step(_ item: Checklist.Item) {
    guard let command = item.command, item.text.hasPrefix(command) else { return whole(item.text) }
    element("code", []) { $0.whole(command) }
    whole(item.text.dropFirst(command.count))
  }

  mutating func box(isTicked: Bool) {
    svg(.class("box"), .init("viewBox", "0 0 20 20"), .hidden) { h in
      h.raw(#"<rect x="1" y="1" width="18" height="18" rx="2"/>"#)
      if isTicked { h.raw(#"<path d="M5 10.5l3.5 3.5L15 6.5"/>"#) }
    }
  }

  /// "3 of 8 done"
  mutating func progress(_ list: Checklist) {
    let words = list.isDone ? "all \(list.items.count) done" : "\(list.done) of \(list.items.count) done"
    span(words, class: list.isDone ? "progress state ok small" : "progress quiet small")
  }

  /// Lists that stand in no phase and no scenario, each behind a fold.
  mutating func otherChecks(_ view: RoomView) {
    let others = view.lists.filter { $0.kind == .other }
    // A box of another list that is a check of health as well stands once.
    let lines = Set(others.flatMap(\.items).compactMap(\.line))
    let health = view.lists.filter { $0.kind == .health }.map { list in
      var own = list
      own.items.removeAll { $0.tick == nil && $0.line.map(lines.contains) ?? false }
      return own
    }
    for list in others + health where !list.items.isEmpty {
      details(.class("step"), .id("list-\(list.line)-\(list.kind.rawValue)")) { h in
        h.element("summary", [.class("small second")]) { h in
          h.text("\(list.title) ")
          h.progress(list)
        }
        h.checks(list, view)
      }
    }
  }
}
