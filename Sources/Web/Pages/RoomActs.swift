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
        h.escalateFold(view)
        h.dismissFold(view)
        h.noticeFold(view)
        h.handoverFold(view)
      } else {
        h.closedActs(view)
      }
      h.privacyFold(view)
    }
  }

  mutating func alerts(_ view: RoomView) {
    section(.class("section"), .id("alerts"), .labelled(by: "al")) { h in
      h.line("h2", "Alerts", .id("al"))
      h.refusal(view, of: "split")
      if view.alerts.isEmpty {
        h.p("Declared by a person; no alert belongs to it.", class: "second")
      } else {
        h.ul(.class("rows")) { h in
          for alert in view.alerts.prefix(20) { h.alert(alert, view) }
        }
        if view.alerts.count > 20 { h.p("and \(view.alerts.count - 20) more", class: "second small") }
      }
    }
  }

  private mutating func alert(_ alert: Alert, _ view: RoomView) {
    li { h in
      h.link(alert.summary, to: "/alerts/\(alert.id)")
      if alert.state == .firing { h.span("firing", class: "state bad") } else { h.span("resolved", class: "state ok") }
      h.span(.class("sub")) { h in
        let source = alert.source.isEmpty ? "" : alert.source + ", "
        h.text("\(source)\(alert.count == 1 ? "once" : "\(alert.count) times"), last ")
        h.moment(alert.lastSeen, now: view.now)
        guard alert.state == .firing else { return }
        h.text(". ")
        h.link("Silence", to: "/silences?alert=\(alert.id)")
        h.span(" alerts like \(alert.summary)", class: "vh")
      }
      if alert.state == .firing, view.alerts.count > 1, view.incident.status.isOpen { h.splitForm(alert, view) }
    }
  }

  private mutating func splitForm(_ alert: Alert, _ view: RoomView) {
    postForm(Address.act("split", on: view.incident), view.reader, class: "sub") { h in
      h.input(.type("hidden"), .name("alert"), .value(String(alert.id)))
      h.element("button", [.class("btn bare small"), .type("submit")]) { h in
        h.text("Move to an incident of its own")
        h.span(": \(alert.summary.prefix(80))", class: "vh")
      }
    }
  }
}
