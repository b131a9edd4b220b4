import Incidents

/// The head of the room: severity, what it is, since when, who answered, and the clocks.
extension HTML {
  mutating func roomHead(_ view: RoomView) {
    div(.class("room-head \(view.mark.accent)"), .id("room-head")) { h in
      h.div(.class("wrap")) { h in
        h.div(.class("top")) { h in
          h.badge(view.mark)
          h.drillMark(view.incident)
          if view.flaps { h.span("flaps", class: "state unk") }
          h.privacyMarks(view)
          h.span(view.incident.name, class: "second")
          h.div(.class("acts")) { $0.headActs(view) }
        }
        h.div(.class("two")) { h in
          h.div { $0.whatItIs(view) }
          h.div {
            $0.clocks(
              ClockStrip(
                clocks: view.clocks, now: view.now, citation: view.citation,
                answeredAfter: view.incident.acknowledgedAt.map { $0 - view.incident.opened },
                answering: (Address.act("clock", on: view.incident), view.reader)))
            $0.refusal(view, of: "clock")
          }
        }
      }
    }
  }

  private mutating func whatItIs(_ view: RoomView) {
    line("h1", view.incident.headline, .class("title"))
    if view.incident.headline != view.incident.title { p(view.incident.title, class: "where") }
    if let definition = view.definition, !definition.text.isEmpty {
      p(.class("said")) { h in
        h.text(definition.text + " ")
        h.ref(definition.line, view.citation)
      }
    }
    p(.class("where second")) { h in
      h.text(view.verb + " ")
      h.moment(view.incident.opened, now: view.now, utc: true)
      if view.incident.status.isOpen {
        h.text(", ")
        h.elapsed(since: view.incident.opened, now: view.now)
      }
      h.text(".")
      h.raw("<br>")
      h.answer(view)
    }
  }

  private mutating func answer(_ view: RoomView) {
    let incident = view.incident
    if let name = view.name(incident.acknowledgedBy), let at = incident.acknowledgedAt {
      text("\(name) answered at ")
      moment(at, now: view.now)
      text(".")
    } else if incident.status == .triggered, !incident.engagement.answers.isEmpty {
      let names = incident.engagement.answers.map { view.name($0.person) ?? $0.person }
      line("b", "\(Words.list(names)) answered; more are needed.")
    } else if incident.status == .triggered {
      line("b", "Nobody has answered.")
      if !view.paged.isEmpty {
        text(" \(Words.list(view.paged)) \(view.paged.count == 1 ? "was" : "were") paged.")
      }
    } else {
      text("Nobody answered.")
    }
    if incident.isSilenced { line("b", " \(Words.silenced)") }
    if let name = view.name(incident.resolvedBy), let at = incident.resolvedAt {
      text(" \(name) resolved it at ")
      moment(at, now: view.now)
      text(".")
    } else if incident.status.isOpen, let quiet = incident.quietSince {
      text(" Quiet since ")
      moment(quiet, now: view.now)
      text(".")
    }
  }

  private mutating func headActs(_ view: RoomView) {
    if view.incident.isDrill, view.incident.status.isOpen { endDrill(view) }
    guard view.incident.status.isOpen else {
      if view.hasReview { link("Review", to: Address.act("review", on: view.incident), class: "btn") }
      return
    }
    if view.incident.status == .triggered {
      acknowledgeForm(view, id: "act-acknowledge")
      link("Post update", to: "#update", class: "btn line")
    } else {
      link("Post update", to: "#update", class: "btn")
    }
    if let next = view.next { pageForm(view, step: next.step, name: next.name, id: "act-page") }
    link("Resolve", to: "#acts", class: "btn line")
  }

  /// Practice ends with one tap and needs no reason.
  private mutating func endDrill(_ view: RoomView) {
    postForm(Address.act("resolve", on: view.incident), view.reader) { h in
      h.input(.type("hidden"), .name("reason"), .value("the drill is over"))
      h.element("button", [.class("btn"), .type("submit"), .id("act-end-drill")]) { $0.text("End the drill") }
    }
  }

  mutating func acknowledgeForm(_ view: RoomView, id: String) {
    postForm(Address.act("acknowledge", on: view.incident), view.reader) { h in
      h.element("button", [.class("btn strong"), .type("submit"), .id(id)]) { $0.text("Acknowledge") }
    }
  }

  mutating func pageForm(_ view: RoomView, step: Int, name: String, id: String) {
    postForm(Address.act("page", on: view.incident), view.reader) { h in
      h.input(.type("hidden"), .name("step"), .value(String(step)))
      h.element("button", [.class("btn line"), .type("submit"), .id(id)]) { $0.text("Page \(name) now") }
    }
  }

  /// A form that acts: always POST, always with the session's token. A quiet one does not leave a live page.
  mutating func postForm(
    _ address: String, _ reader: Frame.Reader, class names: String? = nil, quiet: Bool = false,
    _ content: (inout HTML) -> Void
  ) {
    form(
      Attribute("class", optional: names), Attribute("method", "post"), .action(address),
      Attribute("data-quiet", when: quiet)
    ) { h in
      h.token(reader)
      content(&h)
    }
  }

  /// The bar at the thumb, on phones.
  mutating func dock(_ view: RoomView) {
    div(.class("dock \(view.mark.accent)"), .id("dock"), .role("group"), .label("Act")) { h in
      if view.incident.status == .triggered {
        h.postForm(Address.act("acknowledge", on: view.incident), view.reader) {
          $0.element("button", [.class("btn strong"), .type("submit")]) { $0.text("Acknowledge") }
        }
      } else if view.incident.status.isOpen {
        h.link("Update", to: "#update", class: "btn")
      } else {
        h.link("Review", to: Address.act("review", on: view.incident), class: "btn")
      }
      h.link("Note", to: "#timeline", class: "btn line")
      h.link("More", to: "#acts", class: "btn line")
    }
  }
}
