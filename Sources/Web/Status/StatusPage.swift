import Incidents

/// The public page. Its first screen answers: does it work, and when do I hear more?
enum StatusPage {
  static func html(_ board: StatusBoard, _ places: StatusPlaces) -> HTML {
    let title = board.open.isEmpty ? "\(board.title) status" : "\(board.sentence) \(board.title) status"
    let frame = PublicFrame(title: title, team: board.title, place: .page, places: places, made: board.now)
    return frame.page { h in
      h.main(.id("main")) { h in
        h.verdict(board)
        h.div(.class("public")) { h in
          h.parts(board)
          h.openNow(board, frame)
          h.plannedWork(board)
          h.whatWas(board, frame)
          h.follow(board, frame)
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func verdict(_ board: StatusBoard) {
    let look = board.open.isEmpty ? "calm" : board.worst >= .partial ? "sev-0" : "sev-1"
    div(.class("verdict \(look)")) { h in
      h.div(.class("public")) { h in
        h.line("h1", board.sentence, .class("title"))
        if let said = board.open.max(by: { $0.lastWord.at < $1.lastWord.at }) {
          h.p(.class("said field lines")) { $0.emphasised(StatusText.first(said.lastWord.text)) }
          h.promise(board)
        } else {
          h.p("No trouble is reported.", class: "said field")
        }
      }
    }
  }

  /// "Next update by 03:46 UTC, in 11 minutes." A promise that was not kept is said as such.
  private mutating func promise(_ board: StatusBoard) {
    p(.class("promise")) { h in
      if let due = board.nextBy {
        h.element("b", []) { h in
          h.text(due > board.now ? "Next update by " : "An update was promised by ")
          h.moment(due, now: board.now, utc: true)
        }
        h.text(", \(StatusWords.distance(due, board.now)).")
      } else {
        h.text("No time was promised for the next update.")
      }
      if let last = board.lastWord {
        h.text(" Last one at ")
        h.moment(last, now: board.now, utc: true)
        h.text(".")
      }
    }
  }

  fileprivate mutating func parts(_ board: StatusBoard) {
    section(.class("section"), .labelled(by: "parts")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Components", .id("parts"))
        h.span(.class("second small")) { h in
          h.text("as of ")
          h.time(board.now, utc: true)
        }
      }
      for part in board.parts { h.part(part, board.now) }
      h.barKey()
      h.p("A day counts as worked when we were watching and published no trouble.", class: "second small field")
    }
  }

  private mutating func part(_ part: StatusBoard.Part, _ now: Timestamp) {
    article(.class("component")) { h in
      h.div(.class("head")) { h in
        h.line("h3", part.component.name)
        let look = part.state == .operational ? "ok" : part.state == .maintenance ? "mnt" : "bad"
        h.span(.class("state \(look)")) { h in
          h.text(StatusWords.state(part.state))
          if let since = part.since {
            h.text(" since ")
            h.moment(since, now: now, utc: true)
          }
        }
      }
      if !part.component.about.isEmpty { h.p(part.component.about, class: "second small") }
      h.statusBars(part.component.name, part.days)
      h.div(.class("span")) { h in
        h.line("span", "\(ComponentDays.count) days ago")
        h.line("span", "today")
      }
      h.p(.class("num")) { h in
        // A share of some minutes says nothing.
        if let uptime = part.days.uptime, part.days.known >= .hours(1) {
          h.line("b", StatusWords.percent(uptime))
          h.text(" " + StatusWords.reach(part.days))
        } else {
          h.text("No day is known yet.")
        }
      }
    }
  }

  fileprivate mutating func openNow(_ board: StatusBoard, _ frame: PublicFrame) {
    guard !board.open.isEmpty else { return }
    section(.class("section"), .labelled(by: "now")) { h in
      h.div(.class("head")) { $0.line("h2", "Now", .id("now")) }
      for incident in board.open {
        h.div(.class("past")) { h in
          h.h3 { $0.link(incident.title, to: frame.link(.incident(StatusCode.incident(incident)))) }
          h.p(.class("second small")) { h in
            h.text("Since ")
            h.moment(incident.began, now: board.now, utc: true)
            h.text(", \(StatusWords.spoken(Int(max(.zero, board.now - incident.began).minutes)))")
          }
          h.updates(incident, now: board.now)
        }
      }
    }
  }

  fileprivate mutating func plannedWork(_ board: StatusBoard) {
    let all = board.running + board.upcoming
    guard !all.isEmpty else { return }
    section(.class("section"), .labelled(by: "work")) { h in
      h.div(.class("head")) { $0.line("h2", "Planned maintenance", .id("work")) }
      for work in all { h.work(work, board) }
    }
  }

  fileprivate mutating func whatWas(_ board: StatusBoard, _ frame: PublicFrame) {
    section(.class("section"), .labelled(by: "before")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Before", .id("before"))
        h.link("All of \(ComponentDays.count) days", to: frame.link(.history))
      }
      h.past(board, frame, since: board.now - .days(14))
    }
  }
}
