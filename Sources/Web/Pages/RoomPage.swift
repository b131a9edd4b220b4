import Incidents
import Runbooks

/// The room of one incident: what it is, what happens next, who has it, and everything there is to do.
enum RoomPage {
  /// The parts that change while somebody looks. The composer is not one: what is being typed stays.
  static func fragments(_ view: RoomView) -> [Fragment] { shared(view) + own(view) }

  /// Those that are the same for everybody but for the session's token.
  static func shared(_ view: RoomView) -> [Fragment] {
    [
      Fragment("room-head", HTML { $0.roomHead(view) }),
      Fragment("newer", HTML { $0.newerRunbook(view) }),
      Fragment("steps", HTML { $0.steps(view) }),
      Fragment("update-due", HTML { $0.updateDue(view) }),
      Fragment("here", HTML { $0.hereNow(view) }),
      Fragment("files", HTML { $0.files(view) }),
      Fragment("entries-box", HTML { $0.entriesBox(view) }),
      Fragment("who", HTML { $0.whoIsPaged(view) }),
      Fragment("situations", HTML { $0.situations(view) }),
      Fragment("room-acts", HTML { $0.roomActs(view) }),
      Fragment("changes", HTML { $0.changesBefore(view) }),
      Fragment("items", HTML { $0.items(view) }),
      Fragment("alerts", HTML { $0.alerts(view) }),
      Fragment("dock", HTML { $0.dock(view) }),
    ]
  }

  /// Those that differ by who reads them: a role of one's own cannot be taken, a private incident is not named.
  static func own(_ view: RoomView) -> [Fragment] {
    [Fragment("roles", HTML { $0.roles(view) }), Fragment("relations", HTML { $0.relations(view) })]
  }

  static func write(_ view: RoomView, into h: inout HTML) {
    let parts = Dictionary(fragments(view).map { ($0.id, $0.html) }, uniquingKeysWith: { a, _ in a })
    let part = { (id: String) in parts[id] ?? HTML() }
    h.main(.id("main"), .class("in-room")) { h in
      h.add(part("room-head"))
      h.element("p", [.class("vh"), .id("voice"), .role("status")]) { _ in }
      h.jumpBar()
      h.add(part("newer"))
      h.div(.class("wrap room \(view.mark.accent)")) { h in
        h.add(part("steps"))
        h.div { h in
          h.composer(view, due: part("update-due"))
          h.timelineSection(view, here: part("here"), entries: part("entries-box"))
        }
        h.div(.id("people")) { h in
          h.add(part("who"))
          h.add(part("roles"))
          h.add(part("situations"))
          h.add(part("room-acts"))
          h.add(part("items"))
          h.add(part("alerts"))
          h.add(part("files"))
          h.attachForm(view)
          h.add(part("changes"))
          h.similar(view)
          h.add(part("relations"))
          h.quick(view)
        }
      }
      h.keyHints(isOpen: view.incident.status.isOpen)
      h.add(part("dock"))
    }
  }
}

extension HTML {
  fileprivate mutating func jumpBar() {
    nav(.class("jump"), .label("In this incident")) { h in
      h.ul { h in
        for (id, label) in [
          ("steps", "Steps"), ("update", "Update"), ("timeline", "Timeline"), ("people", "People"), ("acts", "Acts"),
          ("alerts", "Alerts"), ("quick", "Quick reference"),
        ] {
          h.li { $0.link(label, to: "#\(id)") }
        }
      }
    }
  }

  fileprivate mutating func keyHints(isOpen: Bool) {
    let acts = [(["u"], "update"), (["a"], "acknowledge"), (["e"], "page the next person")]
    let reading = [
      (["n"], "note"), (["c"], "copy the command in focus"), (["j", "k"], "next, previous step"), (["?"], "all keys"),
    ]
    div(.class("wrap keys second small field")) { h in
      for (keys, what) in (isOpen ? acts : []) + reading {
        h.span { h in
          for key in keys {
            h.line("kbd", key)
            h.text(" ")
          }
          h.text(what)
        }
      }
    }
  }

  fileprivate mutating func timelineSection(_ view: RoomView, here: HTML, entries: HTML) {
    section(.class("section"), .id("timeline"), .labelled(by: "tl")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Timeline", .id("tl"))
        h.add(here)
      }
      h.form(.class("note-form row-form"), Attribute("method", "post"), .action(Address.act("note", on: view.incident)))
      {
        h in
        h.token(view.reader)
        h.line("label", "Note", .class("vh"), Attribute("for", "note-text"))
        h.input(
          .type("text"), .id("note-text"), .name("text"), Attribute("placeholder", "Write a note"),
          Attribute("maxlength", "4000"), Attribute("required", when: true), Attribute("autocomplete", "off"),
          .value(view.problem?.act == "note" ? view.problem?.text ?? "" : ""), Attribute("data-draft", "note"))
        h.element("button", [.class("btn line"), .type("submit")]) { $0.text("Note") }
      }
      h.refusal(view, of: "note")
      h.add(entries)
    }
  }

  /// What was refused, at the field that it belongs to.
  mutating func refusal(_ view: RoomView, of act: String) {
    guard let problem = view.problem, problem.act == act else { return }
    element(
      "p",
      [
        .class("note bad field"), .role("alert"), .id("refused"), Attribute("tabindex", "-1"),
        Attribute("autofocus", when: true),
      ]
    ) { $0.text(problem.message) }
  }

  fileprivate mutating func entriesBox(_ view: RoomView) {
    div(.id("entries-box"), .class("field")) { h in
      for words in view.lostWords { h.p(words, class: "note bad") }
      h.pinned(view)
      h.timeline(
        TimelineList(
          entries: view.entries, people: view.people, citation: view.citation, former: view.former, now: view.now)
      ) { h, entry in
        if entry.kind.isPinnable { h.pinForm(entry, holds: true, view) }
      }
      if view.older > 0 {
        h.p(.class("second small")) { h in
          h.link(
            "\(Words.count(view.older, "older entry", "older entries"))",
            to: Address.incident(view.incident) + "?timeline=all#timeline")
        }
      }
    }
  }
}
