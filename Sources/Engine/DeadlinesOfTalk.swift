import Incidents

/// Deadlines that what people said sets running: a question, an answer that nothing follows, an incident that is
/// offered to somebody.
extension Deadlines {
  /// All of them, for the earliest.
  var said: [Timestamp] { (questions.map(\.due) + [lapse, handover].compactMap { $0?.due }) }

  /// When it is asked whether a situation holds; those that were asked already are left out.
  var questions: [(due: Timestamp, step: LadderStep)] {
    wanted.compactMap { step in
      guard let asks = step.asks, let from = step.from,
        incident.engagement.situation(step.when ?? "")?.state != .asked
      else { return nil }
      return (from + asks, step)
    }
  }

  /// When an answer without any act after it counts no longer; off unless the team file or the runbook says so.
  var lapse: Deadline? {
    guard incident.status == .acknowledged, let answered = incident.acknowledgedAt,
      let rule = policy.lapse(for: incident.severity)
    else { return nil }
    return Deadline(
      due: max(answered, incident.engagement.active ?? answered) + rule.after, interval: rule.after, line: rule.line)
  }

  /// Until when somebody to whom the incident is offered may take it.
  var handover: Deadline? {
    guard incident.status.isOpen, let handover = incident.engagement.handover else { return nil }
    let interval = timeToAnswer
    return Deadline(due: handover.at + interval, interval: interval, line: answerTarget?.line)
  }

  /// How long somebody who is paged has to answer; a quarter of an hour where the document promises no time.
  var timeToAnswer: Span { answerTarget?.interval ?? .minutes(15) }
}
