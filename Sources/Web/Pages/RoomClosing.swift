import Engine
import Incidents

/// The end of an incident: what the runbook asks for before it, a false alarm, and the way back.
extension HTML {
  mutating func resolveFold(_ view: RoomView) {
    details(.class("fold"), .id("fold-resolve"), Attribute("open", when: view.problem?.act == "resolve")) { h in
      h.line("summary", "Resolve")
      h.div { h in
        h.refusal(view, of: "resolve")
        h.postForm(Address.act("resolve", on: view.incident), view.reader) { h in
          h.closingLists(view)
          h.line("label", "What ended it", Attribute("for", "resolve-reason"))
          h.line("span", hint(view.closing), .class("hint"), .id("resolve-hint"))
          h.input(
            .type("text"), .id("resolve-reason"), .name("reason"), .described(by: "resolve-hint"),
            Attribute("maxlength", "2000"), Attribute("required", when: view.firing > 0))
          h.div(.class("acts field")) {
            $0.element("button", [.class("btn"), .type("submit")]) { $0.text("Resolve \(view.incident.name)") }
          }
        }
      }
    }
  }

  private mutating func closingLists(_ view: RoomView) {
    let closing = view.closing
    if let quiet = closing.quiet {
      p(.class("second")) { h in
        h.text("Quiet since ")
        h.moment(quiet.since, now: view.now, utc: true)
        h.text("; the runbook watches \(Words.duration(quiet.window)) ")
        h.ref(quiet.line, view.citation)
      }
    }
    for list in closing.lists {
      element("fieldset", [.class("closing field")]) { h in
        h.element("legend", []) { h in
          h.text("\(list.title) ")
          h.progress(list)
        }
        for item in list.items { h.closing(item, list, view) }
      }
    }
  }

  private mutating func closing(_ item: Checklist.Item, _ list: Checklist, _ view: RoomView) {
    div(.class("tickable\(item.tick == nil ? "" : " done")")) { h in
      if let tick = item.tick {
        h.div(.class("pickable")) { h in
          h.box(isTicked: true)
          h.span(.class("said")) { h in
            h.span("Done: ", class: "vh")
            h.step(item)
          }
        }
        h.ref(item.line ?? list.line, view.citation)
        h.span("\(view.name(tick.by) ?? tick.by), \(CivilTime(tick.at).clock)", class: "by")
      } else {
        h.element("label", [.class("pickable")]) { h in
          h.input(
            .type("checkbox"), .id("close-\(item.key)"), .name("check-\(item.key)"), .value("yes"))
          h.span(.class("said")) { $0.step(item) }
        }
        h.ref(item.line ?? list.line, view.citation)
      }
    }
  }

  mutating func dismissFold(_ view: RoomView) {
    details(.class("fold"), .id("fold-dismiss"), Attribute("open", when: view.problem?.act == "dismiss")) { h in
      h.line("summary", "It is a false alarm")
      h.div { h in
        h.refusal(view, of: "dismiss")
        h.postForm(Address.act("dismiss", on: view.incident), view.reader) { h in
          h.line("label", "What it was instead", Attribute("for", "dismiss-reason"))
          h.line(
            "span", "Every page of it stops, and it counts in no figure.", .class("hint"), .id("dismiss-hint"))
          h.input(
            .type("text"), .id("dismiss-reason"), .name("reason"), .described(by: "dismiss-hint"),
            Attribute("maxlength", "2000"), Attribute("required", when: true))
          h.div(.class("acts field")) {
            $0.element("button", [.class("btn line"), .type("submit")]) { $0.text("Call it a false alarm") }
          }
        }
      }
    }
  }

  mutating func closedActs(_ view: RoomView) {
    p("Nobody is paged for it any more.", class: "second")
    div(.class("acts field")) { h in
      if view.hasReview { h.link("Read the review", to: Address.act("review", on: view.incident), class: "btn") }
      if view.incident.status != .merged {
        h.postForm(Address.act("reopen", on: view.incident), view.reader) {
          $0.element("button", [.class("btn line"), .type("submit")]) { $0.text("Reopen \(view.incident.name)") }
        }
      }
    }
    refusal(view, of: "reopen")
  }
}

private func hint(_ closing: Closing) -> String {
  guard !closing.isComplete else {
    return "Everything that the runbook asks for is done. A reason is welcome and not needed."
  }
  let firing = closing.firing == 0 ? "" : "\(Words.count(closing.firing, "alert still fires", "alerts still fire")). "
  return "\(firing)Without what is missing a reason is needed, and both stand on the timeline."
}
