import Engine
import Incidents
import Runbooks

/// From the engine's ladder to a drawing.
enum LadderReading {
  /// What a page of this severity would do now, when nobody answers.
  static func drill(_ severity: Severity, _ runbook: Runbook, _ team: Team, now: Timestamp) -> LadderDrawing {
    let steps = LadderState.planned(runbook, LadderQuestion(severity: severity.name), team, at: now)
    let mark = SeverityMark(severity.name, rank: severity.rank, in: runbook)
    return LadderDrawing(
      id: "ladder-\(severity.rank)", severity: mark,
      title: "\(severity.name) \(severity.label): who is paged when nobody answers",
      stops: steps.map { stop($0, willPage: .paged) }, answerBy: severity.answerTarget?.minutes,
      updates: cadence(severity.name, runbook))
  }

  /// Minutes between two updates: the severity's own, else those for all.
  static func cadence(_ severity: String, _ runbook: Runbook) -> Double? {
    let own = runbook.cadence.first { $0.severity == severity } ?? runbook.cadence.first { $0.severity == nil }
    return own?.minutes
  }

  /// The ladder of a running incident, with what has become of each rung.
  static func running(_ watched: Watched) -> LadderDrawing {
    let sinceStart = Double((watched.now - watched.incident.roundStart).microseconds) / 60_000_000
    return LadderDrawing(
      id: "ladder", severity: watched.mark, title: "Ladder of this incident",
      stops: LadderState.of(watched.view, now: watched.now).map { stop($0, willPage: .open) },
      now: watched.incident.status.isOpen ? max(0, sinceStart) : nil)
  }

  private static func stop(_ step: LadderStepState, willPage: LadderDrawing.Mark) -> LadderDrawing.Stop {
    let mark: LadderDrawing.Mark =
      switch step.state {
      case .willPage: willPage
      case .pagedNoAnswer: .open
      case .answered: .paged
      case .stopped: .stopped
      case .unreachable: .hole
      }
    return LadderDrawing.Stop(
      minutes: Double(step.minute), name: step.names.isEmpty ? step.role : Words.list(step.names),
      role: mark == .hole || mark == .stopped || step.names == [step.role] ? "" : step.role, note: note(step),
      line: step.line, mark: mark,
      why: step.why + (step.assumption.map { " Assumed: \($0)" } ?? ""))
  }

  private static func note(_ step: LadderStepState) -> String {
    if step.state == .willPage, step.untilResolved { return "until resolved" }
    return step.note
  }

  /// Roles that are paged and reach nobody, the chain's first.
  static func holes(_ runbook: Runbook, _ team: Team, now: Timestamp) -> [FindingRow] {
    Reachability.of(runbook, team, at: now).map { hole in
      FindingRow(word: "Error", level: .error, fact: hole.text, remedy: hole.hint, line: hole.line)
    }
  }
}
