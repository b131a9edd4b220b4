import Engine
import Incidents

/// Who has which role of the runbook in this incident.
extension HTML {
  mutating func roles(_ view: RoomView) {
    section(.class("section"), .id("roles"), .labelled(by: "ro")) { h in
      h.line("h2", "Roles", .id("ro"))
      h.refusal(view, of: "role")
      for (index, role) in view.roles.enumerated() { h.role(role, index, view) }
      if view.roles.contains(where: { $0.line == nil && $0.held == nil }) {
        h.p("The runbook names no roles. These are assumed.", class: "quiet small")
      }
    }
  }

  private mutating func role(_ role: RoomRole, _ index: Int, _ view: RoomView) {
    div(.class("person")) { h in
      h.div { h in
        if let held = role.held {
          h.text(view.name(held.person) ?? held.person)
        } else {
          h.span("Nobody", class: "quiet")
        }
        h.p(.class("sub")) { h in
          h.text(role.name)
          if let held = role.held {
            h.text(", since ")
            h.moment(held.since, now: view.now)
          } else if !role.bound.isEmpty {
            h.text(", by the team file \(Words.list(role.bound))")
          }
          h.text(" ")
          h.ref(role.line, view.citation)
        }
      }
      if view.incident.status.isOpen, role.held?.person != view.reader.actor { h.takeForm(role, view) }
      if view.incident.status.isOpen { h.giveFold(role, index, view) }
    }
  }

  private mutating func takeForm(_ role: RoomRole, _ view: RoomView) {
    postForm(Address.act("role", on: view.incident), view.reader, quiet: true) { h in
      h.input(.type("hidden"), .name("role"), .value(role.name))
      h.element("button", [.class("btn line small"), .type("submit")]) { h in
        h.text(role.held == nil ? "Take" : "Take over")
        h.span(" \(role.name)", class: "vh")
      }
    }
  }

  /// What the role is for, and the way to somebody else.
  private mutating func giveFold(_ role: RoomRole, _ index: Int, _ view: RoomView) {
    details(.class("small"), .id("role-\(index)")) { h in
      h.element("summary", [.class("second")]) { h in
        h.text(role.held == nil ? "Give it to somebody" : "Hand over")
        h.span(" \(role.name)", class: "vh")
      }
      if !role.duties.isEmpty {
        h.ul { h in
          for duty in role.duties.prefix(12) { h.line("li", duty, .class("said")) }
        }
      }
      h.postForm(Address.act("role", on: view.incident), view.reader, class: "row-form") { h in
        h.input(.type("hidden"), .name("role"), .value(role.name))
        h.line("label", "To whom, who is told at once", Attribute("for", "role-to-\(index)"))
        h.element("select", [.name("to"), .id("role-to-\(index)")]) { h in
          for (id, name) in view.people.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) })
          where id != role.held?.person {
            h.choice(name, value: id, chosen: false)
          }
        }
        h.element("button", [.class("btn line"), .type("submit")]) { $0.text("Give") }
      }
      if role.held != nil { h.leaveForm(role, view) }
    }
  }

  private mutating func leaveForm(_ role: RoomRole, _ view: RoomView) {
    postForm(Address.act("role", on: view.incident), view.reader) { h in
      h.input(.type("hidden"), .name("role"), .value(role.name))
      h.input(.type("hidden"), .name("leave"), .value("yes"))
      h.element("button", [.class("btn bare"), .type("submit")]) { $0.text("Nobody has it any more") }
    }
  }
}
