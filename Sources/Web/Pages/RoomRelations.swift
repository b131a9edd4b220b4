import Incidents

/// Other incidents that have to do with this one: merged, linked, and the ways to do so.
extension HTML {
  mutating func relations(_ view: RoomView) {
    let isEmpty = view.relations.isEmpty && (view.openOthers.isEmpty || !view.incident.status.isOpen)
    // Empty it stays in the page, so that a live change has a place to go.
    section(.class(isEmpty ? "" : "section"), .id("relations"), .label("Other incidents")) { h in
      guard !isEmpty else { return }
      h.line("h2", "Other incidents")
      h.refusal(view, of: "merge")
      h.refusal(view, of: "relate")
      h.ul(.class("rows")) { h in
        for relation in view.relations { h.relation(relation, view) }
      }
      if view.incident.status.isOpen, !view.openOthers.isEmpty { h.joinFold(view) }
    }
  }

  private mutating func relation(_ relation: RoomView.Relation, _ view: RoomView) {
    li { h in
      h.link(relation.incident.headline, to: Address.incident(relation.incident))
      if relation.kind == .related {
        h.postForm(Address.act("relate", on: view.incident), view.reader, quiet: true) { h in
          h.input(.type("hidden"), .name("with"), .value(String(relation.incident.id)))
          h.input(.type("hidden"), .name("holds"), .value("no"))
          h.element("button", [.class("btn bare small"), .type("submit")]) { h in
            h.text("Unlink")
            h.span(" \(relation.incident.name)", class: "vh")
          }
        }
      } else {
        h.raw("<span></span>")
      }
      h.span("\(relation.kind.rawValue) \(relation.incident.name), \(relation.incident.status.rawValue)", class: "sub")
    }
  }

  private mutating func joinFold(_ view: RoomView) {
    let wrong = ["merge", "relate"].contains(view.problem?.act)
    details(.class("fold"), .id("fold-join"), Attribute("open", when: wrong)) { h in
      h.line("summary", "Merge with another, or link")
      h.div { h in
        h.joinForm("merge", field: "into", "Merge into", "It ends here and goes on there: its alerts go along.", view)
        h.joinForm("relate", field: "with", "Link", "Both stay as they are.", view)
      }
    }
  }

  private mutating func joinForm(_ act: String, field: String, _ label: String, _ hint: String, _ view: RoomView) {
    postForm(Address.act(act, on: view.incident), view.reader, class: "row-form") { h in
      h.line("label", "\(label). \(hint)", Attribute("for", "join-\(act)"))
      h.element("select", [.name(field), .id("join-\(act)")]) { h in
        for other in view.openOthers {
          h.choice("\(other.name) \(other.headline)", value: String(other.id), chosen: false)
        }
      }
      h.element("button", [.class("btn line"), .type("submit")]) { $0.text(label) }
    }
  }
}
