import Engine
import Incidents
import Runbooks

/// How bad it is, by the runbook's definitions, and whom to call in beside the ladder.
extension HTML {
  mutating func severityFold(_ view: RoomView) {
    details(.class("fold"), .id("fold-severity"), Attribute("open", when: view.problem?.act == "severity")) { h in
      h.line("summary", "Change severity")
      h.div { h in
        h.refusal(view, of: "severity")
        h.postForm(Address.act("severity", on: view.incident), view.reader) { h in
          h.element("fieldset", [.class("closing")]) { h in
            h.line("legend", "Every clock is set anew by it")
            for (index, severity) in view.runbook.severities.enumerated() { h.severity(severity, index, view) }
          }
          h.div(.class("acts field")) {
            $0.element("button", [.class("btn line"), .type("submit")]) { $0.text("Change severity") }
          }
        }
      }
    }
  }

  private mutating func severity(_ severity: Severity, _ index: Int, _ view: RoomView) {
    div(.class("tickable")) { h in
      h.element("label", [.class("pickable")]) { h in
        h.input(
          .type("radio"), .id("severity-\(index)"), .name("severity"), .value(severity.name),
          Attribute("checked", when: severity.name == view.incident.severity))
        h.span { h in
          h.line("b", "\(severity.name) \(severity.label)")
          if !severity.definition.isEmpty { h.span(severity.definition, class: "said sub") }
          if !severity.responseText.isEmpty {
            // Some documents name it themselves: "Response Time: 15 minutes".
            let label = severity.responseText.contains(": ") ? "" : "Answer: "
            h.span(label + severity.responseText, class: "second small sub")
          }
        }
      }
      h.ref(severity.line, view.citation)
    }
  }

  mutating func escalateFold(_ view: RoomView) {
    guard !view.callable.isEmpty else { return }
    let wrong = view.problem?.act == "escalate"
    details(.class("fold"), .id("fold-escalate"), Attribute("open", when: wrong)) { h in
      h.line("summary", "Escalate by hand")
      h.div { h in
        h.refusal(view, of: "escalate")
        h.postForm(Address.act("escalate", on: view.incident), view.reader) { h in
          h.line("label", "Whom, who is paged at once", Attribute("for", "escalate-to"))
          h.element("select", [.name("to"), .id("escalate-to")]) { h in
            for target in view.callable { h.choice(label(target), value: target.name, chosen: false) }
          }
          h.escalationFields(view, wrong)
          h.div(.class("acts field")) {
            $0.element("button", [.class("btn line"), .type("submit"), .id("act-escalate")]) { $0.text("Escalate") }
          }
        }
      }
    }
  }

  /// What the template asks for by name, and the message itself.
  private mutating func escalationFields(_ view: RoomView, _ wrong: Bool) {
    let text = wrong ? view.problem?.text ?? "" : view.escalation?.text ?? ""
    for (index, ask) in (view.escalation?.asks ?? []).prefix(12).enumerated() where text.contains(ask) {
      div(.class("field")) { h in
        h.line("label", ask, Attribute("for", "escalate-ask-\(index)"))
        h.input(.type("hidden"), .name("ask-\(index)-slot"), .value(ask))
        h.input(
          .type("text"), .id("escalate-ask-\(index)"), .name("ask-\(index)"), Attribute("maxlength", "1000"))
      }
    }
    div(.class("field")) { h in
      h.element("label", [Attribute("for", "escalate-text")]) { h in
        h.text("What they are to know ")
        if let line = view.escalation?.line { h.ref(line, view.citation) }
      }
      h.element(
        "textarea",
        [
          .id("escalate-text"), .name("text"), Attribute("rows", text.isEmpty ? "2" : "6"),
          Attribute("maxlength", "8000"),
        ]
      ) { $0.text(text) }
    }
  }
}

private func label(_ target: Callable) -> String {
  guard target.kind != .person else { return target.name }
  return "\(target.name): \(target.people.isEmpty ? "reaches nobody" : Words.list(target.people))"
}
