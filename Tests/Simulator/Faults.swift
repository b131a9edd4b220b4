/// What may go wrong in a run. Each run has some of them; a failing run is shrunk by taking them away.
enum Fault: String, CaseIterable, Sendable {
  case crash, pause, providers, edits, races, clockChange
}

/// A mistake that is put in on purpose, to prove that the simulator finds its kind.
enum Bug: String, CaseIterable, Sendable {
  /// Due pages are sent without being claimed first.
  case claimWithoutGuard = "claim-without-guard"
  /// The message leaves before the row that announces it is on disk.
  case sendBeforeCommit = "send-before-commit"
  /// A restart forgets the deadlines that passed meanwhile.
  case droppedRung = "dropped-rung"
  /// The hour that clocks show twice is taken for its second showing.
  case wrongFold = "wrong-fold"
  /// An outcome of a claim that ran out is taken all the same.
  case staleEpoch = "stale-epoch"
  /// A commit returns before it is flushed to disk.
  case unflushedCommit = "unflushed-commit"

  /// The promises whose watchers may find it: any other violation is a find of something else.
  var promises: Set<String> {
    switch self {
    case .claimWithoutGuard: ["I4", "I5", "I15"]
    case .sendBeforeCommit: ["I4"]
    case .droppedRung: ["I8", "L1", "L2"]
    case .wrongFold: ["I16"]
    case .staleEpoch: ["I15"]
    case .unflushedCommit: ["I1"]
    }
  }
}

/// Places that a set of runs must have come through; a counter of zero says that the runs prove nothing there.
enum Sometimes: String, CaseIterable, Sendable {
  case crashWithPageInFlight = "crash with a page in flight"
  case commitLost = "crash before a commit was on disk"
  case openingLost = "crash before an incident and its first page were on disk"
  case commitKept = "crash after a commit was on disk, its answer lost"
  case writesLost = "writes that were not flushed were lost with the power"
  case rungWhileDown = "a rung fell due while the process was down"
  case longDowntime = "down for more than a quarter of an hour with an incident open"
  case unknownThenDelivered = "outcome unknown, then delivered"
  case deliveredThoughUnknown = "delivered though its outcome was unknown"
  case staleOutcome = "the outcome of an old claim came late and was refused"
  case claimRanOut = "a claim ran out"
  case lostRace = "a decision on an older view was refused"
  case answerRacedRung = "an answer and a rung in the same second"
  case answeredTwice = "two people answered one incident"
  case retryAfter = "a provider asked to wait"
  case nextMethod = "the next method was used"
  case fallback = "the fallback was paged"
  case nobodyReached = "nobody could be reached, and that was said"
  case recipientRemoved = "somebody who was being paged left the team"
  case editOpen = "the team changed with an incident open"
  case foldOpen = "an incident opened in the hour that clocks show twice"
  case gapOpen = "an incident opened around the hour that clocks skip"
  case cancelled = "an answer cancelled a page that had not started"
  case climbedAgain = "a ladder began again"
}

/// What a run, or many, came through.
struct Tally: Sendable {
  var days = 0
  var incidents = 0
  var pages = 0
  var messages = 0
  var repeats = 0
  var faults: [String: Int] = [:]
  var sometimes: [Sometimes: Int] = [:]

  mutating func add(_ other: Tally) {
    days += other.days
    incidents += other.incidents
    pages += other.pages
    messages += other.messages
    repeats += other.repeats
    faults.merge(other.faults, uniquingKeysWith: +)
    sometimes.merge(other.sometimes, uniquingKeysWith: +)
  }

  mutating func mark(_ what: Sometimes) { sometimes[what, default: 0] += 1 }
}

/// A promise that did not hold.
struct Violation: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }

  /// "I4" of "I4: …", or empty.
  var promise: String { String(description.prefix { $0 != ":" }) }
}
