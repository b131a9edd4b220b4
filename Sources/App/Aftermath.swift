import Incidents
import Storage

/// What follows from a commit, handed on by the writer's thread without waiting: loops are woken, streams are told,
/// and a page that was born claimed goes straight to the sender.
struct Aftermath: Sendable {
  struct Born: Sendable {
    var page: Page
    var plan: NumberedPlan
  }
  struct Raise: Sendable {
    var incident: Int64
    var severity: String
    var by: String
  }

  let feed = ChangeFeed()
  let engine: Wake
  let sender: Wake
  let silences: Wake
  let terms: Wake
  let heartbeats: Wake
  /// Never more than there are slots, for each page holds one.
  let born: AsyncStream<Born>
  let raises: AsyncStream<Raise>
  private let bornPages: AsyncStream<Born>.Continuation
  private let raised: AsyncStream<Raise>.Continuation

  init(clock: PacedClock) {
    engine = Wake(clock: clock)
    sender = Wake(clock: clock)
    silences = Wake(clock: clock)
    terms = Wake(clock: clock)
    heartbeats = Wake(clock: clock)
    (born, bornPages) = AsyncStream.makeStream()
    // An alert that asks for more is not lost when this overflows: each further one asks again.
    (raises, raised) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1_000))
  }

  func follow(_ effects: IntakeEffects) {
    for (page, plan) in effects.pages { bornPages.yield(Born(page: page, plan: plan)) }
    for raise in effects.raises {
      raised.yield(Raise(incident: raise.incident, severity: raise.severity, by: raise.by))
    }
    if let due = effects.incidentDue { engine.by(due) }
    if let due = effects.pageDue { sender.by(due) }
    if let end = effects.termEnd { terms.by(end) }
    if let due = effects.silenceDue { silences.by(due) }
    feed.publish(Array(effects.changed))
  }

  func announce(_ plan: NumberedPlan) {
    if let due = plan.incident.nextDue { engine.by(due) }
    if let due = plan.pages.filter({ $0.status == .pending }).map(\.due).min() { sender.by(due) }
    feed.publish([plan.incident.id])
  }

  func changed(_ incident: Int64) { feed.publish([incident]) }

  func stopBorn() { bornPages.finish() }
  func stopRaises() { raised.finish() }

  /// Ends every loop and stream; what they have begun they finish.
  func stop() {
    engine.stop()
    sender.stop()
    silences.stop()
    terms.stop()
    heartbeats.stop()
    stopBorn()
    stopRaises()
    feed.finish()
  }
}
