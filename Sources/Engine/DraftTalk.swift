import Incidents

/// What follows from what people said, or did not say, when its time has come.
extension Draft {
  mutating func followTalk() {
    lapse()
    returnHandover()
    ask()
  }

  /// An answer that nothing followed: the incident is nobody's, and the ladder begins again.
  private mutating func lapse() {
    guard let deadline = deadlines.lapse, deadline.due <= now else { return }
    let holder = incident.acknowledgedBy.map { name(of: $0) } ?? "somebody"
    incident.status = .triggered
    // The first answer was in time or noted as late; this is another promise.
    incident.promises[PromiseKey.answer, default: PromiseState()].met = now
    beginAnew()
    note(
      .lapsed, "Nothing was done for \(Wording.span(deadline.interval)): the answer of \(holder) counts no longer",
      detail: "The ladder begins again.", line: deadline.line)
    beginRound(at: now, .answerLapsed)
  }

  private mutating func ask() {
    for (due, step) in deadlines.questions where due <= now && deadlines.due(step) > now {
      let words = step.when ?? step.target
      say(Situation(words: words, state: .asked, at: now, by: TimelineEntry.tocsin))
      note(
        .situation, "\(Wording.line(words, limit: 120))?",
        detail:
          "\(step.target) is paged at \(Wording.clock(deadlines.due(step))) unless somebody says that it is not so.",
        line: step.line)
    }
  }

  /// What was said last of a situation is what counts.
  mutating func say(_ situation: Situation) {
    incident.engagement.situations.removeAll { $0.words == situation.words }
    incident.engagement.situations.append(situation)
  }
}
