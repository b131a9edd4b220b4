import Incidents

/// What stands around the text of a review.
extension HTML {
  mutating func publishing(_ view: ReviewView) {
    section(.class("section"), .labelled(by: "state")) { h in
      h.line("h2", view.published == nil ? "Not published yet" : "Published", .id("state"))
      h.div(.class("acts field")) { h in
        if view.published?.number != view.number || view.number == 0 {
          h.postForm(Address.act("review/publish", on: view.incident), view.reader) { h in
            h.input(.type("hidden"), .name("base"), .value(String(view.number)))
            h.element("button", [.class("btn"), .type("submit"), Attribute("disabled", when: !view.blanks.isEmpty)]) {
              $0.text("Publish the review")
            }
          }
        }
        h.link("Edit the text", to: Address.act("review/edit", on: view.incident), class: "btn line")
      }
      if !view.blanks.isEmpty {
        let count = view.blanks.count
        h.p(
          "It can be published once the \(count == 1 ? "open place is" : "\(count) open places are") filled.",
          class: "second small")
      }
    }
  }

  mutating func reviewItems(_ view: ReviewView) {
    section(.class("section"), .labelled(by: "ai")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Action items", .id("ai"))
        let done = view.items.count { $0.state == .done }
        if !view.items.isEmpty { h.span("\(done) of \(view.items.count) done", class: "second small") }
      }
      if view.items.isEmpty { h.p("Nothing is noted for afterwards.", class: "second") }
      for item in view.items { h.todo(item, view.people, view.now) }
      h.div(.class("acts field")) { h in
        h.link("Change and add items", to: "/items?incident=\(view.incident.id)", class: "btn line")
      }
    }
  }

  mutating func todo(_ item: ActionItem, _ people: [String: String], _ now: Timestamp) {
    div(.class("todo")) { h in
      h.p(item.text, class: "said")
      h.p(.class("sub")) { h in
        if item.owner.isEmpty {
          h.span("nobody yet", class: item.state.isOver ? "" : "state bad")
        } else {
          h.text(people[item.owner] ?? item.owner)
        }
        h.text(", \(item.priority.label)")
        if item.state.isOver, let at = item.doneAt {
          h.text(", ")
          h.span("\(item.state.label) \(CivilTime(at).date)", class: item.state == .done ? "state ok" : "state unk")
        } else if let due = item.due {
          h.text(due <= now ? ", was due \(CivilTime(due).date)" : ", due \(CivilTime(due).date)")
        }
      }
    }
  }

  mutating func agenda(_ view: ReviewView) {
    guard !view.agenda.isEmpty else { return }
    let whole = view.agenda.compactMap(\.minutes).reduce(0, +)
    section(.class("section"), .labelled(by: "ag")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Agenda", .id("ag"))
        if whole > 0 { h.span(Words.minutes(whole), class: "second small") }
      }
      h.ol(.class("rows")) { h in
        for item in view.agenda {
          h.li { h in
            h.line("span", item.title)
            h.span { h in
              h.text(item.minutes.map { Words.minutes($0) + " " } ?? "")
              h.ref(item.line, view.citation)
            }
          }
        }
      }
    }
  }

  mutating func lessonLink(_ view: ReviewView) {
    section(.class("section"), .labelled(by: "le")) { h in
      h.line("h2", "The runbook could learn", .id("le"))
      h.p("What this incident says about the document, as a change that you accept line by line.", class: "second")
      h.div(.class("acts field")) { h in
        h.link("See the lesson", to: Address.act("lesson", on: view.incident), class: "btn line")
      }
    }
  }

  mutating func takeAway(_ view: ReviewView) {
    section(.class("section"), .labelled(by: "take")) { h in
      h.line("h2", "Take it with you", .id("take"))
      h.p("Print this page for a PDF: the text comes without its surroundings.", class: "second")
      h.div(.class("acts field")) { h in
        h.link("review.md", to: Address.incident(view.incident) + "/review.md", class: "btn line")
        h.link("review.html", to: Address.incident(view.incident) + "/review.html", class: "btn line")
      }
    }
  }

  mutating func history(_ view: ReviewView) {
    guard !view.versions.isEmpty else { return }
    section(.class("section"), .labelled(by: "hi")) { h in
      h.line("h2", "History", .id("hi"))
      h.ol(.class("rows")) { h in
        for version in view.versions {
          h.li { h in
            h.link(
              "Version \(version.number)", to: Address.act("review/versions/\(version.number)", on: view.incident))
            h.span(version.isPublished ? "published" : "", class: "state ok")
            h.span(.class("sub")) { h in
              h.text("\(version.who), ")
              h.moment(version.at, now: view.now)
            }
          }
        }
      }
    }
  }
}
