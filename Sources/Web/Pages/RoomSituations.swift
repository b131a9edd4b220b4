import Engine
import Incidents

/// The runbook's situations in the room, each with one button, and the incident's way to somebody else.
extension HTML {
  mutating func situations(_ view: RoomView) {
    let isOffered = view.incident.status.isOpen && !view.situations.isEmpty
    // Empty it stays in the page, so that a live change has a place to go.
    section(
      Attribute("class", optional: isOffered ? "section" : nil), .id("situations"), .label("Situations of the runbook")
    ) { h in
      guard isOffered else { return }
      h.line("h2", "If it is so, say so")
      h.refusal(view, of: "situation")
      // Those that somebody spoke of, or that count down, stand open.
      let spoken = view.situations.filter { $0.state != .open || $0.due != nil }
      h.situationRows(spoken, view)
      let others = view.situations.filter { $0.state == .open && $0.due == nil }
      guard !others.isEmpty else { return }
      h.details(.class("fold"), .id("other-situations")) { h in
        h.line(
          "summary", "\(Words.count(others.count, "situation")) that \(others.count == 1 ? "calls" : "call") somebody")
        h.situationRows(others, view)
      }
    }
  }

  private mutating func situationRows(_ rows: [Situations.Row], _ view: RoomView) {
    guard !rows.isEmpty else { return }
    ul(.class("rows")) { h in
      for row in rows { h.situation(row, view) }
    }
  }

  private mutating func situation(_ row: Situations.Row, _ view: RoomView) {
    li { h in
      h.line("span", row.words)
      h.ref(row.line, view.citation)
      h.span(.class("sub")) { h in
        h.text(sentence(row, view))
        if row.reachesNobody {
          h.text(" ")
          h.span("Reaches nobody.", class: "state bad")
        }
      }
      // One button has room beside the words.
      h.div(.class(row.state == .open && row.due == nil ? "side" : "acts field")) { h in
        if row.state != .holds { h.sayForm(row, "yes", row.state == .asked ? "It is so, page now" : "It is so", view) }
        if row.state == .asked || row.state == .holds || row.due != nil { h.sayForm(row, "no", "Not so", view) }
      }
    }
  }

  private mutating func sayForm(_ row: Situations.Row, _ holds: String, _ label: String, _ view: RoomView) {
    postForm(Address.act("situation", on: view.incident), view.reader) { h in
      h.input(.type("hidden"), .name("situation"), .value(row.words))
      h.input(.type("hidden"), .name("holds"), .value(holds))
      h.element("button", [.class("btn line"), .type("submit"), .label("\(label): \(row.words)")]) { $0.text(label) }
    }
  }

  /// Offers the incident to somebody else; shown to everybody once somebody has it.
  mutating func handoverFold(_ view: RoomView) {
    guard !view.others.isEmpty else { return }
    details(.class("fold"), .id("fold-handover"), Attribute("open", when: view.problem?.act == "handover")) { h in
      h.line("summary", "Hand over")
      h.div { h in
        h.refusal(view, of: "handover")
        if let offered = view.incident.engagement.handover {
          h.p("Offered to \(view.name(offered.to) ?? offered.to), who has not taken it yet.", class: "second small")
        }
        h.postForm(Address.act("handover", on: view.incident), view.reader, class: "row-form") { h in
          let keeper = view.name(view.incident.acknowledgedBy) ?? "Whoever has it"
          h.line("label", "To whom. \(keeper) keeps it until it is taken.", Attribute("for", "handover"))
          h.element("select", [.name("to"), .id("handover")]) { h in
            for person in view.others { h.choice(person.name, value: person.id, chosen: false) }
          }
          h.element("button", [.class("btn line"), .type("submit")]) { $0.text("Hand over") }
        }
      }
    }
  }
}

/// "Pages Dana Weiss (Manager) at once", and what has become of it.
private func sentence(_ row: Situations.Row, _ view: RoomView) -> String {
  let calls = row.calls.map { call in
    if row.reachesNobody { return call.role }
    let names = call.names.isEmpty ? "nobody" : Words.list(call.names)
    return "\(names) (\(call.role))\(call.after == .zero ? "" : " after \(Words.duration(call.after))")"
  }
  let said = row.at.map { " at \(CivilTime($0).clock)" } ?? ""
  let due = row.due.map { ", paged at \(CivilTime($0).clock) unless somebody says no" } ?? ""
  let state =
    switch row.state {
    case .open: due.isEmpty ? "" : "Counted from the answer\(due). "
    case .asked: "Asked\(said)\(due). "
    case .holds: "Said by \(view.name(row.by) ?? "somebody")\(said). "
    case .denied: "Not so, said \(view.name(row.by) ?? "somebody")\(said). "
    }
  return "\(state)Calls \(Words.list(calls))."
}

extension Situations.Row {
  /// It calls roles, and none of them is anybody's.
  fileprivate var reachesNobody: Bool { !calls.isEmpty && calls.allSatisfy(\.names.isEmpty) }
}
