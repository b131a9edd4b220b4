import Incidents

/// Who may see it, what is held for the law, and the way out with all of it.
extension HTML {
  mutating func privacyMarks(_ view: RoomView) {
    if view.incident.isPrivate { span("Private", class: "state warn") }
    if view.incident.engagement.room.hold != nil { span("Legal hold", class: "state warn") }
  }

  mutating func privacyFold(_ view: RoomView) {
    let wrong = ["private", "hold"].contains(view.problem?.act)
    details(.class("fold"), .id("fold-private"), Attribute("open", when: wrong)) { h in
      h.line("summary", view.incident.isPrivate ? "Who may see it" : "Private, legal hold, export")
      h.div { h in
        h.refusal(view, of: "private")
        h.refusal(view, of: "hold")
        if let privacy = view.incident.engagement.room.privacy {
          h.admitted(privacy, view)
        } else {
          h.closeForm(view)
        }
        h.holdForm(view)
        h.p(.class("field")) { h in
          h.link("Export everything", to: "\(Address.incident(view.incident))/export.tar")
          h.span(" as one archive with the digest of each file", class: "second small")
        }
      }
    }
  }

  private mutating func closeForm(_ view: RoomView) {
    postForm(Address.act("private", on: view.incident), view.reader) { h in
      h.p(
        "Only you, whoever has it, has a role or was paged will see it, and whoever is paged for it later.",
        class: "second small")
      h.element("button", [.class("btn line"), .type("submit")]) { $0.text("Make it private") }
    }
  }

  private mutating func admitted(_ privacy: Privacy, _ view: RoomView) {
    ul(.class("rows")) { h in
      for person in privacy.people {
        h.li { h in
          h.line("span", view.name(person) ?? person)
          if privacy.people.count > 1 { h.doorForm("exclude", person, "Take away", view, class: "btn bare small") }
        }
      }
    }
    postForm(Address.act("private", on: view.incident), view.reader, class: "row-form") { h in
      h.line("label", "Who else may see it", Attribute("for", "admit"))
      h.element("select", [.name("admit"), .id("admit")]) { h in
        for (id, name) in view.people.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) })
        where !privacy.people.contains(id) {
          h.choice(name, value: id, chosen: false)
        }
      }
      h.element("button", [.class("btn line"), .type("submit")]) { $0.text("Let in") }
    }
    doorForm("open", "yes", "Open it to everybody in the team", view, class: "btn bare")
  }

  private mutating func doorForm(
    _ field: String, _ value: String, _ label: String, _ view: RoomView, class names: String
  ) {
    postForm(Address.act("private", on: view.incident), view.reader) { h in
      h.input(.type("hidden"), .name(field), .value(value))
      h.element("button", [.class(names), .type("submit")]) { $0.text(label) }
    }
  }

  private mutating func holdForm(_ view: RoomView) {
    let hold = view.incident.engagement.room.hold
    if let hold {
      p(
        "Under legal hold since \(Words.moment(hold.since)), by \(view.name(hold.by) ?? hold.by): \(hold.reason)",
        class: "second small field")
    }
    postForm(Address.act("hold", on: view.incident), view.reader, class: "row-form") { h in
      h.input(.type("hidden"), .name("holds"), .value(hold == nil ? "yes" : "no"))
      h.line(
        "label", hold == nil ? "Why it is to be held for the law" : "Why the hold may end", Attribute("for", "hold"))
      h.input(
        .type("text"), .id("hold"), .name("reason"), Attribute("maxlength", "500"), Attribute("required", when: true))
      h.element("button", [.class("btn line"), .type("submit")]) { $0.text(hold == nil ? "Hold it" : "End the hold") }
    }
  }
}
