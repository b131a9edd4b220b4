import Engine
import Foundation
import Incidents
import Storage

@testable import App

/// A server's parts over real files and a real store, without its loops: what they would do is done step by step.
final class SmallHouse: Sendable {
  let house: House
  let acts: IncidentActs
  private let folder: URL
  private let store: Store

  /// - Parameter files: text by path inside the folder; `runbooks` are those that the server is started with.
  init(_ files: [String: String], runbooks: [String] = ["RUNBOOK.md"]) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("tocsin-app-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Self.write(text, folder.appendingPathComponent(name)) }
    let options = ServerOptions(
      runbooks: runbooks.map { [folder] in folder.appendingPathComponent($0).path },
      data: folder.appendingPathComponent("data").path, listen: "127.0.0.1:0", console: { _ in }, handlesSignals: false)
    store = try await Store.open(.folder(options.data))
    house = try await House.build(
      options, listen: try ListenAddress(options.listen), store: store,
      sources: RunbookSources(runbooks: options.runbooks, team: nil))
    acts = house.acts
    await house.tellOfChanges()
  }

  /// The same files served from another data folder.
  func reopened(on data: String) async throws -> SmallHouse { try await SmallHouse(folder, data: data) }

  private init(_ folder: URL, data: String) async throws {
    self.folder = folder
    let options = ServerOptions(
      runbooks: [folder.appendingPathComponent("RUNBOOK.md").path], data: data, listen: "127.0.0.1:0",
      console: { _ in }, handlesSignals: false)
    store = try await Store.open(.folder(options.data))
    house = try await House.build(
      options, listen: try ListenAddress(options.listen), store: store,
      sources: RunbookSources(runbooks: options.runbooks, team: nil))
    acts = house.acts
  }

  /// Does what the sealing loop would do.
  func seal() async throws {
    let (database, writer) = (house.store.database, house.decisions.writer)
    let incidents = try await database.read(SealQueries.progress(after: 0, limit: 100)).map(\.incident)
    var groups: [[TimelineEntry]] = []
    for incident in incidents { groups.append(try await database.read(SealQueries.unsealed(incident))) }
    let head = try await database.read(SealQueries.newest).first
    _ = try await writer.submit([
      SealStatements.add(TimelineChain.seals(for: groups, after: head, at: house.clock.now()))
    ])
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws { try Self.write(text, folder.appendingPathComponent(name)) }

  private static func write(_ text: String, _ url: URL) throws {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The incident that an alert opens or joins.
  func alert(_ summary: String, key: String? = nil, labels: [String: String] = [:]) async throws -> Incident {
    let event = AlertEvent(action: .trigger, dedupKey: key, summary: summary, source: "monitor", labels: labels)
    let receipts = try await acts.accept([event], integration: 1)
    guard let id = receipts.first?.incident else { throw StorageError.broken("no incident was opened") }
    return try await incident(id)
  }

  func incident(_ id: Int64) async throws -> Incident {
    guard let found = try await store.database.read(IncidentQueries.byId(id)).first else {
      throw StorageError.broken("no incident \(id)")
    }
    return found
  }

  func timeline(_ id: Int64) async throws -> [TimelineEntry] { try await store.database.read(TimelineQueries.of(id)) }

  /// What the engine's loop would do with this incident now.
  func decide(_ id: Int64) async throws {
    try await house.decisions.decide(id) { view, now in Engine.decide(view, now: now) }
  }

  /// What the loop over silences would do now.
  func sweepSilences() async throws {
    try await SilenceWatch(decisions: house.decisions, book: house.silences).sweep()
  }

  func end() async {
    await house.decisions.writer.stop()
    await house.http.shutdown()
    store.database.close()
    try? FileManager.default.removeItem(at: folder)
  }
}

/// Two small runbooks of our own.
enum Documents {
  static let payments = """
    # Payments

    ## Severity Levels

    | Level | Definition | Response Time |
    |-------|------------|---------------|
    | P0 | Nobody can pay | 5 minutes |
    | P1 | Some cannot pay | 15 minutes |

    ## Escalation

    | Level | Contact | After |
    |-------|---------|-------|
    | 1 | On-call Engineer | 0 min |
    | 2 | Engineering Manager | 15 min |

    ## Scenario 1: Database down

    **Severity:** P0

    **Symptoms:**
    - Too many connections to postgres

    **Fix:**
    ```bash
    systemctl restart postgresql
    ```

    ## Scenario 2: Queue stuck

    **Severity:** P1

    **Symptoms:**
    - Consumer lag grows

    **Fix:**
    ```bash
    systemctl restart worker
    ```
    """

  static let search = """
    # Search

    ## Severity Levels

    | Level | Definition | Response Time |
    |-------|------------|---------------|
    | SEV1 | No results | 10 minutes |
    | SEV2 | Slow results | 1 hour |

    ## Escalation

    | Level | Contact | After |
    |-------|---------|-------|
    | 1 | Search Engineer | 0 min |

    ## Services

    | Service | Port | Container |
    |---------|------|-----------|
    | indexer | 9200 | search-indexer |

    ## Scenario 1: Index corrupt

    **Severity:** SEV1

    **Symptoms:**
    - Shards unassigned in elasticsearch

    **Fix:**
    ```bash
    systemctl restart elasticsearch
    ```
    """

  static let team = """
    team: Small
    people:
      ana: { name: Ana Ruiz, contact: [console] }
      bo: { name: Bo Lindqvist, contact: [console] }
    roles:
      On-call Engineer: ana
      Engineering Manager: bo
      Search Engineer: bo
    """
}
