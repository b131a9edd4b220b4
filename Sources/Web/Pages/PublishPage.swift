import Engine
import Incidents
import Runbooks

/// Writing a message about an incident: the runbook's own template, filled with what is known, the rest asked for by
/// name; shown as others will see it; and the promise of the next one in the same breath.
enum PublishPage {
  static func write(_ view: PublishView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap \(view.mark.accent)")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", view.audience == .external ? "Tell people outside" : "Tell people inside", .class("title"))
        h.p(.class("lede")) { h in
          h.text("About ")
          h.link(view.incident.headline, to: Address.incident(view.incident))
          h.whole(", \(view.incident.name). ")
          h.text(view.audience == .external ? outside(view) : inside(view))
        }
        h.audiences(view)
      }
      h.div(.class("review-grid")) { h in
        h.messageForm(view)
        h.div { h in
          h.preview(view)
          h.alreadySaid(view)
        }
      }
    }
  }

  private static func inside(_ view: PublishView) -> String {
    guard !view.chats.isEmpty else { return "It goes into the timeline of the room." }
    return "It goes into the timeline of the room and to \(Words.list(view.chats))."
  }

  private static func outside(_ view: PublishView) -> String {
    let mails = view.mails > 0 ? [Words.count(view.mails, "mail subscriber")] : []
    let hooks = view.hooks > 0 ? [Words.count(view.hooks, "webhook")] : []
    let places = Words.list(["the status page", "its feeds"] + mails + hooks)
    return "It goes to \(places). Only what stands here is shown there."
  }
}

extension HTML {
  fileprivate mutating func audiences(_ view: PublishView) {
    nav(.label("For whom")) { h in
      h.p(.class("second")) { h in
        let other: TemplateChoice.Audience = view.audience == .external ? .internal : .external
        h.link(
          other == .external ? "Write to people outside instead" : "Write to people inside instead",
          to: view.address(other, view.state), class: "go")
      }
    }
  }

  fileprivate mutating func messageForm(_ view: PublishView) {
    section(.class("section"), .labelled(by: "message")) { h in
      h.line("h2", "Message", .id("message"))
      if view.audience == .external { h.states(view) }
      h.templateChoice(view)
      h.postForm(Address.act("publish", on: view.incident), view.reader, class: "composer") { h in
        for (name, value) in [
          ("audience", view.audience.rawValue), ("state", view.state.rawValue), ("template", String(view.chosen)),
          ("covers", view.covers.rawValue),
        ] { h.input(.type("hidden"), .name(name), .value(value)) }
        if view.audience == .external {
          h.titleField(view)
          h.partFields(view)
        }
        h.askFields(view)
        h.textField(view)
        h.promiseField(view)
        h.div(.class("acts field")) { h in
          let act = view.audience == .external ? "Publish" : "Post"
          h.element("button", [.class("btn"), .type("submit"), .name("do"), .value("publish")]) { $0.text(act) }
          h.element("button", [.class("btn line"), .type("submit"), .name("do"), .value("preview")]) {
            $0.text("Look at it first")
          }
        }
      }
    }
  }

  private mutating func states(_ view: PublishView) {
    ul(.class("states")) { h in
      for state in PublicState.allCases {
        h.li { h in
          h.a(
            .href(view.address(.external, state)),
            Attribute("aria-current", optional: state == view.state ? "true" : nil)
          ) { $0.text(StatusWords.state(state)) }
        }
      }
    }
  }

  private mutating func templateChoice(_ view: PublishView) {
    guard view.templates.indices.contains(view.chosen) else {
      return p("The runbook has no template for this; write it freely.", class: "second small field")
    }
    p(.class("second small field")) { h in
      h.text("Template: \(view.templates[view.chosen].name) ")
      h.ref(view.templates[view.chosen].line, view.citation)
      guard view.templates[view.chosen].placeholders.isEmpty else { return }
      h.text(
        view.asks.isEmpty
          ? ". It has no placeholders: read each word, for it is somebody's example."
          : ". It is somebody's example: read each word. The fields ask for what stood in it.")
    }
    for (index, template) in view.templates.enumerated().prefix(6) where index != view.chosen {
      p(.class("second small")) { h in
        h.link("Use \(template.name)", to: view.address(view.audience, view.state, template: index))
      }
    }
  }

  private mutating func titleField(_ view: PublishView) {
    labelled(view, "title", "Title, as people outside know it", hint: "What does not work, for whom.") { h, extra in
      h.void(
        "input",
        [
          .type("text"), .id("title"), .name("title"), .value(view.draft.title), Attribute("maxlength", "200"),
        ] + extra)
    }
  }

  private mutating func partFields(_ view: PublishView) {
    element("fieldset", [.class("field")]) { h in
      h.line("legend", view.state == .resolved ? "Parts work again" : "How the parts stand")
      guard view.state != .resolved else { return }
      for part in view.parts {
        let name = "part-\(part.component.id)"
        h.div(.class("row-form")) { h in
          h.element("label", [Attribute("for", name)]) { h in
            h.text(part.component.name)
            if let check = view.failed.first(where: { $0.component == part.component.id }) {
              h.span("A check failed at \(CivilTime(check.at).clock) UTC, line \(check.line).", class: "hint")
            }
          }
          h.element("select", [.id(name), .name(name)]) { h in
            let chosen = view.draft.components[part.component.id] ?? .operational
            for state in [ComponentState.operational, .degraded, .partial, .major] {
              h.choice(StatusWords.state(state), value: state.rawValue, chosen: state == chosen)
            }
          }
        }
      }
    }
  }

  /// One field for each thing that the template wants to know and nobody said.
  private mutating func askFields(_ view: PublishView) {
    for (index, ask) in view.asks.enumerated().prefix(12) {
      let name = "ask-\(index)"
      div(.class("field")) { h in
        h.line("label", ask.trimmingBrackets, Attribute("for", name))
        h.input(.type("hidden"), .name("\(name)-slot"), .value(ask))
        h.input(.type("text"), .id(name), .name(name), Attribute("maxlength", "500"), Attribute("autocomplete", "off"))
      }
    }
  }

  private mutating func textField(_ view: PublishView) {
    let hint =
      view.asks.isEmpty
      ? view.promised.isEmpty ? "Exactly this is posted." : "The time that you choose below is put in its place here."
      : "What you write above is put in its places here."
    labelled(view, "text", "Text", hint: hint) { h, extra in
      h.element(
        "textarea",
        [.id("text"), .name("text"), Attribute("rows", "10"), Attribute("maxlength", "8000")] + extra
      ) { $0.text(view.draft.text) }
    }
  }

  private mutating func promiseField(_ view: PublishView) {
    guard view.promises else { return }
    labelled(view, "minutes", "Next update", hint: promiseHint(view)) { h, extra in
      h.element("select", [.id("minutes"), .name("minutes")] + extra) { h in
        let steps = Set([15, 30, 60, 120, 240, view.draft.minutes, view.cadence?.minutes ?? 15].filter { $0 > 0 })
        for minutes in steps.sorted() {
          let by = CivilTime(view.now + .minutes(minutes)).clock
          h.choice(
            "in \(Words.minutes(Double(minutes))), by \(by) UTC", value: String(minutes),
            chosen: minutes == view.draft.minutes)
        }
        h.choice("without a promise", value: "0", chosen: view.draft.minutes == 0)
      }
    }
  }

  private func promiseHint(_ view: PublishView) -> String {
    let place = view.promised.isEmpty ? "on the page" : "on the page and in the text"
    guard let cadence = view.cadence else {
      return "The runbook sets no time for people outside. The promise stands \(place)."
    }
    return "The runbook says every \(Words.minutes(Double(cadence.minutes))). The promise stands \(place)."
  }

  /// A field with its label, its hint, and what was refused at it.
  private mutating func labelled(
    _ view: PublishView, _ field: String, _ label: String, hint: String,
    _ control: (inout HTML, [Attribute]) -> Void
  ) {
    let wrong = view.problem?.field == field
    div(.class(wrong ? "field missing" : "field")) { h in
      h.line("label", label, Attribute("for", field))
      h.line("span", hint, .class("hint"), .id("\(field)-hint"))
      control(
        &h,
        [
          .described(by: wrong ? "refused" : "\(field)-hint"),
          Attribute("aria-invalid", optional: wrong ? "true" : nil),
          Attribute("autofocus", when: wrong),
        ])
      if wrong, let message = view.problem?.message {
        h.element("p", [.class("error"), .role("alert"), .id("refused")]) { $0.text(message) }
      }
    }
  }
}

extension String {
  /// "[description]" as a label: "description".
  fileprivate var trimmingBrackets: String {
    let bare =
      hasPrefix(FilledTemplate.whatPrefix) ? dropFirst(FilledTemplate.whatPrefix.count) : drop { "[<{".contains($0) }
    guard let last = bare.lastIndex(where: { !"]>}".contains($0) }) else { return self }
    return Words.capitalized(String(bare[...last]))
  }
}
