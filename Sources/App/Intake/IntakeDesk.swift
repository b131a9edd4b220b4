import Engine
import Incidents
import Runbooks
import Storage
import Synchronization
import Web

/// Turns events into rows on the writer's thread: known keys are counted, new ones open or join an incident, and
/// an end is noted. All of a group is one commit; nothing is answered before it.
final class IntakeDesk: Sendable {
  struct State {
    var index: OpenIndex
    var gathering = Gathering()
    var numbers: DayNumbers
    var nextIncident: Int64
    var nextAlert: Int64

    /// Stands in for the real one while that is worked on.
    static var none: State {
      State(
        index: OpenIndex(alerts: [], incidents: []), numbers: DayNumbers(), nextIncident: 0, nextAlert: 0)
    }
  }

  private let state: Mutex<State>
  /// How much of each key waits; of 20,000 places in the queue no key has more than three in four.
  let shares = Shares(most: 15_000)
  /// Whose turn it is, for everybody who decides.
  let turns: Turns
  private let shelf: RunbookShelf
  private let clock: PacedClock
  private let slots: Slots
  private let silences: SilenceBook
  private let keys: IngestKeys
  private let owner: String
  private let effects: @Sendable (IntakeEffects) -> Void

  init(
    index: OpenIndex, numbers: DayNumbers, highest: HighestIds, turns: Turns, shelf: RunbookShelf, clock: PacedClock,
    slots: Slots, silences: SilenceBook, keys: IngestKeys, owner: String,
    effects: @escaping @Sendable (IntakeEffects) -> Void
  ) {
    state = Mutex(
      State(index: index, numbers: numbers, nextIncident: highest.incident + 1, nextAlert: highest.alert + 1))
    self.turns = turns
    self.shelf = shelf
    self.clock = clock
    self.slots = slots
    self.silences = silences
    self.keys = keys
    self.owner = owner
    self.effects = effects
  }

  /// For an incident that a person declares.
  func newIncident(_ form: String?, at now: Timestamp) -> (id: Int64, name: String) {
    state.withLock { state in
      defer { state.nextIncident += 1 }
      return (state.nextIncident, state.numbers.name(form, at: now))
    }
  }

  /// Called on the writer's thread when a decision is on disk, before anything later is planned.
  func settled(_ incident: Incident) { state.withLock { $0.index.settle(incident) } }

  func merge(_ ended: Incident, into kept: Incident) {
    state.withLock { $0.index.merge(ended, into: kept) }
  }

  func split(_ key: OpenIndex.Key, of left: Incident, to opened: Incident) {
    state.withLock { $0.index.split(key, of: left, to: opened) }
  }

  /// Whether an incident may take this cause: no other that is open has it.
  func isFree(_ cause: String, for incident: Int64) -> Bool {
    state.withLock { $0.index.incident(cause: cause).map { $0 == incident } ?? true }
  }

  /// Whether an alert fires that explains those that wait by this token.
  func isExplained(_ token: String) -> Bool { state.withLock { $0.index.isExplained(token) } }

  /// Which firing alerts explain others, after the rules were read anew.
  func explain(_ tokens: [OpenIndex.Key: [String]]) { state.withLock { $0.index.explain(tokens) } }

  var firing: Int { state.withLock { $0.index.alertCount } }

  /// One group of works; called on the writer's thread only.
  func plan(_ works: [IntakeWork]) -> WorkGroup {
    let now = clock.now()
    let (snapshot, active) = (shelf.snapshot(), silences.active(at: now))
    let (round, answers) = state.withLock { state in
      // Moved there and back: a second owner of the index would make each change copy all of it.
      var moved = State.none
      swap(&state, &moved)
      var round = IntakeRound(
        moved, snapshot, active, slots, turns, now: now, owner: owner, keyName: { [keys] in keys.name(of: $0) })
      moved = State.none
      let answers = works.map { round.take($0.matter) }
      swap(&state, &round.state)
      return (round, answers)
    }
    let following = round.following
    let counted = works.compactMap(\.inbox)
    return WorkGroup(
      statements: round.batch.statements() + (counted.isEmpty ? [] : [InboxStatements.counted(counted)]),
      committed: { [self] _ in
        state.withLock { $0.index.keep() }
        // What follows is handed on before the answer: the page leaves while the reply is still being written.
        effects(following)
        for (work, receipts) in zip(works, answers) { work.reply(.success(receipts)) }
      },
      undo: { [self] in
        state.withLock { $0.index.undo() }
        for (page, _) in following.pages { slots.give(page.method.channel) }
      },
      refused: { error in
        for work in works { work.reply(.failure(.unavailable("\(error)"))) }
      })
  }
}
