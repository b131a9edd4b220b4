import Engine
import Incidents

extension HTML {
  /// The message as others will see it.
  mutating func preview(_ view: PublishView) {
    guard view.isPreview else { return }
    section(.class("section"), .labelled(by: "preview"), .id("look")) { h in
      h.line("h2", view.audience == .external ? "So it will stand on the page" : "So it will stand", .id("preview"))
      h.div(.class("past")) { h in
        if view.audience == .external { h.line("h3", view.draft.title) }
        h.div(.class("say")) { h in
          h.p(.class("what")) { h in
            h.text(view.audience == .external ? StatusWords.state(view.state) + " " : "Update ")
            h.span(.class("quiet")) { $0.moment(view.now, now: view.now, utc: true) }
          }
          h.paragraphs(view.draft.text)
        }
        h.touched(view)
        if let next = view.nextBy, view.audience == .external {
          h.p(.class("promise")) { h in
            h.element("b", []) { h in
              h.text("Next update by ")
              h.moment(next, now: view.now, utc: true)
            }
          }
        }
      }
      if view.audience == .external, view.mails > 0 {
        h.p(
          "Mail to \(Words.count(view.mails, "subscriber")): \(StatusWords.state(view.state)): \(view.draft.title)",
          class: "second small field")
      }
    }
  }

  private mutating func touched(_ view: PublishView) {
    let parts = view.parts.compactMap { part -> String? in
      guard let state = view.draft.components[part.component.id], state != .operational else { return nil }
      return "\(part.component.name): \(StatusWords.state(state).lowercased())"
    }
    if !parts.isEmpty { p(Words.list(parts) + ".", class: "second small field") }
  }

  mutating func alreadySaid(_ view: PublishView) {
    guard view.audience == .external else { return }
    section(.class("section"), .labelled(by: "said")) { h in
      h.line("h2", "Said so far", .id("said"))
      if let said = view.said {
        h.updates(said, now: view.now)
      } else {
        h.p("Nothing. People outside do not know of it yet.", class: "second")
      }
    }
  }
}
