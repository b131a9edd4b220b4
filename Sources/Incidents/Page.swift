/// One notification to one person by one contact method for one reason.
package struct Page: Sendable, Hashable {
  package enum Reason: String, Sendable, Hashable, Codable {
    /// The first page of the incident.
    case first
    /// A later rung of the ladder.
    case escalated
    /// A rule of the document outside the chain applies.
    case situation
    /// The same person again, by the next contact method or because nobody answered.
    case reminder
    /// The same person by the same method, because the document wants it done again.
    case repeated
    /// A contact method failed for good; this is the next one.
    case nextMethod
    case severityRaised
    /// A rung reached nobody, so the fallback contact is paged.
    case fallback
    case updateDue
    /// Whether to roll back is to be decided.
    case decide
    /// The last phase that the runbook plans is over, and it still burns.
    case planOver
    /// Somebody must be told by law.
    case noticeDue
    case reviewDue
    case actionDue
    /// The runbook is to be brought up to date.
    case runbookDue
    case resolved
    /// A person asked for it by hand.
    case byHand
    /// Somebody who has the incident asks this person to take it.
    case handover
    /// Words to people inside, posted to a channel that the team reads.
    case update
    /// A word about a shift: it belongs to no incident and asks for no answer.
    case notice

    /// A promise of the runbook falls due: the page reminds and asks for no acknowledgement.
    package var isPromise: Bool {
      switch self {
      case .updateDue, .decide, .planOver, .noticeDue, .reviewDue, .actionDue, .runbookDue: true
      default: false
      }
    }
    /// A call for help, which goes on by other ways and people where it does not get through.
    package var climbs: Bool { self != .resolved && self != .notice && self != .update && !isPromise }
    /// Asks somebody once more who was asked before.
    package var isReminder: Bool { self == .reminder || self == .repeated }
    /// What does not get through goes on by another way.
    package var goesOn: Bool { climbs || isPromise }
    /// Wanted although the incident is over.
    package var outlivesEnd: Bool {
      switch self {
      case .resolved, .update, .noticeDue, .reviewDue, .actionDue, .runbookDue: true
      default: false
      }
    }
  }

  package enum Status: String, Sendable, Hashable, Codable {
    case pending, sending, accepted, delivered, acknowledged, failed, unknown, cancelled
    /// Nothing more will happen to it by itself.
    package var isFinal: Bool { self != .pending && self != .sending && self != .unknown }
  }

  package var id: Int64
  package var incident: Int64
  package var round: Int
  /// Index of the rung in the document's ladder; nil outside the ladder.
  package var rung: Int?
  /// Identifier of the person in the team file; of a channel `#` and its name, see `Person.channel`.
  package var person: String
  package var method: ContactMethod
  package var reason: Reason
  package var status: Status
  /// When it is to be sent.
  package var due: Timestamp
  /// Which event cancels it while it has not started.
  package var until: Until
  /// Raised at each claim; an older epoch's outcome is refused.
  package var epoch: Int64
  package var claimUntil: Timestamp?
  package var attempts: Int
  /// What the provider said last, or why it failed; one line.
  package var evidence: String
  /// An earlier attempt's outcome is not known: the person may have got it already.
  package var mayBeRepeat: Bool
  /// Why this person, in a sentence, and the line behind it.
  package var why: String
  package var line: Int?
  /// What was assumed for it, where the document does not say it.
  package var assumption: String?
  package var created: Timestamp
  package var concluded: Timestamp?

  package init(
    id: Int64, incident: Int64, round: Int, rung: Int?, person: String, method: ContactMethod, reason: Reason,
    status: Status = .pending, due: Timestamp, until: Until = .acknowledged, why: String, line: Int?,
    assumption: String? = nil, created: Timestamp
  ) {
    self.id = id
    self.incident = incident
    self.round = round
    self.rung = rung
    self.person = person
    self.method = method
    self.reason = reason
    self.status = status
    self.due = due
    self.until = until
    epoch = 0
    claimUntil = nil
    attempts = 0
    evidence = ""
    mayBeRepeat = false
    self.why = why
    self.line = line
    self.assumption = assumption
    self.created = created
    concluded = nil
  }
}

/// How a person or a channel is reached: the name of a configured channel and the address inside it.
package struct ContactMethod: Sendable, Hashable, Codable {
  /// Name of the channel in the team file: "console", "mail", "ntfy", "slack", or a name the team gave.
  package var channel: String
  /// Mail address, topic, URL, number; never a secret.
  package var address: String
  /// How long after the page is due this method is used, if nobody has acknowledged by then.
  package var after: Span

  /// The same channel and address is the same way to somebody, whenever it is used.
  package var place: [String] { [channel, address] }

  package init(channel: String, address: String = "", after: Span = .zero) {
    self.channel = channel
    self.address = address
    self.after = after
  }
}

/// What became of one attempt to deliver a page.
package enum DeliveryOutcome: Sendable, Hashable {
  /// The provider took it; the text is its evidence (a message id, a status line).
  case accepted(String)
  /// May work later; `retryAfter` where the provider named a time.
  case temporary(String, retryAfter: Span?)
  /// Will never work by this method.
  case permanent(String)
  /// The request left but no answer came: the person may have got it.
  case unknown(String)
}
