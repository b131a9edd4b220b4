import Engine
import Incidents
import Runbooks

/// What the runbook plans and asks beside its commands: phases, the decision on rollback, legal notices.
extension HTML {
  /// Those with a time in its order; those without one after them, the first that is not done in sight.
  mutating func phases(_ view: RoomView) {
    let untimed = view.lists.filter { list in
      list.kind == .phase && !view.phases.contains { $0.phase.line == list.line }
    }
    guard !view.phases.isEmpty || !untimed.isEmpty else { return }
    div(.class("step"), .id("phases")) { h in
      h.h3 { h in
        h.text("Phases ")
        h.span(Words.count(view.phases.count + untimed.count, "phase"), class: "quiet")
      }
      for phase in view.phases { h.phase(phase, view) }
      let first = view.phases.isEmpty ? untimed.first { !$0.isDone } : nil
      for list in untimed { h.untimed(list, isOpen: list == first && view.incident.status.isOpen, view) }
    }
  }

  private mutating func untimed(_ list: Checklist, isOpen: Bool, _ view: RoomView) {
    div(.class("option")) { h in
      h.details(.id("phase-\(list.line)"), Attribute("open", when: isOpen)) { h in
        h.element("summary", []) { h in
          h.span(.class("name")) { h in
            h.text(list.title + " ")
            h.progress(list)
          }
        }
        h.checks(list, view)
      }
      h.ref(list.line, view.citation)
    }
  }

  private mutating func phase(_ state: PhaseState, _ view: RoomView) {
    let list = view.lists.first { $0.kind == .phase && $0.line == state.phase.line }
    let isOpen = state.state == .present && view.incident.status.isOpen
    div(.class("option")) { h in
      h.details(.id("phase-\(state.phase.line)"), Attribute("open", when: isOpen)) { h in
        h.element("summary", []) { h in
          h.span(.class("name")) { h in
            h.text(state.phase.title + " ")
            h.span(timeWords(of: state, now: view.now) + (list == nil ? "" : ","), class: "quiet small")
            if let list {
              h.text(" ")
              h.progress(list)
            }
          }
        }
        if let list {
          h.checks(list, view)
        } else {
          h.p("The runbook names it and lists nothing under it.", class: "quiet small")
        }
      }
      h.ref(state.phase.line, view.citation)
    }
  }

  /// Whether to roll back, with the criteria and the steps ready behind the question.
  mutating func rollback(_ view: RoomView) {
    guard let rollback = view.runbook.rollback, view.incident.status.isOpen else { return }
    let clock = view.clocks.first { $0.kind == .rollbackDecision }
    let isAsked = clock.map { $0.due <= view.now && !$0.state.isQuiet } ?? false
    let isDecided = clock?.state == .met
    details(.class("step"), .id("rollback"), Attribute("open", when: isAsked || isDecided)) { h in
      let title = isDecided ? "Roll back: decided" : isAsked ? "Decide now: roll back?" : "Rollback: when and how"
      h.line("summary", title, .class(isAsked || isDecided ? "strong" : "small second"))
      h.ul { h in
        for criterion in rollback.criteria { h.saidRow(criterion, view.citation) }
      }
      if let clock, isAsked { h.question(clock, view) }
      for (number, option) in rollback.options.enumerated() {
        h.element("h3", []) { h in
          h.text(option.title + " ")
          h.ref(option.line, view.citation)
        }
        h.commands(option.actions, view, id: "rollback-\(number)")
      }
      if let list = view.lists.first(where: { $0.kind == .afterRollback }) {
        h.h3 { h in
          h.text("Afterwards ")
          h.progress(list)
        }
        h.checks(list, view)
      }
    }
  }

  private mutating func question(_ clock: Clock, _ view: RoomView) {
    guard let key = clock.key else { return }
    postForm(Address.act("clock", on: view.incident), view.reader, class: "acts field") { h in
      h.input(.type("hidden"), .name("clock"), .value(key))
      for (index, answer) in clock.answers.enumerated() {
        h.element(
          "button",
          [.class(index == 0 ? "btn" : "btn line"), .type("submit"), .name("answer"), .value(answer.rawValue)]
        ) { $0.text(clock.words(for: answer)) }
      }
    }
  }

  /// The time of the law, for an incident whose words do not say that it is of that kind.
  mutating func noticeFold(_ view: RoomView) {
    guard !view.notices.isEmpty else { return }
    details(.class("fold"), .id("fold-notice")) { h in
      h.line("summary", "A legal notice is owed")
      for notice in view.notices {
        h.postForm(Address.act("clock", on: view.incident), view.reader, class: "field") { h in
          h.p(.class("said")) { h in
            h.text(notice.notice.text + " ")
            h.ref(notice.notice.line, view.citation)
          }
          h.input(.type("hidden"), .name("clock"), .value(notice.key))
          h.element(
            "button", [.class("btn line"), .type("submit"), .name("answer"), .value(ClockAnswer.start.rawValue)]
          ) { $0.text("Start its \(Words.minutes(notice.notice.hours * 60))") }
        }
      }
    }
  }
}

private func timeWords(of state: PhaseState, now: Timestamp) -> String {
  // A day that is not this one is said.
  let words = { (time: Timestamp) in
    let civil = CivilTime(time)
    return civil.date == CivilTime(now).date ? civil.clock : "\(civil.date) \(civil.clock)"
  }
  let time = state.ends.map { "\(words(state.begins)) to \(words($0))" } ?? "from \(words(state.begins))"
  switch state.state {
  case .ahead: return time
  case .present: return "\(time), now"
  case .over: return "\(time), its time is over"
  case .done: return "\(time), done"
  }
}
