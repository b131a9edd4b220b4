import Incidents
import Runbooks

/// The runbook's quick reference, one tap away: contacts, services, addresses, commands for the hand.
extension HTML {
  mutating func quick(_ view: RoomView) {
    let sections = QuickReference.sections(of: view.runbook)
    let runbook = view.runbook
    guard !sections.isEmpty || !runbook.contacts.isEmpty || !runbook.services.isEmpty || !runbook.links.isEmpty else {
      return
    }
    section(.class("section"), .id("quick"), .labelled(by: "qu")) { h in
      h.line("h2", "Quick reference", .id("qu"))
      h.quickFold("contacts", "Contacts", runbook.contacts.count) { h in
        for contact in runbook.contacts.prefix(40) { h.contact(contact, view) }
      }
      h.quickFold("services", "Services", runbook.services.count) { h in
        for service in runbook.services.prefix(60) { h.service(service, view) }
      }
      h.quickFold("links", "Addresses", runbook.links.count) { h in
        for link in runbook.links.prefix(60) {
          h.li { h in
            h.link(link.title.isEmpty ? link.url : link.title, to: link.url)
            h.ref(link.line, view.citation)
          }
        }
      }
      for (index, section) in sections.enumerated() { h.kept(section, index, view) }
    }
  }

  private mutating func quickFold(_ id: String, _ title: String, _ count: Int, _ rows: (inout HTML) -> Void) {
    guard count > 0 else { return }
    details(.class("fold"), .id("quick-\(id)")) { h in
      h.line("summary", title)
      h.ul(.class("rows")) { rows(&$0) }
    }
  }

  private mutating func contact(_ contact: Contact, _ view: RoomView) {
    li { h in
      h.line("span", [contact.role, contact.name].filter { !$0.isEmpty }.joined(separator: ": "))
      h.ref(contact.line, view.citation)
      h.span(.class("sub")) { h in
        for (index, way) in contact.via.enumerated() {
          if index > 0 { h.text(", ") }
          h.way(way)
        }
        guard contact.placeholder else { return }
        if let name = view.holders[contact.role] {
          h.text(contact.via.isEmpty ? "" : ", ")
          h.text("\(name) by the team file")
        } else {
          h.text(contact.via.isEmpty ? "" : ": ")
          h.span("nobody can be reached by it", class: "state bad")
        }
      }
    }
  }

  /// A number to be called and an address to be written to are one tap.
  private mutating func way(_ way: String) {
    let digits = way.filter { $0.isNumber || $0 == "+" }
    if way.contains("@"), !way.contains(" "), !way.hasPrefix("@") {
      link(way, to: "mailto:\(way)")
    } else if way.hasPrefix("+"), digits.count >= 8, way.allSatisfy({ $0.isNumber || "+-() .".contains($0) }) {
      link(way, to: "tel:\(digits)")
    } else if way.hasPrefix("https://") || way.hasPrefix("http://") {
      element("a", [.href(way)]) { $0.whole(way) }
    } else {
      text(way)
    }
  }

  private mutating func service(_ service: Service, _ view: RoomView) {
    li { h in
      h.line("span", service.name)
      h.ref(service.line, view.citation)
      let facts = [service.domain, service.port.map { "port \($0)" }, service.container.map { "container \($0)" }]
      h.span(facts.compactMap { $0 }.joined(separator: ", "), class: "sub")
    }
  }
}
