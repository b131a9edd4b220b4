import Engine
import Incidents
import Runbooks

/// What shows that it is over: needed before the end, so it stays folded until nothing fires any more.
extension HTML {
  mutating func verification(_ actions: [Action], _ view: RoomView) {
    let list = view.lists.first { $0.kind == .verification }
    guard !actions.isEmpty || list != nil else { return }
    let isNear = view.incident.status.isOpen && (view.incident.status == .monitoring || view.firing == 0)
    details(.class("step"), .id("verification"), Attribute("open", when: isNear)) { h in
      h.element("summary", [.class(isNear ? "strong" : "small second")]) { h in
        h.text("Verification, before it is resolved ")
        if let list { h.progress(list) } else { h.span(Words.count(actions.count, "command"), class: "quiet small") }
      }
      for (index, action) in actions.enumerated() {
        // A step that is a command stands once: its box to tick is the command's caption.
        let item = list?.items.first { $0.line == action.line }
        if let list, let item { h.checks(list, only: [item], view) }
        // What a person does by hand is the box itself.
        if item != nil, action.kind == .manual { continue }
        h.command(action, view, id: "verify-\(index)", isCaptioned: item == nil)
      }
      if let list {
        h.checks(list, only: list.items.filter { item in !actions.contains { $0.line == item.line } }, view)
      }
    }
  }
}
