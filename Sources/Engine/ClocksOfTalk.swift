import Incidents

extension ClockFace {
  /// Clocks that what people said sets running.
  var talk: [Clock] { questions + [lapse, handover].compactMap { $0 } }

  private var questions: [Clock] {
    deadlines.questions.map { due, step in
      clock(
        .question, "Asked: \(Wording.line(step.when ?? "", limit: 80))?", "counted from the answer",
        Deadlines.Deadline(due: due, interval: step.asks ?? .zero, line: step.line))
    }
  }

  private var lapse: Clock? {
    deadlines.lapse.map {
      clock(.answerLapse, "The answer counts no longer", "unless somebody does something", $0)
    }
  }

  private var handover: Clock? {
    guard let offered = view.incident.engagement.handover else { return nil }
    let keeper = view.incident.acknowledgedBy.map(name) ?? "nobody"
    return deadlines.handover.map {
      clock(.handover, "Offered to \(name(offered.to))", "else \(keeper) keeps it", $0)
    }
  }
}
