import Incidents

/// All that is still to be done, whose it is and until when.
struct ItemsView: Sendable {
  var open: [ItemRow]
  var over: [ItemRow]
  /// Set where only one incident's are shown.
  var incident: Incident?
  var people: [(id: String, name: String)]
  var now: Timestamp
  /// Names of the team file's trackers.
  var trackers: [String]
  var reader: Frame.Reader
  var refused: String?

  var late: Int { open.count { ($0.item.due ?? now + .days(1)) <= now } }
}

enum ItemsPage {
  static func write(_ view: ItemsView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", view.incident.map { "Action items: \($0.headline)" } ?? "Action items", .class("title"))
        h.p(.class("lede")) { $0.itemsLede(view) }
        if let refused = view.refused { h.element("p", [.class("note bad"), .role("alert")]) { $0.text(refused) } }
      }
      h.div(.class("review-grid")) { h in
        h.section(.class("section"), .labelled(by: "open")) { h in
          h.line("h2", "To be done", .id("open"))
          if view.open.isEmpty { h.p("Nothing is to be done.", class: "said") }
          for row in view.open { h.itemRow(row, view) }
        }
        h.element("aside", [.label("Beside the items")]) { h in
          if let incident = view.incident { h.addItem(incident, view) }
          h.itemsOver(view)
          h.section(.class("section"), .labelled(by: "csv")) { h in
            h.line("h2", "Take them with you", .id("csv"))
            h.div(.class("acts field")) { $0.link("action-items.csv", to: "/items.csv", class: "btn line") }
          }
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func itemsLede(_ view: ItemsView) {
    text("\(Words.count(view.open.count, "item")) open, \(view.late) late. ")
    let nobody = view.open.count { $0.item.owner.isEmpty }
    if nobody > 0 {
      text("\(Words.capitalized(Words.spelled(nobody))) \(nobody == 1 ? "belongs" : "belong") to nobody yet. ")
    }
    if view.incident == nil { link("Reviews", to: "/reviews") } else { link("Those of all incidents", to: "/items") }
  }

  fileprivate mutating func itemRow(_ row: ItemRow, _ view: ItemsView) {
    let item = row.item
    details(.class("todo fold"), .id("i\(item.id)")) { h in
      h.element("summary", []) { h in
        h.span { h in
          h.span(item.text, class: "said")
          h.span(.class("sub")) { h in
            h.span(row.owner.isEmpty ? "nobody yet" : row.owner, class: row.owner.isEmpty ? "state bad" : "")
            h.text(", \(item.priority.label), \(item.state.label)")
            if let due = item.due {
              h.text(due <= view.now ? ", was due \(CivilTime(due).date)" : ", due \(CivilTime(due).date)")
            }
            if let incident = row.incident { h.whole(", \(incident.name)") }
            if let export = row.export, export.status == .sent { h.text(", \(export.reference)") }
          }
        }
      }
      h.itemForm(row, view)
    }
  }

  fileprivate mutating func addItem(_ incident: Incident, _ view: ItemsView) {
    section(.class("section"), .labelled(by: "add")) { h in
      h.line("h2", "Add an item", .id("add"))
      h.postForm("/items", view.reader) { h in
        h.input(.type("hidden"), .name("incident"), .value(String(incident.id)))
        h.itemFields(nil, "new", view)
        h.div(.class("acts field")) { $0.element("button", [.class("btn"), .type("submit")]) { $0.text("Add it") } }
      }
    }
  }

  fileprivate mutating func itemsOver(_ view: ItemsView) {
    guard !view.over.isEmpty else { return }
    section(.class("section"), .labelled(by: "over")) { h in
      h.line("h2", "Done or dropped", .id("over"))
      for row in view.over { h.todo(row.item, [row.item.owner: row.owner], view.now) }
    }
  }
}
