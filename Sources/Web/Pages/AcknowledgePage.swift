import Incidents

/// What the link in a page opens. Nothing happens on opening; one button acts.
struct AcknowledgeView: Sendable {
  enum State: Sendable, Hashable {
    case open
    /// Somebody answered already; the name, and when.
    case answered(String, Timestamp?)
    case over
  }

  var incident: Incident
  var mark: SeverityMark
  /// The first alert's own words.
  var summary: String
  /// Who was paged.
  var person: String
  var next: Clock?
  /// The rung that a click pages now, and the person behind it.
  var nextRung: (step: Int, name: String)?
  var consequence: String
  var state: State
  var token: String
  var now: Timestamp
  var citation: Citation
}

enum AcknowledgePage {
  static func write(_ view: AcknowledgeView, into h: inout HTML) {
    h.main(.id("main"), .class("ack \(view.mark.accent)")) { h in
      h.div(.class("card")) { h in
        h.badge(view.mark)
        h.drillMark(view.incident)
        h.line("h1", view.incident.headline, .class("title"))
        if !view.summary.isEmpty, view.summary != view.incident.headline { h.p(view.summary, class: "said field") }
        h.p(.class("second")) { $0.sinceBothTimes(view) }
        switch view.state {
        case .open: h.ackOpen(view)
        case .answered(let name, let at): h.ackAnswered(view, name, at)
        case .over: h.ackOver(view)
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func sinceBothTimes(_ view: AcknowledgeView) {
    text("Since ")
    moment(view.incident.opened, now: view.now, utc: true)
    element("span", [.class("local"), Attribute("data-at", milliseconds(view.incident.opened))]) { _ in }
    if view.incident.status.isOpen {
      text(", ")
      elapsed(since: view.incident.opened, now: view.now)
    }
  }

  fileprivate mutating func ackOpen(_ view: AcknowledgeView) {
    deal(view)
    div(.class("thumb")) { h in
      h.form(Attribute("method", "post"), .action("/a/\(view.token)")) {
        $0.element("button", [.class("btn strong"), .type("submit"), .id("act-acknowledge")]) {
          $0.text("Acknowledge as \(firstName(view.person))")
        }
      }
      if let next = view.nextRung {
        h.form(Attribute("method", "post"), .action("/a/\(view.token)/pass")) { h in
          h.input(.type("hidden"), .name("step"), .value(String(next.step)))
          h.element("button", [.class("btn line"), .type("submit")]) { $0.text("I cannot, page \(next.name) now") }
        }
      }
      h.p(.class("second small field")) { h in
        h.text("Nothing has happened yet. \(view.consequence) ")
        h.link("Read first", to: Address.incident(view.incident))
      }
    }
  }

  private mutating func deal(_ view: AcknowledgeView) {
    guard let next = view.next else { return }
    div(.class("deal")) { h in
      h.p(.class("second")) { h in
        h.text("\(next.what) in ")
        h.ref(next.line, view.citation)
      }
      h.element("p", []) { $0.countdown(to: next.due, now: view.now, class: "big") }
      if !next.why.isEmpty { h.p(Words.capitalized(next.why) + ".", class: "second") }
    }
  }

  fileprivate mutating func ackAnswered(_ view: AcknowledgeView, _ name: String, _ at: Timestamp?) {
    div(.class("deal"), .role("status")) { h in
      h.p(.class("said")) { h in
        h.text("\(name) acknowledged it")
        if let at {
          h.text(" at ")
          h.moment(at, now: view.now, utc: true)
        }
        h.text(".")
      }
      h.p(view.consequence, class: "second field")
    }
    div(.class("thumb")) { $0.link("Open the incident", to: Address.incident(view.incident), class: "btn") }
  }

  fileprivate mutating func ackOver(_ view: AcknowledgeView) {
    div(.class("deal"), .role("status")) { h in
      h.p("It is \(view.incident.status.rawValue). Nothing is asked of you.", class: "said")
    }
    div(.class("thumb")) { $0.link("Open the incident", to: Address.incident(view.incident), class: "btn line") }
  }
}

func firstName(_ name: String) -> String { String(name.split(separator: " ").first ?? Substring(name)) }
