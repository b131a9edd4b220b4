import Incidents

/// The right column of the first page.
extension HTML {
  /// What people outside read and the inside knows to be otherwise.
  mutating func untruths(_ view: HomeView) {
    guard !view.untruths.isEmpty, let duty = view.duties.first else { return }
    section(.class("section"), .labelled(by: "untrue")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "The status page", .id("untrue"))
        h.link("What it says", to: "/public")
      }
      h.findings(view.untruths, duty.citation)
    }
  }

  mutating func onCall(_ view: HomeView) {
    section(.class("section"), .labelled(by: "on-call")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "On call now", .id("on-call"))
        h.link("Who is paged when", to: "/ladder")
      }
      for duty in view.duties {
        if view.hasSeveral { h.line("h3", duty.name, .class("second")) }
        if duty.onCall.isEmpty { h.p("The runbook names nobody to be paged.", class: "state bad") }
        for entry in duty.onCall { h.onCall(entry, duty.citation) }
        if !duty.later.isEmpty { h.later(duty) }
      }
    }
  }

  private mutating func onCall(_ entry: HomeView.OnCall, _ citation: Citation) {
    div(.class("oncall")) { h in
      h.p(.class("second")) { h in
        h.text(entry.role + " ")
        h.ref(entry.line, citation)
      }
      if let name = entry.name {
        h.p(name, class: "name")
      } else {
        h.p("reaches nobody", class: "name state bad")
      }
      if !entry.words.isEmpty { h.p(entry.words, class: "second small") }
    }
  }

  private mutating func later(_ view: HomeView.Duty) {
    div(.class("oncall")) { h in
      h.p(view.onCall.count > 1 ? "If neither answers" : "If there is no answer", class: "second")
      h.p { h in
        for (index, rung) in view.later.enumerated() {
          if index > 0 { h.text(", ") }
          if rung.reachesNobody { h.span(rung.words, class: "state bad") } else { h.text(rung.words) }
          if rung.reachesNobody || index == view.later.count - 1 {
            h.text(" ")
            h.ref(rung.line, view.citation)
          }
        }
      }
    }
  }

  mutating func lacks(_ view: HomeView) {
    section(.class("section"), .labelled(by: "lacks")) { h in
      h.div(.class("head")) { h in
        h.line("h2", view.hasSeveral ? "What these runbooks lack" : "What this runbook lacks", .id("lacks"))
        if !view.hasSeveral, let duty = view.duties.first { h.allFindings(duty, at: "/runbook") }
      }
      for duty in view.duties {
        if view.hasSeveral {
          h.div(.class("head")) { h in
            h.line("h3", duty.name, .class("second"))
            h.allFindings(duty, at: duty.citation.address)
          }
        }
        if duty.findings.isEmpty {
          h.p("Nothing that would be missed at night.", class: "second")
        } else {
          h.findings(duty.findings, duty.citation)
        }
      }
      h.p(.class("second small field")) { $0.link("What the status page says", to: "/public", class: "go") }
    }
  }

  private mutating func allFindings(_ duty: HomeView.Duty, at address: String) {
    guard duty.findingCount > 0 else { return }
    link("All \(Words.count(duty.findingCount, "finding"))", to: address)
  }
}
