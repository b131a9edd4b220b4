import Incidents
import Storage

/// On the first page: what pages nobody for now, and what must report by itself.
struct HomeHeld: Sendable {
  struct Beat: Sendable {
    var name: String
    var word: String
    var isBad: Bool
    var last: Timestamp?
    var due: Timestamp?
  }
  var silences: [SilencesView.Row] = []
  /// Alerts that opened nothing because something holds them back.
  var waiting = 0
  var beats: [Beat] = []
  var isEmpty: Bool { silences.isEmpty && waiting == 0 && beats.isEmpty }
}

extension Site {
  func homeHeld() async throws -> HomeHeld {
    let now = context.now()
    var held = HomeHeld(silences: try await silenceRows(endedAfter: now))
    held.waiting = try await context.database.read(AlertQueries.heldBack(limit: 1_000)).count
    let plans = context.shelf.heartbeats()
    let known = try await context.database.read(HeartbeatQueries.all)
    for plan in plans {
      let own = known.filter { $0.slug == plan.slug }
      let name = plan.summary.isEmpty ? plan.slug : plan.summary
      if own.isEmpty { held.beats.append(.init(name: name, word: "waits for its first report", isBad: false)) }
      for beat in own {
        held.beats.append(
          .init(
            name: name, word: beat.state.word, isBad: beat.state == .failed || beat.state == .late,
            last: beat.lastPing, due: beat.due))
      }
    }
    return held
  }
}

extension Heartbeat.State {
  var word: String {
    switch self {
    case .up: "up"
    case .started: "begun"
    case .failed: "failed"
    case .late: "late"
    }
  }
}

extension HTML {
  mutating func held(_ held: HomeHeld, now: Timestamp) {
    guard !held.isEmpty else { return }
    section(.class("section"), .id("held"), .labelled(by: "hd")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Silences and heartbeats", .id("hd"))
        h.link("All silences", to: "/silences")
      }
      h.ul(.class("rows")) { h in
        for row in held.silences.prefix(4) { h.heldSilence(row, now) }
        if held.silences.count > 4 { h.li { $0.span("and \(held.silences.count - 4) more", class: "second") } }
        if held.waiting > 0 {
          h.li { h in
            h.link("\(Words.count(held.waiting, "alert")) held back", to: "/silences")
            h.span("page nobody", class: "state unk")
          }
        }
        for beat in held.beats { h.beat(beat, now) }
      }
    }
  }

  private mutating func heldSilence(_ row: SilencesView.Row, _ now: Timestamp) {
    li { h in
      h.line("code", row.silence.matchers.map(\.text).joined(separator: ", "))
      h.span(row.state == .active ? "silenced" : "to come", class: "state unk")
      h.span(.class("sub")) { h in
        h.text(row.state == .active ? "until " : "from ")
        h.moment(row.state == .active ? row.silence.ends : row.silence.starts, now: now, utc: true)
        if !row.silence.comment.isEmpty { h.text(", \(row.silence.comment)") }
      }
    }
  }

  private mutating func beat(_ beat: HomeHeld.Beat, _ now: Timestamp) {
    li { h in
      h.line("span", beat.name)
      h.span(beat.word, class: "state \(beat.isBad ? "bad" : beat.last == nil ? "unk" : "ok")")
      guard let last = beat.last else { return }
      h.span(.class("sub")) { h in
        h.text("last report ")
        h.moment(last, now: now)
        guard let due = beat.due else { return }
        h.text(", expected by ")
        h.moment(due, now: now, utc: true)
      }
    }
  }
}
