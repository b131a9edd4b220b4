import Foundation
import Incidents
import Logging
import PostgresDriver
import ServiceLifecycle
import Storage
import Synchronization
import Web

/// A node that stands by: it takes alerts into the store's inbox by the same addresses, shows the public page, and sends
/// everybody else to the node that serves.
final class Standby: Sendable {
  let site: Site
  private let database: any Database
  private let inbox: Inbox
  private let shelf: RunbookShelf
  private let keys: IngestKeys
  private let known: Known
  private let listen: ListenAddress
  private let logger: Logger
  private let isOver = Mutex(false)
  private let systemd = Systemd(environment: ProcessInfo.processInfo.environment)

  /// What its pages say.
  private final class Known: Sendable {
    private let state: Mutex<StandingBy>
    init(_ other: ServingNode) {
      state = Mutex(StandingBy(name: other.name, address: other.address, takesAlerts: false))
    }
    var now: StandingBy { state.withLock { $0 } }
    func change(_ change: (inout StandingBy) -> Void) { state.withLock { change(&$0) } }
  }

  init(_ node: ServerNode, _ other: ServingNode) {
    let known = Known(other)
    let inbox = Inbox(node.database, outcomeUnknown: { Fatal.outcomeUnknown($0, node.logger) })
    (self.known, self.inbox, database, listen, logger) = (known, inbox, node.database, node.listen, node.logger)
    shelf = RunbookShelf(sources: node.sources, database: node.database)
    keys = IngestKeys(database: node.database)
    let clock = PacedClock()
    var context = WebContext(
      database: node.database, acts: StandbyActs(inbox: inbox, clock: clock), shelf: shelf, changes: ChangeFeed(),
      now: { clock.now() }, write: { try await inbox.writer.submit($0) }, newID: { 0 }, secret: Secrets.random(32),
      pace: 1, origin: node.options.origin ?? node.listen.origin, metrics: { inbox.metrics },
      ready: { known.now.takesAlerts }, logger: node.logger)
    context.standingBy = { known.now }
    site = Site(context, keys: keys)
  }

  /// Once it listens.
  func begin() {
    systemd.ready()
    say("standing by on \(listen.origin): \(known.now.name) serves, alerts are taken here as well")
  }

  /// Another node serves from now on, or the database does not answer.
  func learn(_ other: ServingNode?) {
    guard let other, other.name != known.now.name else { return }
    known.change { ($0.name, $0.address) = (other.name, other.address) }
    say("standing by: \(other.name) serves")
  }

  private func say(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }

  /// This node serves from now on.
  func stop() { isOver.withLock { $0 = true } }

  /// What was taken is written before the store is let go.
  func close() async { await inbox.writer.stop() }

  // MARK: what it must know

  /// Looks about once a second, until this node serves or stops: keys that hold, how full the inbox is,
  /// files that changed.
  func run() async {
    var (round, look, trouble) = (0, [String: String](), "")
    repeat {
      do {
        look = try await self.look(round, last: look)
        trouble = ""
      } catch {
        if "\(error)" != trouble { logger.error("no alerts can be taken here now", metadata: ["why": "\(error)"]) }
        trouble = "\(error)"
      }
      known.change { $0.takesAlerts = trouble.isEmpty }
      systemd.pulse()
      _ = systemd.feed(since: -1)
      round += 1
    } while await pause()
  }

  private func pause() async -> Bool {
    let isOn = (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }) != nil
    return isOn && !isOver.withLock { $0 }
  }

  private func look(_ round: Int, last: [String: String]) async throws -> [String: String] {
    let found = try await Schema.found(in: database)
    // The node that serves brings a store to a later form, and one of a later build may serve already.
    guard found == Schema.version else {
      throw StartError("The store has schema version \(found); this build knows \(Schema.version).")
    }
    try await keys.refresh()
    inbox.fill.learn(try await database.read(InboxQueries.fill))
    let (changed, look) = shelf.look()
    if shelf.current().isEmpty { try await read() }
    if changed, look == last { await readAgain() }
    if round.isMultiple(of: 10) { try await site.status.refresh() }
    return look
  }

  /// Writes nothing: a revision is kept by the node that serves.
  private func read() async throws { try await shelf.load(write: { _ in }, newID: { 0 }, now: PacedClock.wall()) }

  private func readAgain() async {
    do { try await read() } catch {
      logger.error("the change cannot be read; what was read before stays", metadata: ["error": "\(error)"])
    }
  }
}
