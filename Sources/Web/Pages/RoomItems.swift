import Incidents

/// What is to be done after the incident, by whom, by when.
extension HTML {
  mutating func items(_ view: RoomView) {
    section(.class("section"), .id("items"), .labelled(by: "it")) { h in
      h.line("h2", "Action items", .id("it"))
      if view.items.isEmpty { h.p("Nothing is noted for afterwards.", class: "second") }
      h.ul(.class("rows")) { h in
        for item in view.items { h.item(item, view) }
      }
      h.refusal(view, of: "item")
      h.refusal(view, of: "done")
      h.newItem(view)
    }
  }

  private mutating func item(_ item: ActionItem, _ view: RoomView) {
    li { h in
      h.span(item.text, class: "said")
      if item.doneAt == nil {
        h.postForm(Address.act("done", on: view.incident), view.reader) { h in
          h.input(.type("hidden"), .name("number"), .value(String(item.number)))
          h.element("button", [.class("btn line small"), .type("submit")]) { h in
            h.text("Done")
            h.span(" with \(item.text.prefix(60))", class: "vh")
          }
        }
      } else {
        h.span("done", class: "state ok")
      }
      h.span(.class("sub")) { h in
        h.text("\(item.priority.label): ")
        h.text(item.owner.isEmpty ? "nobody's yet" : view.name(item.owner) ?? item.owner)
        if let due = item.due, item.doneAt == nil {
          h.text(view.now < due ? ", due " : ", was due ")
          h.moment(due, now: view.now)
        }
        if let done = item.doneAt, let who = view.name(item.doneBy) {
          h.text(", done by \(who) at ")
          h.moment(done, now: view.now)
        }
      }
    }
  }

  private mutating func newItem(_ view: RoomView) {
    details(.class("fold"), .id("fold-item"), Attribute("open", when: view.problem?.act == "item")) { h in
      h.line("summary", "Add an action item")
      h.postForm(Address.act("item", on: view.incident), view.reader) { h in
        h.div(.class("field")) { h in
          h.line("label", "What is to be done", Attribute("for", "item-text"))
          h.input(
            .type("text"), .id("item-text"), .name("text"), Attribute("maxlength", "500"),
            Attribute("required", when: true), .value(view.problem?.act == "item" ? view.problem?.text ?? "" : ""))
        }
        h.div(.class("field")) { h in
          h.line("label", "Who", Attribute("for", "item-owner"))
          h.element("select", [.name("owner"), .id("item-owner")]) { h in
            h.choice("nobody yet", value: "", chosen: true)
            for (id, name) in view.people.sorted(by: { $0.value < $1.value }) {
              h.choice(name, value: id, chosen: false)
            }
          }
        }
        h.priorityField("item-priority", chosen: .medium)
        h.div(.class("field")) { h in
          h.line("label", "Until, as 2026-03-01", Attribute("for", "item-due"))
          h.input(.type("text"), .id("item-due"), .name("due"), Attribute("maxlength", "40"))
        }
        h.div(.class("acts field")) {
          $0.element("button", [.class("btn line"), .type("submit")]) { $0.text("Add it") }
        }
      }
    }
  }
}
