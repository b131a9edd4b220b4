import Incidents

/// The first page: what burns, who is on call, what this runbook lacks.
enum HomePage {
  /// The parts that change while somebody looks.
  static func fragments(_ view: HomeView) -> [Fragment] {
    [
      Fragment("home-lead", HTML { $0.homeLead(view) }),
      Fragment("home-body", HTML { $0.homeBody(view) }),
    ]
  }

  static func write(_ view: HomeView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      for fragment in fragments(view) { h.add(fragment.html) }
      h.element("p", [.class("vh"), .id("voice"), .role("status")]) { _ in }
    }
  }
}

/// A part of a live page with its id.
struct Fragment: Sendable {
  let id: String
  let html: HTML
  init(_ id: String, _ html: HTML) {
    self.id = id
    self.html = html
  }
}

extension HTML {
  fileprivate mutating func homeLead(_ view: HomeView) {
    div(.class("home-lead"), .id("home-lead")) { h in
      h.line("h1", view.sentence, .class("title"))
      if let first = view.firstStart, view.cards.isEmpty {
        h.firstLede(first)
      } else {
        h.p(.class("lede")) { $0.lede(view) }
      }
    }
  }

  /// The three steps of a first start, or what burns and what stands beside it.
  fileprivate mutating func homeBody(_ view: HomeView) {
    div(.id("home-body")) { h in
      if let first = view.firstStart, view.cards.isEmpty { return h.firstStart(first, view) }
      h.div(.class("home-grid")) { h in
        h.burning(view)
        h.div(.class("side")) { h in
          h.untruths(view)
          h.onCall(view)
          h.owed(view)
          h.held(view.held, now: view.now)
          h.lacks(view)
        }
      }
    }
  }

  private mutating func lede(_ view: HomeView) {
    let names = view.duties.flatMap(\.onCall).compactMap(\.name).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    if names.isEmpty {
      span("Nobody is on call.", class: "state bad")
    } else {
      text("On call: ")
      let joint = view.hasSeveral ? ", " : ", then "
      link(names.prefix(view.hasSeveral ? 4 : 2).joined(separator: joint), to: "#on-call")
      text(".")
    }
    text(view.hasSeveral ? " The runbooks have " : " The runbook has ")
    if view.errorCount > 0 {
      link(Words.count(view.errorCount, "error"), to: "#lacks")
      text(".")
    } else {
      text("no errors.")
    }
  }

  private mutating func burning(_ view: HomeView) {
    section(.id("burning"), .label("Open incidents")) { h in
      if view.cards.isEmpty {
        h.div(.class("empty")) { h in
          h.p("No alert asks for anybody.", class: "said")
          h.p(.class("second")) { h in
            h.text("What was, stands under ")
            h.link("Incidents", to: "/incidents")
            h.text(".")
          }
        }
      }
      for card in view.cards { h.card(card, now: view.now) }
    }
  }

  private mutating func card(_ card: HomeView.Card, now: Timestamp) {
    let watched = card.incident.status == .monitoring
    article(.class("burn \(watched ? "watch " : "")\(card.mark.accent)")) { h in
      h.badge(card.mark)
      h.drillMark(card.incident)
      if card.flaps { h.span("flaps", class: "state unk") }
      h.h2 { $0.link(card.incident.headline, to: Address.incident(card.incident)) }
      if card.incident.headline != card.incident.title { h.p(card.incident.title, class: "said") }
      h.p(.class("meta")) { $0.meta(card, now: now) }
      let running = ClockStrip(clocks: card.clocks, now: now, citation: card.citation).ordered.filter {
        !$0.state.isQuiet
      }
      guard !running.isEmpty else { return }
      h.div(.class(running.count > 1 ? "nexts" : "nexts one")) { h in
        for clock in running.prefix(2) { h.next(clock, card.citation, now: now) }
      }
    }
  }

  private mutating func meta(_ card: HomeView.Card, now: Timestamp) {
    text("Since ")
    moment(card.incident.opened, now: now, utc: true)
    text(", ")
    elapsed(since: card.incident.opened, now: now)
    text(". ")
    if let name = card.answeredBy, let at = card.incident.acknowledgedAt {
      text("\(name) answered at ")
      moment(at, now: now)
      text(". ")
    } else {
      text("Nobody has answered. ")
    }
    if card.incident.isSilenced { line("b", "\(Words.silenced) ") }
    if let quiet = card.incident.quietSince {
      text("Quiet since ")
      moment(quiet, now: now)
      text(".")
    } else if card.alerts > 0 {
      text("\(Words.count(card.alerts, "alert")), \(card.firing > 0 ? "still firing" : "none firing").")
    }
  }

  private mutating func next(_ clock: Clock, _ citation: Citation, now: Timestamp) {
    let state = clock.state.name(due: clock.due, interval: clock.interval, now: now)
    div(.class("next \(state)"), Attribute("data-interval", String(clock.interval.microseconds / 1_000))) { h in
      h.div { h in
        h.line("b", clock.what)
        h.span(.class("second")) { h in
          h.dueTime(clock, now: now)
          h.text(clock.why.isEmpty ? " " : ", \(clock.why) ")
          h.ref(clock.line, citation)
        }
      }
      h.countdown(to: clock.due, now: now, class: "big")
    }
  }
}
