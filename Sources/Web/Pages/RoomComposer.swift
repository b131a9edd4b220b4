import Incidents
import Runbooks

/// The update composer: due when, in which template, and one field.
extension HTML {
  mutating func composer(_ view: RoomView, due: HTML) {
    section(.class("section"), .id("update"), .labelled(by: "up")) { h in
      h.add(due)
      h.outsideLink(view)
      guard view.incident.status.isOpen else { return }
      h.postForm(Address.act("update", on: view.incident), view.reader, class: "composer") { h in
        let wrong = view.problem?.act == "update"
        h.div(.class(wrong ? "missing" : "")) { h in
          h.line("label", "What is known now", Attribute("for", "update-text"))
          h.element(
            "textarea",
            [
              .id("update-text"), .name("text"), Attribute("rows", "3"), Attribute("maxlength", "8000"),
              Attribute("required", when: true), Attribute("data-draft", "update"),
              Attribute("aria-invalid", optional: wrong ? "true" : nil),
              Attribute("aria-describedby", optional: wrong ? "refused" : nil),
            ]
          ) { $0.text(wrong ? view.problem?.text ?? "" : "") }
        }
        h.refusal(view, of: "update")
        h.audience(view)
        h.templates(view)
        h.div(.class("acts field")) { h in
          h.element("button", [.class("btn"), .type("submit")]) { $0.text("Post update") }
          h.element("button", [.class("btn line"), .type("submit"), .name("do"), .value("preview")]) {
            $0.text("Look at it first")
          }
          let next = view.clocks.contains { $0.kind == .updateDue } ? " and starts the next interval" : ""
          h.span("It goes into the timeline\(next).", class: "second small")
        }
      }
    }
  }

  /// Asked only where people inside and outside are promised different intervals.
  private mutating func audience(_ view: RoomView) {
    guard view.clocks.count(where: { $0.kind == .updateDue }) > 1 else { return }
    div(.class("field")) { h in
      h.line("label", "For whom", Attribute("for", "update-audience"))
      h.element("select", [.name("audience"), .id("update-audience")]) { h in
        h.choice("everybody", value: "both", chosen: true)
        h.choice("people inside", value: "internal", chosen: false)
        h.choice("people outside", value: "external", chosen: false)
      }
    }
  }

  /// To the page that writes with the runbook's templates, for people outside and inside.
  private mutating func outsideLink(_ view: RoomView) {
    for untruth in view.untruths { p(untruth.fact, class: "note bad field") }
    p(.class("second")) { h in
      h.link("Tell people outside", to: Address.act("publish", on: view.incident))
      h.text(", on the status page. ")
      h.link("Use a template inside", to: Address.act("publish", on: view.incident) + "?audience=internal")
    }
  }

  mutating func updateDue(_ view: RoomView) {
    div(.class("head"), .id("update-due")) { h in
      h.line("h2", view.incident.status.isOpen ? "Next update" : "Updates", .id("up"))
      if let clock = view.clocks.first(where: { $0.kind == .updateDue && !$0.state.isQuiet }) {
        h.span(.class("second small")) { h in
          h.text("due by ")
          h.moment(clock.due, now: view.now, utc: true)
          h.text(" ")
          h.ref(clock.line, view.citation)
        }
      } else if view.incident.status.isOpen {
        h.span("the runbook sets no time", class: "second small")
      }
    }
  }

  /// The runbook's own words for a message, to be copied; those of this severity first.
  private mutating func templates(_ view: RoomView) {
    let fitting = view.runbook.templates.filter { template in
      template.kind != .postmortem && template.kind != .escalation
        && (template.severities.isEmpty || template.severities.contains(view.incident.severity))
    }
    for (index, template) in fitting.prefix(6).enumerated() {
      details(.id("template-\(index)")) { h in
        h.line("summary", "Template: \(template.name)")
        h.p(.class("small second")) { h in
          if !template.placeholders.isEmpty { h.text("Filled with what is known: ") }
          if !template.placeholders.isEmpty {
            h.link("use it inside", to: Address.act("publish", on: view.incident) + "?audience=internal")
            h.text(". ")
          }
          h.ref(template.line, view.citation)
        }
        h.div(.class("tpl mono"), .id("template-\(index)-text")) {
          $0.placed(template.body, template.placeholders, id: "template-\(index)")
        }
        h.copyButton(of: "template-\(index)-text", named: template.name)
      }
    }
  }
}
