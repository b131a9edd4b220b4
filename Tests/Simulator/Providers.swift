import Incidents

/// Those who carry messages. Each channel has a mood that changes now and then.
struct Providers: Sendable {
  enum Mood: Sendable, CaseIterable {
    case well, down, limits, hangs, hangsAfterAccepting, refuses, lies
  }
  private var moods: [String: Mood] = [:]

  mutating func change(_ dice: inout Dice) {
    if dice.chance(6) {
      // Nothing works any more.
      let mood = dice.pick(Mood.allCases)
      for channel in ["push", "text", "mail"] { moods[channel] = mood }
      return
    }
    let channel = dice.pick(["push", "text", "mail"])
    moods[channel] = dice.chance(55) ? .well : dice.pick(Mood.allCases)
  }

  mutating func heal() { moods = [:] }

  /// What becomes of one attempt: whether and when the person gets it, what the provider says and when; milliseconds.
  struct Carriage: Sendable {
    var arrives: Int?
    var answers: Int
    var outcome: DeliveryOutcome
  }

  func carry(_ page: Page, _ dice: inout Dice) -> Carriage {
    let quick = dice.between(20, 900)
    let said = "attempt \(page.epoch)"
    return switch moods[page.method.channel] ?? .well {
    case .well: Carriage(arrives: quick, answers: quick, outcome: .accepted(said))
    case .down: Carriage(arrives: nil, answers: quick, outcome: .temporary(said, retryAfter: nil))
    case .limits:
      Carriage(arrives: nil, answers: quick, outcome: .temporary(said, retryAfter: .seconds(dice.between(1, 900))))
    case .hangs: Carriage(arrives: nil, answers: 10_000, outcome: .unknown(said))
    case .hangsAfterAccepting: Carriage(arrives: quick, answers: 10_000, outcome: .unknown(said))
    case .refuses: Carriage(arrives: nil, answers: quick, outcome: .permanent(said))
    case .lies: Carriage(arrives: quick, answers: quick, outcome: .temporary(said, retryAfter: nil))
    }
  }
}
