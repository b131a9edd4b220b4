import Channels
import Engine
import Foundation
import Incidents
import Logging
import SQLiteDriver
import Storage
import Web

/// The parts of a running server and how they are joined.
struct House: Sendable {
  let options: ServerOptions
  let listen: ListenAddress
  let store: Store
  let shelf: RunbookShelf
  let clock: PacedClock
  let decisions: Decisions
  let rereading = Rereading()
  let desk: IntakeDesk
  let aftermath: Aftermath
  let channels = ChannelTable()
  let http = OutboundHTTP()
  let slots: Slots
  let silences: SilenceBook
  let hold: RecoveryHold
  let keys: IngestKeys
  let metrics = Metrics()
  let troubles = Troubles()
  let catchUp = CatchUp()
  let selfTest: SelfTest
  let systemd = Systemd(environment: ProcessInfo.processInfo.environment)
  let ids: Identifiers
  let secret: [UInt8]
  /// Marks the pages that this process has claimed.
  let owner: String
  let logger: Logger

  /// Address under which people reach this server, for links.
  var origin: String { options.origin ?? listen.origin }

  static func build(
    _ options: ServerOptions, listen: ListenAddress, store: Store, sources: RunbookSources
  ) async throws -> House {
    let logger = Logger(label: "tocsin")
    let clock = try await store.clock(pace: options.pace)
    let ids = Identifiers(after: store.highest)
    let shelf = RunbookShelf(sources: sources, database: store.database)
    try await shelf.load(write: { _ = try store.database.commit($0) }, newID: { ids.next() }, now: clock.now())
    try repeatUnfinished(store, clock, logger)
    let hold = try await RecoveryHold.find(in: store, now: clock.now(), logger: logger)

    let (aftermath, slots) = (Aftermath(clock: clock), Slots(pace: options.pace))
    let silences = SilenceBook(try await store.database.read(SilenceQueries.all(endedAfter: clock.now())))
    silences.put(shelf.snapshot().configuration.maintenance)
    let keys = IngestKeys(database: store.database)
    try await keys.refresh()
    let owner = NodeName.own
    let form = shelf.current().first?.runbook.incidentNameForm
    let desk = IntakeDesk(
      index: store.index, numbers: try await store.named(on: clock.now(), form: form), highest: store.highest,
      turns: try await Turns.stored(store.database), shelf: shelf, clock: clock, slots: slots, silences: silences,
      keys: keys, owner: owner, effects: aftermath.follow)
    let writer = GroupCommit<IntakeWork>(
      database: store.database, capacity: 20_000, outcomeUnknown: { Fatal.outcomeUnknown($0, logger) },
      planner: { desk.plan })
    let decisions = Decisions(
      database: store.database, shelf: shelf, writer: writer, desk: desk, clock: clock,
      announce: aftermath.announce)
    return House(
      options: options, listen: listen, store: store, shelf: shelf, clock: clock, decisions: decisions, desk: desk,
      aftermath: aftermath, slots: slots, silences: silences, hold: hold, keys: keys,
      selfTest: SelfTest(clock: clock), ids: ids, secret: try await store.secret(), owner: owner,
      logger: logger)
  }

  private static func repeatUnfinished(_ store: Store, _ clock: PacedClock, _ logger: Logger) throws {
    let pages = try store.releaseUnfinished(now: clock.now())
    guard pages > 0 else { return }
    logger.warning(
      "pages were on their way when the last process ended; they are sent again, marked as possible repeats",
      metadata: ["pages": "\(pages)"])
  }

  /// Makes the channels of the team file that is in force.
  func connectChannels() {
    // Unbuffered: a page must be on the screen before the process can die.
    let output = options.console ?? { FileHandle.standardOutput.write(Data(($0 + "\n").utf8)) }
    channels.replace(
      with: shelf.snapshot().configuration.channels.map {
        Channels.make(name: $0.name, configuration: $0.configuration, http: http, output: output)
      })
  }
}
