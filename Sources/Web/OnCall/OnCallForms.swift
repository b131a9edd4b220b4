import Incidents
import Storage

/// The forms beside the month: an override, a swap, a calendar's link.
extension HTML {
  mutating func overrideForm(_ view: OnCallView) {
    guard !view.schedules.isEmpty else { return }
    section(.class("section"), .labelled(by: "cover")) { h in
      h.line("h2", "Somebody stands in", .id("cover"))
      h.postForm("/on-call/overrides", view.reader) { h in
        h.choices("Schedule", "schedule", view.schedules.map { ($0, $0) }, chosen: view.fields.schedule)
        h.choices("On call", "person", view.people, chosen: view.fields.person)
        h.choices(
          "Instead of", "instead", [("", "whoever it would be")] + view.people, chosen: view.fields.instead)
        h.moment("From", "from", view.fields.from, hint: "On the schedule's clocks. Empty: now.", needed: false)
        h.moment("Until", "until", view.fields.until, hint: nil, needed: true)
        h.noteField("note", view.fields.note)
        h.submit("Make the override")
      }
    }
  }

  mutating func swapForm(_ view: OnCallView) {
    guard !view.schedules.isEmpty, view.people.count > 1 else { return }
    section(.class("section"), .labelled(by: "swap")) { h in
      h.line("h2", "Swap two shifts", .id("swap"))
      h.p("The next shift of one person against the next of the other.", class: "second")
      h.postForm("/on-call/swaps", view.reader) { h in
        h.choices("Schedule", "schedule", view.schedules.map { ($0, $0) }, prefix: "swap-")
        h.choices("One", "person", view.people, prefix: "swap-")
        h.choices("The other", "instead", view.people, prefix: "swap-")
        h.submit("Swap their next shifts")
      }
    }
  }

  mutating func calendars(_ view: OnCallView) {
    section(.class("section"), .labelled(by: "calendars")) { h in
      h.line("h2", "Shifts in a calendar", .id("calendars"))
      h.p("A secret address that calendar programs read. Whoever has it sees the shifts.", class: "second")
      h.ul(.class("rows")) { h in
        for link in view.links {
          let subject = view.people.first { link.kind == .person && $0.id == link.subject }?.name ?? link.subject
          h.li { h in
            h.line("span", "\(subject), made by \(link.by) on \(CivilTime(link.created).date)")
            h.postForm("/on-call/calendars/\(link.id)/revoke", view.reader) {
              $0.element("button", [.class("btn line small"), .type("submit")]) { h in
                h.text("Revoke")
                h.span(" the calendar of \(subject)", class: "vh")
              }
            }
          }
        }
      }
      h.postForm("/on-call/calendars", view.reader) { h in
        let subjects =
          view.schedules.map { ("schedule:\($0)", "everybody of \($0)") }
          + view.people.map { ("person:\($0.id)", $0.name) }
        h.choices("Shifts of", "subject", subjects)
        h.submit("Make an address")
      }
    }
  }

  private mutating func choices(
    _ label: String, _ name: String, _ choices: [(id: String, name: String)], chosen: String = "", prefix: String = ""
  ) {
    div(.class("field")) { h in
      h.line("label", label, Attribute("for", prefix + name))
      h.element("select", [.name(name), .id(prefix + name)]) { h in
        for choice in choices { h.choice(choice.name, value: choice.id, chosen: choice.id == chosen) }
      }
    }
  }

  private mutating func moment(_ label: String, _ name: String, _ value: String, hint: String?, needed: Bool) {
    div(.class("field")) { h in
      h.line("label", label, Attribute("for", name))
      if let hint { h.span(hint, class: "hint") }
      h.input(
        .type("datetime-local"), .id(name), .name(name), .value(value), Attribute("required", when: needed))
    }
  }

  private mutating func noteField(_ name: String, _ value: String) {
    div(.class("field")) { h in
      h.line("label", "Why", Attribute("for", name))
      h.input(.type("text"), .id(name), .name(name), .value(value), Attribute("maxlength", "200"))
    }
  }

  private mutating func submit(_ label: String) {
    div(.class("acts field")) {
      $0.element("button", [.class("btn line"), .type("submit")]) { $0.text(label) }
    }
  }
}
