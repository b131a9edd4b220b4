import Incidents

/// The strip of deadlines: by due time, at most four in sight, the rest behind a fold.
struct ClockStrip: Sendable {
  var clocks: [Clock]
  var now: Timestamp
  var citation: Citation
  /// How long the first answer took.
  var answeredAfter: Span?
  /// Where answers to clocks are posted, and who would; nil where they are only shown.
  var answering: (address: String, reader: Frame.Reader)?

  /// Running clocks first, by due time; stopped and met ones after them.
  var ordered: [Clock] {
    clocks.sorted { a, b in
      let quiet = (a.state.isQuiet, b.state.isQuiet)
      return quiet.0 == quiet.1 ? a.due < b.due : !quiet.0
    }
  }
}

extension ClockStrip {
  /// What stands where a running clock counts.
  fileprivate func outcome(of clock: Clock) -> String {
    if clock.kind == .answer, let answeredAfter { return Words.duration(answeredAfter) }
    return clock.state == .met ? "met" : "stopped"
  }
}

extension Clock.State {
  var isQuiet: Bool { self == .stopped || self == .met }
}

extension HTML {
  mutating func clocks(_ strip: ClockStrip) {
    let ordered = strip.ordered
    guard !ordered.isEmpty else { return }
    ul(.class("clocks"), .label("Clocks")) { h in
      for clock in ordered.prefix(4) { h.clock(clock, strip) }
    }
    guard ordered.count > 4 else { return }
    details(.class("more"), .id("more-clocks")) { h in
      h.line("summary", Words.count(ordered.count - 4, "more clock"), .class("small second"))
      h.ul(.class("clocks")) { h in
        for clock in ordered.dropFirst(4) { h.clock(clock, strip) }
      }
    }
  }

  private mutating func clock(_ clock: Clock, _ strip: ClockStrip) {
    let state = clock.state.name(due: clock.due, interval: clock.interval, now: strip.now)
    li(.class("clock \(state)"), Attribute("data-interval", String(clock.interval.microseconds / 1_000))) { h in
      h.track(clock, now: strip.now)
      h.span(clock.what, class: "what")
      if clock.state.isQuiet {
        h.line("span", strip.outcome(of: clock), .class("left-over"))
      } else {
        h.countdown(to: clock.due, now: strip.now, class: "left-over")
      }
      h.span(.class("why")) { h in
        if !clock.state.isQuiet {
          h.dueTime(clock, now: strip.now)
          h.text(clock.why.isEmpty ? "" : ", ")
        }
        h.text(Words.bound(clock.why))
        h.text("\u{00A0}")
        h.ref(clock.line, strip.citation)
        h.assumed(clock)
      }
      if let answering = strip.answering { h.answers(clock, answering, now: strip.now) }
    }
  }

  /// "at 03:46", "was due 03:46"; the review of the document is owed on a day.
  mutating func dueTime(_ clock: Clock, now: Timestamp) {
    let isPast = now >= clock.due
    guard clock.kind == .runbookReview else {
      text(isPast ? "was due " : "at ")
      return moment(clock.due, now: now)
    }
    text("\(isPast ? "was due" : "on") \(CivilTime(clock.due - .seconds(1)).date)")
  }

  /// A clock without a line says whose it is.
  private mutating func assumed(_ clock: Clock) {
    guard let assumption = clock.assumption else { return }
    text(" ")
    line("span", "assumed", .class("quiet small"), .title(assumption))
  }

  /// One tap each. A question is asked when it is due, a promise can be kept at any time.
  private mutating func answers(_ clock: Clock, _ answering: (address: String, reader: Frame.Reader), now: Timestamp) {
    guard let key = clock.key, clock.kind != .rollbackDecision || clock.due <= now, !clock.answers.isEmpty else {
      return
    }
    postForm(answering.address, answering.reader, class: "acts clock-acts") { h in
      h.input(.type("hidden"), .name("clock"), .value(key))
      for (index, answer) in clock.answers.enumerated() {
        let look = clock.kind == .rollbackDecision && index == 0 ? "btn small" : "btn line small"
        h.element("button", [.class(look), .type("submit"), .name("answer"), .value(answer.rawValue)]) {
          $0.text(clock.words(for: answer))
        }
      }
    }
  }

  /// The dark part is what is left. Geometry stands in attributes: the content policy allows no inline style.
  private mutating func track(_ clock: Clock, now: Timestamp) {
    let interval = max(1, clock.interval.microseconds)
    let left = Double((clock.due - now).microseconds) / Double(interval)
    let share = clock.state.isQuiet ? 0 : left < 0 ? 100 : min(100, (left * 100).rounded())
    svg(.class("track"), .hidden) { h in
      h.shape("rect", .class("all"), Attribute("width", "100%"), Attribute("height", "1"))
      h.shape("rect", .class("left"), Attribute("width", "\(Int(share))%"), Attribute("height", "3"))
    }
  }
}

extension Clock {
  /// What the button says.
  func words(for answer: ClockAnswer) -> String {
    switch (answer, kind) {
    case (.rollBack, _): "Roll back"
    case (.goOn, _): "Go on 15 min"
    case (.notNeeded, _): "Not owed here"
    case (.start, _): "Begin it"
    case (.done, .legalNotice): "Notice given"
    case (.done, .reviewDue): "Review held"
    case (.done, .runbookUpdate): "Runbook updated"
    case (.done, .phase): "Phase done"
    case (.done, _): "Done"
    }
  }
}

extension Clock.State {
  /// The state at this moment: a page is drawn later than the state was computed.
  func name(due: Timestamp, interval: Span, now: Timestamp) -> String {
    if isQuiet { return "stopped" }
    let left = due - now
    if left.microseconds < 0 { return "late" }
    return left < Clock.soonBelow(interval) ? "soon" : "running"
  }
}

extension Clock {
  /// Below a quarter of the interval, or ten minutes for intervals of half an hour and more.
  static func soonBelow(_ interval: Span) -> Span {
    interval >= .minutes(30) ? .minutes(10) : Span(microseconds: interval.microseconds / 4)
  }
}
