import Engine
import Incidents

/// A drill: what would happen, minute by minute, without paging anybody.
enum DrillPage {
  static func write(_ view: DrillView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", view.night.scenario ?? "An incident that fits no scenario", .class("title"))
        h.p(view.night.closing, class: view.night.holes.isEmpty ? "lede" : "lede state-bad")
        h.p("Played through the same engine that pages at night. Nobody was paged.", class: "second small")
      }
      h.drillForm(view.form)
      h.section(.class("section"), .label("Who is paged")) { $0.night(view) }
      h.div(.class("review-grid")) { h in
        h.minutes(view)
        h.div { h in
          h.allScenarios(view)
          h.liveDrill(view)
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func night(_ view: DrillView) {
    if view.ladder.stops.isEmpty { return p("Nobody is paged.", class: "state bad") }
    element("figure", [.class("sevrow")]) { h in
      h.div(.class("wide")) { $0.lyingLadder(view.ladder, LadderAxis([view.ladder]), withTimes: true) }
      h.div(.class("narrow")) { h in
        h.element("figcaption", [.class("head \(view.mark.accent)")]) { $0.badge(view.mark) }
        h.standingLadder(view.ladder)
      }
    }
  }

  fileprivate mutating func minutes(_ view: DrillView) {
    section(.class("section"), .labelled(by: "mm")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Minute by minute", .id("mm"))
        h.span(.class("second small")) { h in
          h.text("opens ")
          let start = CivilTime(view.night.opened)
          h.text("\(start.date) \(start.clock) UTC, times are hours and minutes after")
        }
      }
      h.ol(.class("line field \(view.mark.accent)"), .id("night-list")) { h in
        for event in view.night.events.prefix(400) { h.drillEvent(event, view.citation) }
      }
      if view.night.events.count > 400 {
        h.p("and \(view.night.events.count - 400) more of the same kind", class: "second small")
      }
    }
  }

  private mutating func drillEvent(_ event: DrillEvent, _ citation: Citation) {
    let isKey = event.kind == .page || event.kind == .unreachable || event.kind == .opened
    li(Attribute("class", optional: isKey ? "key" : nil)) { h in
      h.span(DrillNight.elapsed(event.minute), class: "min")
      h.drillDot(event.kind)
      h.div { h in
        h.p { h in
          switch event.kind {
          case .unreachable: h.span(event.text, class: "level error")
          case .late: h.span(event.text, class: "warned")
          default: h.text(Words.bound(event.text))
          }
        }
      }
      if let line = event.line { h.ref(line, citation) } else { h.raw("<span></span>") }
    }
  }

  /// The same shapes as in a timeline.
  private mutating func drillDot(_ kind: DrillEvent.Kind) {
    svg(.class("dot"), .init("viewBox", "0 0 17 17"), .hidden) { h in
      switch kind {
      case .acknowledged, .resolved, .decision, .verified:
        h.raw(#"<circle cx="8.5" cy="8.5" r="6"/><circle class="full" cx="8.5" cy="8.5" r="3"/>"#)
      case .page: h.raw(#"<path d="M8.5 2.5l6 6-6 6-6-6z"/>"#)
      case .updateDue, .reviewDue: h.raw(#"<rect x="3" y="3.5" width="11" height="10"/>"#)
      case .opened, .unreachable, .late: h.raw(#"<path d="M8.5 2.5l6.5 11.5h-13z"/>"#)
      case .phase: h.raw(#"<circle cx="8.5" cy="8.5" r="4"/>"#)
      }
    }
  }

  fileprivate mutating func allScenarios(_ view: DrillView) {
    guard !view.all.isEmpty else { return }
    section(.class("section"), .labelled(by: "sc")) { h in
      h.line("h2", "All scenarios, all severities", .id("sc"))
      h.element("table", [.class("small")]) { h in
        h.element("caption", [.class("vh")]) { $0.text("Pages that reach somebody") }
        h.element("tbody", [.class("drilltable")]) { h in
          for row in view.all { h.drillRow(row, view.citation) }
        }
      }
      let dead = view.all.filter { !$0.dead.isEmpty }
      if dead.isEmpty {
        h.p("Each page of every scenario reaches somebody.", class: "note field")
      } else {
        h.p("In \(dead.count) of \(view.all.count) scenarios a page reaches nobody.", class: "note bad field")
      }
    }
  }

  private mutating func drillRow(_ row: DrillView.Row, _ citation: Citation) {
    element("tr", []) { h in
      h.element("th", [Attribute("scope", "row")]) { h in
        h.text(row.title + " ")
        h.ref(row.line, citation)
      }
      h.element("td", [Attribute("class", optional: row.dead.isEmpty ? nil : "state bad")]) { h in
        h.text("\(row.reached) of \(row.asked)")
        if !row.dead.isEmpty { h.span(" nobody at \(Words.list(row.dead))", class: "vh") }
      }
    }
  }

  /// Practice on people: it says what it does before it does it.
  fileprivate mutating func liveDrill(_ view: DrillView) {
    section(.class("section"), .id("live-drill"), .labelled(by: "lv")) { h in
      h.line("h2", "Play it on people", .id("lv"))
      h.p(
        "A live drill opens an incident and pages people on every way the team file names, with DRILL in front. It counts in no figure, and ends with one tap.",
        class: "second")
      h.postForm("/incidents", view.reader) { h in
        let title = view.night.scenario ?? "Practice"
        h.input(.type("hidden"), .name("drill"), .value("yes"))
        h.input(.type("hidden"), .name("title"), .value(title))
        h.input(.type("hidden"), .name("severity"), .value(view.severity))
        if view.shelved.runbook.scenarios.contains(where: { $0.title == title }) {
          h.input(.type("hidden"), .name("scenario"), .value(title))
        }
        h.div(.class("acts field")) {
          $0.element("button", [.class("btn line"), .type("submit")]) { $0.text("Page people for a drill now") }
        }
      }
    }
  }
}
