import Incidents
import Runbooks

/// The right column of the room: who is paged, what can be done, and the alerts.
extension HTML {
  mutating func whoIsPaged(_ view: RoomView) {
    section(.class("section"), .id("who"), .labelled(by: "wp")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Who is paged", .id("wp"))
        h.link("Why", to: "/ladder")
      }
      if view.ladder.stops.isEmpty {
        h.p("The runbook has no rung for this severity.", class: "state bad")
      } else {
        h.standingLadder(view.ladder, width: 300)
        h.ladderList(view.ladder, view.citation)
      }
      if view.incident.status == .triggered, !view.consequence.isEmpty {
        h.p(view.consequence, class: "second small field")
      }
      if view.incident.status.isOpen, let next = view.next {
        h.div(.class("acts field")) { $0.pageForm(view, step: next.step, name: next.name, id: "act-page-next") }
      }
      h.refusal(view, of: "page")
    }
  }

  /// The facts of the drawing as a list, with lines that can be followed.
  mutating func ladderList(_ ladder: LadderDrawing, _ citation: Citation) {
    details(.class("small"), .id("\(ladder.id)-list")) { h in
      h.line("summary", "The same as a list", .class("second"))
      h.ul(.class("rows")) { h in
        for stop in ladder.stops {
          h.li { h in
            h.line("span", Words.capitalized(stop.spoken))
            h.ref(stop.line, citation)
            if !stop.why.isEmpty { h.span(stop.why, class: "sub") }
          }
        }
      }
    }
  }

  mutating func roomActs(_ view: RoomView) {
    section(.class("section"), .id("room-acts"), .labelled(by: "acts")) { h in
      h.line("h2", view.incident.status.isOpen ? "End or change it" : "It is over", .id("acts"))
      if view.incident.status.isOpen {
        h.resolveFold(view)
        h.severityFold(view)
        h.noticeFold(view)
        h.handoverFold(view)
      } else {
        h.closedActs(view)
      }
    }
  }

  private mutating func resolveFold(_ view: RoomView) {
    details(.class("fold"), .id("fold-resolve"), Attribute("open", when: view.problem?.act == "resolve")) { h in
      h.line("summary", "Resolve")
      h.div { h in
        h.refusal(view, of: "resolve")
        h.postForm(Address.act("resolve", on: view.incident), view.reader) { h in
          h.line("label", "What ended it", Attribute("for", "resolve-reason"))
          let hint =
            view.firing > 0
            ? "\(Words.count(view.firing, "alert still fires", "alerts still fire")): a reason is needed."
            : "No alert fires. A reason is welcome and not needed."
          h.line("span", hint, .class("hint"), .id("resolve-hint"))
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

  private mutating func severityFold(_ view: RoomView) {
    details(.class("fold"), .id("fold-severity"), Attribute("open", when: view.problem?.act == "severity")) { h in
      h.line("summary", "Change severity")
      h.div { h in
        h.refusal(view, of: "severity")
        h.postForm(Address.act("severity", on: view.incident), view.reader, class: "row-form") { h in
          h.line("label", "Severity. Every clock is set anew by it.", Attribute("for", "severity"))
          h.element("select", [.name("severity"), .id("severity")]) { h in
            for severity in view.runbook.severities {
              h.choice(
                "\(severity.name) \(severity.label)", value: severity.name,
                chosen: severity.name == view.incident.severity)
            }
          }
          h.element("button", [.class("btn line"), .type("submit")]) { $0.text("Change") }
        }
      }
    }
  }

  private mutating func closedActs(_ view: RoomView) {
    p("Nobody is paged for it any more.", class: "second")
    div(.class("acts field")) { h in
      if view.hasReview { h.link("Read the review draft", to: Address.act("review", on: view.incident), class: "btn") }
      h.postForm(Address.act("reopen", on: view.incident), view.reader) {
        $0.element("button", [.class("btn line"), .type("submit")]) { $0.text("Reopen \(view.incident.name)") }
      }
    }
    refusal(view, of: "reopen")
  }

  mutating func alerts(_ view: RoomView) {
    section(.class("section"), .id("alerts"), .labelled(by: "al")) { h in
      h.line("h2", "Alerts", .id("al"))
      if view.alerts.isEmpty {
        h.p("Declared by a person; no alert belongs to it.", class: "second")
      } else {
        h.ul(.class("rows")) { h in
          for alert in view.alerts.prefix(20) { h.alert(alert, now: view.now) }
        }
        if view.alerts.count > 20 { h.p("and \(view.alerts.count - 20) more", class: "second small") }
      }
    }
  }

  private mutating func alert(_ alert: Alert, now: Timestamp) {
    li { h in
      h.link(alert.summary, to: "/alerts/\(alert.id)")
      if alert.state == .firing { h.span("firing", class: "state bad") } else { h.span("resolved", class: "state ok") }
      h.span(.class("sub")) { h in
        let source = alert.source.isEmpty ? "" : alert.source + ", "
        h.text("\(source)\(alert.count == 1 ? "once" : "\(alert.count) times"), last ")
        h.moment(alert.lastSeen, now: now)
        guard alert.state == .firing else { return }
        h.text(". ")
        h.link("Silence", to: "/silences?alert=\(alert.id)")
        h.span(" alerts like \(alert.summary)", class: "vh")
      }
    }
  }
}
