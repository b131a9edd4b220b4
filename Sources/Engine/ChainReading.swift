import Incidents
import Runbooks

/// The document's chain for one severity. Where a rung states no time, the one before it and the severity's own
/// promise to answer say when it is due.
struct ChainReading: Sendable {
  /// A rung as it is due by time, and the matter that brings it about at once.
  struct Piece: Sendable {
    var step: LadderStep
    var matter: Matter?
    /// The document states a time, so that it is due without the matter too.
    var timed: Bool

    /// The step for an incident of whose words `said` holds; nil where a person must trigger it.
    func step(_ said: Set<String>, _ question: LadderQuestion) -> LadderStep? {
      guard let matter else { return step }
      let named = step.when.flatMap { question.named($0, matter) }
      guard named != nil || matter.concerns(said) else { return timed ? step : nil }
      var step = step
      step.from = named?.at
      step.by = named?.by
      step.dueAfter = .zero
      step.until = .resolved
      step.assumption = nil
      return step
    }
  }

  let runbook: Runbook
  let name: String
  let severity: Severity?

  func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var stated: [Span] = []
    for (index, rung) in runbook.escalation.enumerated() {
      let time = time(of: rung, after: pieces.last?.step.dueAfter, gap: gap(stated))
      // A rung for other severities still says how far apart the rungs stand.
      if let minutes = rung.afterMinutes {
        stated.append(.minutes(minutes))
      } else if index == 0 {
        stated.append(.zero)
      }
      guard SeverityWords.cover(rung.severities, name, in: runbook.severities) else { continue }
      pieces.append(piece(index, rung, time))
    }
    return pieces
  }

  private func piece(_ index: Int, _ rung: Rung, _ time: (due: Span, assumption: String?)) -> Piece {
    let goesOn = rung.until == .resolved && index > 0
    let step = LadderStep(
      index: index, target: rung.target, dueAfter: time.due, until: rung.until, line: rung.line, when: rung.condition,
      assumption: time.assumption.map { $0 + (goesOn ? " It goes on until resolved, as that one does." : "") })
    let matter: Matter? =
      switch Condition(rung.condition, severities: runbook.severities) {
      case .nothing, .lasting: nil
      case .alternative(let words), .situation(let words): Matter(words)
      }
    return Piece(step: step, matter: matter, timed: rung.afterMinutes != nil)
  }

  private func time(of rung: Rung, after previous: Span?, gap: Span?) -> (due: Span, assumption: String?) {
    if let minutes = rung.afterMinutes, minutes.isFinite { return (.minutes(max(minutes, 0)), nil) }
    guard let previous else { return (.zero, nil) }
    let (step, why) = pause(gap)
    return (
      previous + step,
      "The document states no time for this rung: \(Wording.minutes(step)) after the one before, \(why)."
    )
  }

  /// How long to wait before a rung that states no time, and why.
  private func pause(_ gap: Span?) -> (Span, String) {
    if let target = severity?.answerTarget?.minutes, target > 0 {
      return (.minutes(target), "the time within which \(name) is to be answered")
    }
    if let gap { return (gap, "as between the rungs before") }
    return (.minutes(15), "because nothing else is stated")
  }

  /// The last distance between two rungs that the document itself states.
  private func gap(_ stated: [Span]) -> Span? {
    guard stated.count > 1, let last = stated.last else { return nil }
    let gap = last - stated[stated.count - 2]
    return gap > .zero ? gap : nil
  }
}
