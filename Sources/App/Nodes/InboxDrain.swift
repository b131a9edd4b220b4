import Incidents
import Logging
import ServiceLifecycle
import Storage
import Web

/// Counts what nodes that stand by took, in the order of their commits. Each is gone from the inbox by the same commit
/// that counts it, so that it is counted once whoever is killed when.
struct InboxDrain: Sendable {
  let acts: IncidentActs
  let keys: IngestKeys
  let metrics: Metrics
  let troubles: Troubles
  let logger: Logger

  private static let group = 100
  private static let pause = Duration.milliseconds(50)
  /// Before a node serves it counts what waits, no longer than this.
  private static let beginning = Duration.seconds(3)

  private var decisions: Decisions { acts.decisions }
  private var database: any Database { acts.decisions.database }

  /// What waits before the first request. What goes wrong here is tried again by the loop.
  func begin() async {
    do { _ = try await pass(within: Self.beginning) } catch {
      logger.error("the inbox could not be read", metadata: ["error": "\(error)"])
    }
  }

  /// Until the server stops.
  func run() async {
    var isFine = true
    while await Self.rest(isFine ? Self.pause : .seconds(1)) { isFine = await look() }
  }

  /// False once the server stops.
  private static func rest(_ time: Duration) async -> Bool {
    (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: time) }) != nil
  }

  /// False where something could not be counted, or not be read.
  private func look() async -> Bool {
    do {
      let faults = try await pass(within: .seconds(60))
      if let fault = faults.first {
        metrics.count("inbox_faults", by: faults.count)
        troubles.raise("inbox", "\(faults.count) requests that another node took cannot be counted: \(fault)")
      } else {
        troubles.clear("inbox")
      }
      return faults.isEmpty
    } catch {
      metrics.count("inbox_faults")
      return false
    }
  }

  /// Counts everything that waits; returns why something could not be. It stays, and the others go on.
  func pass(within limit: Duration) async throws -> [String] {
    let end = ContinuousClock.now + limit
    var (last, faults): (Int64, [String]) = (0, [])
    repeat {
      let part = try await database.read(InboxQueries.waiting(after: last, limit: Self.group))
      guard let next = part.last?.id else { break }
      last = next
      faults += await count(part)
    } while ContinuousClock.now < end
    return faults
  }

  /// Events go to the writer together; what takes a decision waits for those before it.
  func count(_ items: [InboxItem]) async -> [String] {
    var faults: [String] = []
    var plain: [(item: InboxItem, events: [AlertEvent])] = []
    for item in items {
      do {
        let matter = try item.matter()
        if case .events(let events) = matter, !events.contains(where: { $0.action == .acknowledge }) {
          plain.append((item, events))
          continue
        }
        faults += await together(plain)
        plain = []
        try await count(matter, of: item)
        note(item)
      } catch {
        faults.append("\(error)")
      }
    }
    return faults + (await together(plain))
  }

  private func together(_ plain: [(item: InboxItem, events: [AlertEvent])]) async -> [String] {
    let (answers, answered) = AsyncStream<(item: InboxItem, fault: AcceptError?)>.makeStream()
    for (item, events) in plain {
      let matter = IntakeWork.Matter.events(events, integration: item.integration)
      let work = IntakeWork(matter: matter, inbox: item.id) { result in
        if case .failure(let error) = result { answered.yield((item, error)) } else { answered.yield((item, nil)) }
      }
      do throws(QueueRefusal) { try decisions.writer.offer(work) } catch {
        answered.yield((item, .unavailable("the writer takes no more: \(error)")))
      }
    }
    var faults: [String] = []
    for await (item, fault) in answers.prefix(plain.count) {
      if let fault { faults.append("\(fault)") } else { note(item) }
    }
    return faults
  }

  /// What is more than events. An acknowledgement that is taken twice is one, so that its request may leave the inbox
  /// after it.
  private func count(_ matter: InboxItem.Matter, of item: InboxItem) async throws {
    let gone = [InboxStatements.counted([item.id])]
    switch matter {
    case .events(let events):
      _ = try await acts.accept(events, integration: item.integration)
      try await decisions.writer.submit(gone)
    case .ping(let ping):
      try await HeartbeatActs.take(ping, integration: item.integration, also: gone, decisions, acts.heartbeats)
    case .changes(let changes):
      try await decisions.writer.submit(acts.statements(changes, item.integration) + gone)
    }
  }

  private func note(_ item: InboxItem) {
    keys.used(item.integration, at: item.received)
    metrics.count("inbox_counted")
  }
}

extension House {
  var inbox: InboxDrain {
    InboxDrain(acts: acts, keys: keys, metrics: metrics, troubles: troubles, logger: logger)
  }

  /// What other nodes take is counted all the time; a folder has one server.
  func nodes() -> [any Service] {
    options.database == nil ? [] : [Loop(body: { await inbox.run() }, stop: {})]
  }
}
