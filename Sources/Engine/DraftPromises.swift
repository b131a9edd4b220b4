import Incidents

extension Draft {
  /// Notes each promise that passed, once.
  mutating func notePromises() {
    noteAnswer()
    noteUpdate()
    noteRollback()
    noteReview()
  }

  private mutating func noteAnswer() {
    guard let answer = deadlines.answer, answer.due <= now else { return }
    incident.marks.insert(.answerLate)
    note(
      .late, "First answer is late: \(Wording.span(answer.interval)) passed",
      detail: "Nobody has acknowledged \(incident.name).", line: answer.line)
  }

  private mutating func noteUpdate() {
    guard let update = deadlines.update, update.due <= now else { return }
    let over = floorDivide((now - update.due).microseconds, update.interval.microseconds)
    incident.updateNotedAt = update.due + Span(microseconds: over &* update.interval.microseconds)
    let since = incident.lastUpdateAt.map { "The last word was at \(Wording.clock($0))." } ?? "Nobody has posted yet."
    let missed = over > 0 ? " \(over + 1) updates are owed." : ""
    note(
      .updateDue, "Update due: every \(Wording.span(update.interval))", detail: since + missed, line: update.line)
  }

  private mutating func noteRollback() {
    guard let rollback = deadlines.rollback, rollback.due <= now else { return }
    incident.marks.insert(.rollbackAsked)
    note(
      .rollback, "Decide on rollback: not fixed in \(Wording.span(rollback.interval))",
      detail: "Roll back, or go on and say why.", line: rollback.line)
  }

  private mutating func noteReview() {
    guard let review = deadlines.review, review.due <= now else { return }
    incident.marks.insert(.reviewDue)
    note(.reviewDue, "Review due: \(Wording.span(review.interval)) passed since resolution", line: review.line)
  }
}
