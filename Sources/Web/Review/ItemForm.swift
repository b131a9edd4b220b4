import Incidents

/// The fields of an action item.
extension HTML {
  mutating func itemForm(_ row: ItemRow, _ view: ItemsView) {
    let id = row.item.id
    div { h in
      if let incident = row.incident {
        h.p(.class("second")) { $0.link(incident.headline, to: Address.incident(incident)) }
      }
      h.postForm("/items/\(id)" + (view.incident.map { "?incident=\($0.id)" } ?? ""), view.reader) { h in
        h.itemFields(row.item, "i\(id)", view)
        h.div(.class("field")) { h in
          h.line("label", "State", Attribute("for", "i\(id)-state"))
          h.element("select", [.name("state"), .id("i\(id)-state")]) { h in
            for state in ActionItem.State.allCases {
              h.choice(state.label, value: state.rawValue, chosen: state == row.item.state)
            }
          }
        }
        h.div(.class("acts field")) {
          $0.element("button", [.class("btn line"), .type("submit")]) { $0.text("Keep it") }
        }
      }
      h.tracked(row, view)
    }
  }

  /// Where a tracker has the item, or the ways into one.
  private mutating func tracked(_ row: ItemRow, _ view: ItemsView) {
    if let export = row.export, export.status == .sent {
      p(.class("second field")) { h in
        h.text("In \(export.tracker): ")
        h.link(export.reference, to: export.url)
      }
      return
    }
    guard !view.trackers.isEmpty else { return }
    if let export = row.export { p("\(export.tracker): \(export.evidence)", class: "note bad field") }
    for name in view.trackers {
      postForm("/items/\(row.item.id)/export", view.reader, class: "field") { h in
        h.input(.type("hidden"), .name("tracker"), .value(name))
        h.element("button", [.class("btn line small"), .type("submit")]) { $0.text("Put it into \(name)") }
      }
    }
  }

  mutating func itemFields(_ item: ActionItem?, _ id: String, _ view: ItemsView) {
    div(.class("field")) { h in
      h.line("label", "What is to be done", Attribute("for", "\(id)-text"))
      h.input(
        .type("text"), .id("\(id)-text"), .name("text"), Attribute("maxlength", "500"),
        Attribute("required", when: true), .value(item?.text ?? ""))
    }
    div(.class("field")) { h in
      h.line("label", "Who", Attribute("for", "\(id)-owner"))
      h.element("select", [.name("owner"), .id("\(id)-owner")]) { h in
        let owner = item?.owner ?? ""
        h.choice("nobody yet", value: "", chosen: owner.isEmpty)
        if !owner.isEmpty, !view.people.contains(where: { $0.id == owner }) {
          h.choice(owner, value: owner, chosen: true)
        }
        for person in view.people { h.choice(person.name, value: person.id, chosen: person.id == owner) }
      }
    }
    priorityField("\(id)-priority", chosen: item?.priority ?? .medium)
    div(.class("field")) { h in
      h.line("label", "Until, as 2026-03-01", Attribute("for", "\(id)-due"))
      let due = item?.due.map { CivilTime($0).clock == "00:00" ? CivilTime($0).date : CivilTime($0).rfc3339 } ?? ""
      h.input(.type("text"), .id("\(id)-due"), .name("due"), Attribute("maxlength", "40"), .value(due))
    }
  }
  mutating func priorityField(_ id: String, chosen: ActionItem.Priority) {
    div(.class("field")) { h in
      h.line("label", "Priority", Attribute("for", id))
      h.element("select", [.name("priority"), .id(id)]) { h in
        for priority in ActionItem.Priority.allCases {
          h.choice(priority.label, value: priority.rawValue, chosen: priority == chosen)
        }
      }
    }
  }
}
