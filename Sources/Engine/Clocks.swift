import Incidents
import Runbooks

/// The deadlines of one incident as people see them: what falls due, whom it reaches, how much is left.
package enum Clocks {
  /// Clocks that run or are late in order of due time, then those that were met or stopped.
  package static func running(_ view: IncidentView, now: Timestamp) -> [Clock] {
    let face = ClockFace(view: view, now: now)
    let all =
      [face.answered, face.quiet, face.roundEnd].compactMap { $0 } + face.promises + face.talk + face.rungs
      + face.reminders
    let quiet: Set<Clock.State> = [.met, .stopped]
    let sorted = all.sorted { ($0.due, $0.what) < ($1.due, $1.what) }
    return sorted.filter { !quiet.contains($0.state) } + sorted.filter { quiet.contains($0.state) }
  }

  /// How a running clock stands: soon is below a quarter of its interval, and below ten minutes where the interval is
  /// half an hour or longer.
  package static func state(due: Timestamp, interval: Span, now: Timestamp) -> Clock.State {
    guard due > now else { return .late }
    let near = interval >= .minutes(30) ? Span.minutes(10) : Span(microseconds: interval.microseconds / 4)
    return due - now < near ? .soon : .running
  }
}

/// Turns the deadlines of one view into clocks.
struct ClockFace {
  let view: IncidentView
  let now: Timestamp
  let deadlines: Deadlines
  private var incident: Incident { view.incident }
  private var team: Team { view.policy.team }

  init(view: IncidentView, now: Timestamp) {
    self.view = view
    self.now = now
    deadlines = Deadlines(
      view.incident, view.policy, Escalation.ladder(view.incident, view.policy), pages: view.pages, items: view.items)
  }

  /// The first answer that was given. One that is still owed is a promise like others.
  var answered: Clock? {
    guard let target = deadlines.answerTarget, let answered = incident.acknowledgedAt else { return nil }
    let late = answered > target.due ? ", \(Wording.span(answered - target.due)) late" : ""
    let who = incident.acknowledgedBy.map { "\(name($0)) answered in " } ?? "answered in "
    let promised =
      target.isBusiness ? "due by \(Wording.moment(target.due))" : "target \(Wording.span(target.interval))"
    return clock(
      .answer, "First answer", who + Wording.span(answered - incident.opened) + ", \(promised)\(late)", target,
      state: .met)
  }

  /// What the runbook promises: running, late, or kept and by whom.
  var promises: [Clock] {
    PhaseClocks.told(deadlines.promises).compactMap { promise in
      if promise.passes, promise.due <= now { return nil }
      let deadline = Deadlines.Deadline(
        due: promise.due, interval: promise.interval, line: promise.line, assumption: promise.assumption)
      let kept = promise.state.metBy.map { "kept by \(name($0))" }
      var clock = clock(
        promise.kind, promise.what, kept ?? promise.why, deadline, state: promise.state.met == nil ? nil : .met)
      guard promise.state.met == nil else { return clock }
      clock.key = promise.key
      clock.answers = promise.answers
      return clock
    }
  }

  /// Each rung that is still to come, and those that the answer stopped.
  var rungs: [Clock] {
    let open = deadlines.wanted.map { rung($0, state: nil) }
    guard incident.status == .acknowledged else { return open }
    let stopped = deadlines.ladder.filter { $0.until == .acknowledged && !deadlines.isServed($0) }
    return open + stopped.map { rung($0, state: .stopped) }
  }

  private func rung(_ step: LadderStep, state: Clock.State?) -> Clock {
    let people = LadderState.names(of: step, team, at: max(deadlines.due(step), now), turns: view.turns)
    let ends = step.until == .resolved ? "unless resolved" : "unless acknowledged"
    let instead = team.people.first { $0.id == team.fallback }.map { ", \($0.name) instead" } ?? ""
    let whom = people.isEmpty ? "reaches nobody\(instead)" : Wording.list(people)
    let stopper = incident.acknowledgedBy.map { "stopped by \(name($0))" } ?? "stopped"
    return clock(
      .rung, "\(step.target) paged", state == .stopped ? stopper : "\(whom), \(ends)",
      Deadlines.Deadline(due: deadlines.due(step), interval: step.dueAfter, line: step.line), state: state)
  }

  var reminders: [Clock] {
    let waiting = view.pages.filter { $0.reason.isReminder && $0.status == .pending && $0.due > now }
    // Of several the next one alone.
    let next = Dictionary(waiting.map { ([$0.person] + $0.method.place, $0) }) { $0.due < $1.due ? $0 : $1 }.values
    return next.sorted { ($0.due, $0.id) < ($1.due, $1.id) }.map { page in
      clock(
        .reminder, "\(name(page.person)) paged again", "by \(page.method.channel), unless acknowledged",
        Deadlines.Deadline(due: page.due, interval: page.due - page.created, line: page.line))
    }
  }

  var roundEnd: Clock? {
    deadlines.roundEnd.map { clock(.rung, "The ladder begins again", "unless acknowledged", $0) }
  }

  var quiet: Clock? {
    deadlines.quiet.map {
      clock(.quietWindow, "Resolved by Tocsin", "after \(Wording.span($0.interval)) of quiet", $0)
    }
  }

  func clock(
    _ kind: Clock.Kind, _ what: String, _ why: String, _ deadline: Deadlines.Deadline, state: Clock.State? = nil
  ) -> Clock {
    var clock = Clock(
      kind: kind, state: state ?? Clocks.state(due: deadline.due, interval: deadline.interval, now: now), what: what,
      why: why, due: deadline.due, interval: deadline.interval, line: deadline.line)
    clock.assumption = deadline.assumption
    return clock
  }

  func name(_ id: String) -> String { team.person(id)?.name ?? id }
}
