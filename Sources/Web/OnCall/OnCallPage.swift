import Incidents
import Runbooks
import Storage

/// A month of every schedule, with the forms that change it. Works without script.
enum OnCallPage {
  static func write(_ view: OnCallView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", "On call", .class("title"))
        h.p(.class("lede")) { $0.onCallSentence(view) }
        if let error = view.error { h.line("p", error, .class("note bad field"), .role("alert")) }
        if let link = view.link { h.madeLink(link) }
      }
      if !view.holes.isEmpty, let citation = view.citation {
        h.section(.class("section"), .labelled(by: "holes")) { h in
          h.line("h2", "Where nobody is on call", .id("holes"))
          h.findings(view.holes, citation)
        }
      }
      for (place, rota) in view.rotas.enumerated() { h.rota(rota, place, view) }
      h.alwaysOnCall(view)
      h.div(.class("review-grid")) { h in
        h.div { h in
          h.overrideList(view)
          h.handoff(view)
        }
        h.div { h in
          h.overrideForm(view)
          h.swapForm(view)
          h.calendars(view)
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func onCallSentence(_ view: OnCallView) {
    guard !view.rotas.isEmpty else {
      return text("The team file has no rotation and no schedule: whoever holds a role is always on call.")
    }
    let silent = view.rotas.filter { $0.now == nil }
    if silent.isEmpty {
      text("Somebody is on call by every schedule now.")
    } else {
      span("Nobody is on call by \(Words.list(silent.map(\.name))) now.", class: "state bad")
    }
  }

  fileprivate mutating func alwaysOnCall(_ view: OnCallView) {
    guard !view.fixed.isEmpty else { return }
    section(.class("section"), .labelled(by: "always")) { h in
      h.line("h2", "Always on call", .id("always"))
      h.ul(.class("rows")) { h in
        for entry in view.fixed {
          h.li { h in
            h.line("span", entry.role)
            h.line("b", Words.list(entry.names))
          }
        }
      }
    }
  }

  fileprivate mutating func madeLink(_ link: String) {
    div(.class("note field"), .role("status")) { h in
      h.line("p", "The calendar's address. It is shown once; whoever has it can read the shifts:")
      h.line("code", link, .class("secret"), .id("secret"))
      h.div(.class("acts field")) { $0.copyButton(of: "secret", named: "it") }
    }
  }

  fileprivate mutating func rota(_ rota: OnCallView.Rota, _ place: Int, _ view: OnCallView) {
    section(.class("section"), .labelled(by: "rota-\(place)")) { h in
      h.line("h2", rota.name, .id("rota-\(place)"))
      if let now = rota.now {
        h.p(.class("said")) { $0.text("\(now). By \(rota.by).") }
      } else {
        h.p("Nobody is on call now.", class: "state bad")
      }
      h.nav(.class("acts"), .label("Months of \(rota.name)")) { h in
        h.link("Earlier", to: "/on-call?month=\(view.previous)")
        h.link("Later", to: "/on-call?month=\(view.following)")
      }
      h.month(rota, view)
      for change in rota.clockChanges { h.p(change, class: "second small") }
    }
  }

  /// Weeks as rows, Monday first; a cell names whoever is on call when the day begins, then each hand-over.
  private mutating func month(_ rota: OnCallView.Rota, _ view: OnCallView) {
    element("table", [.class("month")]) { h in
      h.line("caption", "\(rota.name), \(view.month), on the clocks of \(rota.zone)")
      h.element("thead", []) { h in
        h.element("tr", []) { h in
          for name in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] {
            h.line("th", name, Attribute("scope", "col"))
          }
        }
      }
      let lead = rota.days.first.map { LocalTime.weekday(ofDay: $0.day) - 1 } ?? 0
      let cells: [OnCallView.Day?] = Array(repeating: nil, count: lead) + rota.days.map { $0 }
      h.element("tbody", []) { h in
        for week in stride(from: 0, to: cells.count, by: 7) {
          h.element("tr", []) { h in
            for place in week..<week + 7 { h.day(place < cells.count ? cells[place] : nil) }
          }
        }
      }
    }
  }

  private mutating func day(_ day: OnCallView.Day?) {
    guard let day else { return element("td", [.class("none")]) { _ in } }
    let civil = LocalTime(day: day.day, minute: 0).civil
    element("td", [Attribute("class", optional: day.isToday ? "today" : nil)]) { h in
      h.line(
        "time", String(civil.day), Attribute("datetime", civil.date),
        Attribute("data-weekday", Words.weekday(ofDay: day.day)))
      if day.isToday { h.span("today", class: "vh") }
      if let holiday = day.holiday { h.span(holiday.isEmpty ? "holiday" : holiday, class: "second small") }
      for turn in day.turns {
        h.span(.class(turn.name.isEmpty ? "turn state bad" : turn.isOverride ? "turn over" : "turn")) { h in
          if let clock = turn.clock { h.span(clock + " ", class: "at") }
          h.text(turn.name.isEmpty ? "nobody" : turn.name)
          if turn.isOverride { h.span(" (override)", class: "small") }
        }
      }
    }
  }

  fileprivate mutating func overrideList(_ view: OnCallView) {
    section(.class("section"), .labelled(by: "overrides")) { h in
      h.line("h2", "Overrides", .id("overrides"))
      if view.overrides.isEmpty { h.p("Nobody stands in for anybody.", class: "said") }
      h.ul(.class("rows")) { h in
        for row in view.overrides {
          h.li { h in
            h.line("span", row.words)
            if row.id > 0 {
              h.postForm("/on-call/overrides/\(row.id)/withdraw", view.reader) {
                $0.element("button", [.class("btn line small"), .type("submit")]) { h in
                  h.text("Take back")
                  h.span(": \(row.words)", class: "vh")
                }
              }
            } else {
              h.span("in the team file", class: "second small")
            }
            if !row.note.isEmpty { h.span(row.note, class: "sub") }
          }
        }
      }
    }
  }

  /// What the runbook wants done at a hand-over.
  fileprivate mutating func handoff(_ view: OnCallView) {
    guard !view.checklist.isEmpty, let citation = view.citation else { return }
    section(.class("section"), .labelled(by: "handoff")) { h in
      h.line("h2", "At the hand-over", .id("handoff"))
      h.ul(.class("rows")) { h in
        for item in view.checklist {
          h.li { h in
            h.span(item.text, class: "said")
            h.ref(item.line, citation)
          }
        }
      }
    }
  }
}
