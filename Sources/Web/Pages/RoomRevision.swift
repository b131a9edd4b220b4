import Runbooks

/// What the runbook in force says otherwise than the revision that the incident is pinned to, and the way over to it.
extension HTML {
  mutating func newerRunbook(_ view: RoomView) {
    div(.id("newer"), .class("wrap")) { h in
      guard let newer = view.newer else { return }
      h.section(.class("section"), .labelled(by: "nr")) { h in
        h.div(.class("head")) { h in
          h.line("h2", "The runbook has changed since", .id("nr"))
          h.link("Read the new one", to: newer.citation.address)
        }
        h.p(newer.lede, class: "second")
        h.changes(newer, pinned: view.citation)
        h.refusal(view, of: "runbook")
        h.postForm(Address.act("runbook", on: view.incident), view.reader) { h in
          h.input(.type("hidden"), .name("revision"), .value(String(newer.id)))
          h.div(.class("acts field")) { h in
            h.element("button", [.class("btn line"), .type("submit"), .id("act-runbook")]) {
              $0.text("Move to the revision of \(newer.read)")
            }
            h.span(
              "Every clock is set anew by it. What is past due by its ladder is paged at once.", class: "second small")
          }
        }
      }
    }
  }

  private mutating func changes(_ newer: RoomView.Newer, pinned: Citation) {
    guard !newer.changes.isEmpty else { return }
    changeRows(newer.changes.prefix(8), newer, pinned)
    guard newer.changes.count > 8 else { return }
    details(.class("fold"), .id("more-changes")) { h in
      h.line("summary", "\(newer.changes.count - 8) more")
      h.div { $0.changeRows(newer.changes.dropFirst(8), newer, pinned) }
    }
  }

  private mutating func changeRows(_ changes: ArraySlice<RunbookChange>, _ newer: RoomView.Newer, _ pinned: Citation) {
    ul(.class("rows")) { h in
      for change in changes {
        h.li { h in
          h.line("span", change.text)
          h.span { h in
            h.ref(change.before, pinned)
            if change.before != nil, change.after != nil { h.text(" → ") }
            h.ref(change.after, newer.citation)
          }
        }
      }
    }
  }

  /// What the next such alert opens with, and how to take that back.
  mutating func keptScenario(_ view: RoomView) {
    guard !view.kept.isEmpty else { return }
    postForm(Address.act("forget", on: view.incident), view.reader, class: "row-form") { h in
      h.span("Kept for the next time: \(Words.list(view.kept)).", class: "small second")
      h.element("button", [.class("btn bare"), .type("submit"), .id("act-forget")]) { $0.text("Take it back") }
    }
    refusal(view, of: "forget")
  }
}
