import Incidents

/// What was: resolved incidents, finished work, and the days of which nothing is known.
enum StatusHistory {
  static func html(_ board: StatusBoard, _ places: StatusPlaces) -> HTML {
    let frame = PublicFrame(
      title: "History: \(board.title) status", team: board.title, place: .history, places: places, made: board.now)
    return frame.page { h in
      h.main(.id("main")) { h in
        h.div(.class("public")) { h in
          h.div(.class("page-head")) { $0.line("h1", "The last \(ComponentDays.count) days", .class("title")) }
          h.section(.class("section"), .labelled(by: "past")) { h in
            h.line("h2", "What was published", .id("past"), .class("vh"))
            for incident in board.open { h.pastIncident(incident, board, frame) }
            h.past(board, frame, since: board.now - .days(ComponentDays.count + 1))
          }
        }
      }
    }
  }

  /// Days of which nothing is known, since we first watched.
  static func unknownDays(_ board: StatusBoard) -> [Timestamp] {
    guard let first = board.watchedSince, let days = board.parts.first?.days.days else { return [] }
    // A day that is not over can still become known.
    return days.filter { $0.kind == .unknown && $0.start + .days(1) > first && $0.start + .days(1) <= board.now }
      .map(\.start).reversed()
  }
}

/// One page for each public incident, with every word that was said.
enum StatusIncidentPage {
  static func html(_ incident: PublicIncident, _ board: StatusBoard, _ places: StatusPlaces) -> HTML {
    let place = StatusPlaces.Place.incident(StatusCode.incident(incident))
    let frame = PublicFrame(
      title: "\(incident.title): \(board.title) status", team: board.title, place: place, places: places,
      made: board.now)
    return frame.page { h in
      h.main(.id("main")) { h in
        h.div(.class("public")) { h in
          h.div(.class("page-head")) { h in
            h.line("h1", incident.title, .class("title"))
            h.p(.class("lede")) { $0.course(incident, board) }
            h.promised(incident, board.now)
          }
          h.section(.class("section"), .label("What was said")) { h in
            h.updates(incident, now: board.now)
          }
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func course(_ incident: PublicIncident, _ board: StatusBoard) {
    text("From ")
    moment(incident.began, now: board.now, utc: true)
    if let end = incident.resolved {
      text(" to ")
      moment(end, now: incident.began, utc: true)
      text(", \(StatusWords.spoken(Int(max(.zero, end - incident.began).minutes))).")
    } else {
      text(" and not over.")
    }
    let names = incident.touched.compactMap { board.part($0)?.component.name }
    if !names.isEmpty { text(" Touches \(Words.list(names)).") }
  }

  fileprivate mutating func promised(_ incident: PublicIncident, _ now: Timestamp) {
    guard let due = incident.nextBy else { return }
    p(.class("promise")) { h in
      h.element("b", []) { h in
        h.text(due > now ? "Next update by " : "An update was promised by ")
        h.moment(due, now: now, utc: true)
      }
      h.text(", \(StatusWords.distance(due, now)).")
    }
  }

  /// Every word, the newest first.
  mutating func updates(_ incident: PublicIncident, now: Timestamp) {
    for update in incident.updates.reversed() {
      div(.class("say"), .id(StatusCode.update(update))) { h in
        h.p(.class("what")) { h in
          h.text(StatusWords.state(update.state) + " ")
          h.span(.class("quiet")) { $0.moment(update.at, now: now, utc: true) }
        }
        h.paragraphs(update.text)
      }
    }
  }

  /// A person's words: blank lines part paragraphs, line ends stay.
  mutating func paragraphs(_ text: String) {
    for paragraph in StatusText.paragraphs(text) {
      p(.class("said")) { h in
        for (index, line) in paragraph.enumerated() {
          if index > 0 { h.void("br", []) }
          h.emphasised(line)
        }
      }
    }
  }

  mutating func work(_ work: Maintenance, _ board: StatusBoard) {
    div(.class("past"), .id(StatusCode.maintenance(work))) { h in
      h.line("h3", work.title)
      h.p(.class("second small")) { h in
        let stage = work.stage(board.now) == .running ? "Under way, " : ""
        let names = work.components.compactMap { board.part($0)?.component.name }
        h.text("\(stage)\(StatusWords.window(work)).\(names.isEmpty ? "" : " Touches \(Words.list(names)).")")
      }
      h.paragraphs(work.text)
    }
  }

  fileprivate mutating func pastIncident(_ incident: PublicIncident, _ board: StatusBoard, _ frame: PublicFrame) {
    div(.class("past")) { h in
      h.h3 { $0.link(incident.title, to: frame.link(.incident(StatusCode.incident(incident)))) }
      h.p(.class("second small")) { $0.course(incident, board) }
    }
  }

  /// Incidents that are over, work that is done, days unknown.
  mutating func past(_ board: StatusBoard, _ frame: PublicFrame, since: Timestamp) {
    let over = board.incidents.filter { !$0.isOpen && $0.lastWord.at >= since }
    let done = board.maintenance.filter { $0.stage(board.now) == .completed && $0.ends >= since }.reversed()
    let unknown = StatusHistory.unknownDays(board).filter { $0 >= since }
    if over.isEmpty, done.isEmpty, unknown.isEmpty {
      p(board.open.isEmpty ? "No trouble was published." : "No other trouble was published.", class: "said")
    }
    for incident in over { pastIncident(incident, board, frame) }
    for work in done { self.work(work, board) }
    if !unknown.isEmpty {
      div(.class("past")) { h in
        h.line("h3", "Unknown")
        let days = unknown.prefix(14).map { CivilTime($0).date }
        let more = unknown.count > 14 ? " and \(unknown.count - 14) more days" : ""
        h.p(
          "\(Words.list(Array(days)))\(more). We were not watching and do not know how it was.",
          class: "second small")
      }
    }
  }
}

/// A person's text in pieces, bounded for show.
enum StatusText {
  static func paragraphs(_ text: String) -> [[String]] {
    var all: [[String]] = [[]]
    for line in text.split(separator: "\n", maxSplits: 400, omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) { all.append([]) } else { all[all.count - 1].append(String(line)) }
    }
    return all.filter { !$0.isEmpty }
  }

  /// The first paragraph, its lines kept, for the head of the page.
  static func first(_ text: String) -> String {
    let paragraph = paragraphs(text).first?.joined(separator: "\n") ?? ""
    return paragraph.count <= 400 ? paragraph : paragraph.prefix(400) + "…"
  }
}
