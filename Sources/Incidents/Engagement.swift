/// What people have said in an incident beside what its status tells: who answered, which situations of the runbook
/// hold, who is to take it over. Read and written whole.
package struct Engagement: Sendable, Hashable, Codable {
  /// Who has answered since the ladder last began anew, each once, in order.
  package var answers: [Answer]
  /// One for each situation that somebody spoke of, or that was asked about.
  package var situations: [Situation]
  /// Whom the incident is offered to; until it is taken, whoever has it keeps it.
  package var handover: Handover?
  /// When a person last did anything to the incident.
  package var active: Timestamp?
  /// The round with which the present run of climbs began: a run ends after a few, and reopening begins another.
  package var firstRound: Int
  /// When it last began to burn anew, the oldest first; a few of them.
  package var beginnings: [Timestamp]
  /// Roles, and what is ticked off.
  package var room: RoomState
  /// Why the present round began; nil for the first.
  package var began: Beginning?

  package enum Beginning: String, Sendable, Hashable, Codable {
    case nobodyAnswered, reopened, answerLapsed, silenceOver
  }

  package init(
    answers: [Answer] = [], situations: [Situation] = [], handover: Handover? = nil, active: Timestamp? = nil,
    firstRound: Int = 1, beginnings: [Timestamp] = [], room: RoomState = RoomState()
  ) {
    self.beginnings = beginnings
    self.answers = answers
    self.situations = situations
    self.handover = handover
    self.active = active
    self.firstRound = firstRound
    self.room = room
  }

  /// The situation of these words, where it was spoken of.
  package func situation(_ words: String) -> Situation? { situations.first { $0.words == words } }

  package func hasAnswered(_ person: String) -> Bool { answers.contains { $0.person == person } }
}

/// Somebody has acknowledged.
package struct Answer: Sendable, Hashable, Codable {
  /// A person's identifier, or the name of whoever did it.
  package var person: String
  package var at: Timestamp

  package init(person: String, at: Timestamp) {
    self.person = person
    self.at = at
  }
}

/// A situation of the runbook's matrix in one incident: "Security breach suspected".
package struct Situation: Sendable, Hashable, Codable {
  package enum State: String, Sendable, Hashable, Codable {
    /// Tocsin asked whether it is so.
    case asked
    /// Somebody said that it is so: its rungs count from then.
    case holds
    /// Somebody said that it is not so, or no longer.
    case denied
  }

  /// The document's words.
  package var words: String
  package var state: State
  package var at: Timestamp
  /// Who said so.
  package var by: String

  package init(words: String, state: State, at: Timestamp, by: String) {
    self.words = words
    self.state = state
    self.at = at
    self.by = by
  }
}

/// An incident on its way from one person to another.
package struct Handover: Sendable, Hashable, Codable {
  /// Identifier of the person who is to take it.
  package var to: String
  /// Who asked for it.
  package var by: String
  package var at: Timestamp

  package init(to: String, by: String, at: Timestamp) {
    self.to = to
    self.by = by
    self.at = at
  }
}
