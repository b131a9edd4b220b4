import Runbooks

/// The scenarios that an alert may be about as well, each one tap away, with what speaks for it.
extension HTML {
  mutating func candidates(_ view: RoomView) {
    guard !view.candidates.isEmpty else { return }
    div(.class("candidates"), .role("group"), .labelled(by: "cand")) { h in
      h.line("p", view.scenario == nil ? "It may be" : "It may be another", .id("cand"), .class("small second"))
      h.ul { h in
        for match in view.candidates { h.candidate(match, view) }
      }
    }
  }

  private mutating func candidate(_ match: ScenarioMatch, _ view: RoomView) {
    li(.class("fact")) { h in
      h.postForm(Address.act("scenario", on: view.incident), view.reader) { h in
        h.input(.type("hidden"), .name("scenario"), .value(match.title))
        h.element("button", [.class("btn bare"), .type("submit")]) { $0.text(match.title) }
      }
      h.ref(match.why.first?.line, view.citation)
      h.span(Words.list(match.why.prefix(2).map(\.text)), class: "sub")
    }
  }
}
