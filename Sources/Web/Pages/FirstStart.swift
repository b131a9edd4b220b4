import Incidents

/// The first page before the first alert: three steps and what a page would do today.
extension HTML {
  mutating func firstLede(_ first: HomeView.FirstStart) {
    p(.class("lede field")) { h in
      h.text("Tocsin has read ")
      h.line("b", first.runbook)
      h.text(
        ": \(Words.count(first.severities, "severity", "severities")), \(Words.count(first.rungs, "rung")), "
          + "\(Words.count(first.scenarios, "scenario")). ")
      h.text(first.canPage ? "It can page somebody at each severity." : "It cannot page everybody yet.")
    }
  }

  mutating func firstStart(_ first: HomeView.FirstStart, _ view: HomeView) {
    ol(.class("first")) { h in
      h.li { $0.stepRead(first, first.citation) }
      h.li { $0.stepBind(first, first.citation) }
      h.li { $0.stepSend(first) }
    }
    guard let ladder = first.ladder else { return }
    section(.class("section"), .labelled(by: "today")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "What a \(ladder.severity.name) would do today", .id("today"))
        let holes = ladder.stops.count { $0.mark == .hole }
        let word = holes == 0 ? "every rung reaches somebody" : "\(Words.count(holes, "rung")) would reach nobody"
        h.span(word, class: "second small")
      }
      h.div(.class("wide")) { $0.lyingLadder(ladder, LadderAxis([ladder]), withTimes: true) }
      h.div(.class("narrow")) { $0.standingLadder(ladder) }
    }
  }

  private mutating func stepRead(_ first: HomeView.FirstStart, _ citation: Citation) {
    line("h2", "1. See what was understood")
    let assumed =
      first.assumptions == 0
      ? "Nothing had to be assumed."
      : "\(Words.count(first.assumptions, "thing was", "things were")) assumed where the text is silent or disagrees."
    p("Each fact beside its line. " + assumed, class: "lede")
    ul(.class("rows field")) { h in
      for fact in first.facts {
        h.li { h in
          h.line("span", fact.text)
          h.ref(fact.line, citation)
        }
      }
    }
    div(.class("acts field")) { h in
      h.link("Read it", to: "/runbook", class: "btn line")
      h.link("Who is paged when", to: "/ladder", class: "btn bare")
    }
  }

  private mutating func stepBind(_ first: HomeView.FirstStart, _ citation: Citation) {
    line("h2", "2. Say who the roles are")
    p(.class("lede")) { h in
      h.text("The runbook names roles. ")
      h.line("code", "tocsin.yaml")
      h.text(" says which people they are, and how to reach them. ")
      h.line("code", "tocsin init")
      h.text(" writes it.")
    }
    if first.unbound.isEmpty {
      p("Every role that is paged is bound to somebody.", class: "state ok field")
    } else {
      div(.class("field")) { $0.findings(first.unbound, citation) }
    }
  }

  private mutating func stepSend(_ first: HomeView.FirstStart) {
    line("h2", "3. Send one alert")
    let key = first.mayMakeKeys ? "" : " Whoever set this server up makes the key."
    p("It opens a real incident and pages whoever is bound." + key, class: "lede")
    pre {
      $0.line(
        "code",
        """
        curl -d '{"routing_key": "KEY", "event_action":
         "trigger", "payload": {"summary":
         "The first alert", "severity":
         "critical", "source": "by hand"}}' \\
         \(first.origin)/v2/enqueue
        """, .id("first-curl"))
    }
    div(.class("acts field")) { h in
      if first.mayMakeKeys { h.link("Make a key", to: "/keys", class: "btn line") }
      h.copyButton(of: "first-curl", named: "the command")
    }
    element("p", [.class("waiting"), .role("status")]) { $0.text("Waiting for the first alert") }
  }
}
