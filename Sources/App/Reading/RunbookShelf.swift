import Crypto
import Engine
import Foundation
import Incidents
import Intake
import Runbooks
import Storage
import Synchronization
import Web

/// The runbooks and the team that are in force. A load that goes wrong changes nothing: the good one stays.
package final class RunbookShelf: Shelf {
  private struct State {
    var current: [ShelvedRunbook] = []
    var indexes: [MatchIndex] = []
    var configuration = TeamConfiguration()
    /// Those of the team file, without the stored ones that `configuration` holds behind them.
    var fileOverrides: [Override] = []
    /// Looks at the stored overrides: how many were begun, and the latest that is in force.
    var looks = (begun: 0, inForce: 0)
    var routing = Routing()
    var trouble: String?
    var revisions: [Int64: ShelvedRunbook] = [:]
    /// By revision, for the team that is in force: working a policy out costs more than a decision.
    var policies: [Int64: Policy] = [:]
    var corrections: [String: ScenarioCorrection] = [:]
    /// Documents that the last reading linked to, and what all files looked like before it.
    var linked: [String] = []
    var look: [String: String] = [:]
  }

  /// One consistent look: what is matched and what is decided come from the same load.
  package struct Snapshot: Sendable {
    package var current: [ShelvedRunbook]
    package var indexes: [MatchIndex]
    package var policies: [Policy]
    package var configuration: TeamConfiguration
    var routing: Routing
    var corrections: [String: ScenarioCorrection]
  }

  private let state = Mutex(State())
  private let sources: RunbookSources
  let database: any Database

  package init(sources: RunbookSources, database: any Database) {
    self.sources = sources
    self.database = database
  }

  package func current() -> [ShelvedRunbook] { state.withLock { $0.current } }
  package func team() -> Team { state.withLock { $0.configuration.team } }
  package func trouble() -> String? { state.withLock { $0.trouble } }
  package func mapping(of key: String) -> WebhookMapping? {
    state.withLock { $0.configuration.webhooks[key]?.mapping }
  }

  package func secret(of key: String) -> String? { state.withLock { $0.configuration.webhooks[key]?.secret } }
  package func heartbeats() -> [HeartbeatPlan] { state.withLock { $0.configuration.heartbeats } }
  package func maintenance() -> [Silence] { state.withLock { $0.configuration.maintenance } }
  package func candidates(
    _ summary: String, _ labels: [String: String], of runbook: ShelvedRunbook
  ) -> [ScenarioMatch] {
    let known = state.withLock { state in
      zip(state.current, state.indexes).first { $0.0.id == runbook.id }.map { $0.1 }
    }
    return (known ?? MatchIndex(runbook.runbook)).candidates(summary: summary, labels: labels)
  }

  package func note(trouble: String) { state.withLock { $0.trouble = trouble } }

  package func snapshot() -> Snapshot {
    state.withLock { state in
      Snapshot(
        current: state.current, indexes: state.indexes,
        policies: state.current.compactMap { state.policies[$0.id] }, configuration: state.configuration,
        routing: state.routing, corrections: state.corrections)
    }
  }

  package func revision(_ id: Int64) async throws -> ShelvedRunbook? {
    if let known = state.withLock({ $0.revisions[id] }) { return known }
    guard let stored = try await database.read(RunbookQueries.byId(id)).first else { return nil }
    let shelved = Self.shelve(stored, try RunbookDocuments(stored).runbook(), today: stored.readAt)
    state.withLock { $0.revisions[id] = shelved }
    return shelved
  }

  /// What governs incidents that pinned this revision, with the team as it is now.
  package func policy(_ id: Int64) async throws -> Policy? {
    if let known = state.withLock({ $0.policies[id] }) { return known }
    guard let revision = try await revision(id) else { return nil }
    let policy = Policy(runbook: revision.runbook, team: team())
    state.withLock { if $0.configuration.team == policy.team { $0.policies[id] = policy } }
    return policy
  }

  /// Reads everything anew and puts it in force. Revisions not yet in the store are written first, so that an
  /// incident can never pin a text that nobody kept. Throws where a file cannot be read, or where a runbook in force
  /// would lose what people are paged by.
  package func load(write: ([Statement]) async throws -> Void, newID: () -> Int64, now: Timestamp) async throws {
    state.withLock { $0.look = sources.look(linked: $0.linked) }
    let read = try sources.read()
    var shelved: [ShelvedRunbook] = []
    for documents in read.documents {
      let runbook = try documents.runbook()
      try refuseLoss(documents.name, runbook)
      shelved.append(Self.shelve(try await keep(documents, write, newID, now), runbook, today: now))
    }
    try RouteCheck.refuseUnknown(read.configuration.routes, shelved)
    for (place, name) in FileNames.short(shelved.map(\.name)).enumerated() { shelved[place].fileName = name }
    let corrections = try await database.read(CorrectionQueries.all)
    let overrides = try await storedOverrides(now)
    putInForce(shelved, read, corrections, overrides)
  }

  private func putInForce(
    _ shelved: [ShelvedRunbook], _ read: RunbookSources.Reading, _ corrections: [ScenarioCorrection],
    _ overrides: [Override]
  ) {
    var configuration = read.configuration
    configuration.team.overrides += overrides
    let indexes = shelved.map { MatchIndex($0.runbook) }
    let policies = shelved.map { ($0.id, Policy(runbook: $0.runbook, team: configuration.team)) }
    state.withLock { state in
      state.current = shelved
      state.indexes = indexes
      state.configuration = configuration
      state.fileOverrides = read.configuration.team.overrides
      state.routing = Routing(shelved)
      state.policies = Dictionary(policies) { first, _ in first }
      state.trouble = nil
      state.corrections = Dictionary(corrections.map { ($0.identity, $0) }) { _, last in last }
      state.linked = read.documents.flatMap(\.watched)
      // A document that was not linked before the reading is looked at from now on, one that is linked no more is not.
      let before = state.look
      state.look = Dictionary(
        sources.look(linked: state.linked).map { ($0.key, before[$0.key] ?? $0.value) }, uniquingKeysWith: { $1 })
      for runbook in shelved { state.revisions[runbook.id] = runbook }
    }
  }

  func nextLook() -> Int {
    state.withLock { state in
      state.looks.begun += 1
      return state.looks.begun
    }
  }

  func put(_ stored: [Override], look: Int) {
    state.withLock { state in
      guard look > state.looks.inForce else { return }
      state.looks.inForce = look
      state.configuration.team.overrides = state.fileOverrides + stored
      let team = state.configuration.team
      let policies = state.current.map { ($0.id, Policy(runbook: $0.runbook, team: team)) }
      state.policies = Dictionary(policies) { first, _ in first }
    }
  }

  /// A file that was cut short reads as a runbook without a ladder. Only a start takes such a one.
  private func refuseLoss(_ name: String, _ runbook: Runbook) throws {
    guard let before = current().first(where: { $0.name == name }),
      let loss = RunbookDiff.loss(from: before.runbook, to: runbook)
    else { return }
    throw StartError("\(loss). If this is meant, restart Tocsin.")
  }

  private func keep(
    _ documents: RunbookDocuments, _ write: ([Statement]) async throws -> Void, _ newID: () -> Int64, _ now: Timestamp
  ) async throws -> RunbookRevision {
    var revision = RunbookRevision(
      id: 0, path: documents.name, digest: Self.digest(documents), source: documents.source, files: documents.stored,
      readAt: now)
    if let known = try await database.read(RunbookQueries.byDigest(revision.digest)).first {
      (revision.id, revision.readAt) = (known.id, known.readAt)
      return revision
    }
    revision.id = newID()
    try await write([RunbookStatements.keep(revision)])
    return revision
  }

  /// `today`: by which dates in the document are judged.
  private static func shelve(_ revision: RunbookRevision, _ runbook: Runbook, today: Timestamp) -> ShelvedRunbook {
    var runbook = runbook
    runbook.findings = Findings.check(runbook, today: CivilTime(today).date)
    return ShelvedRunbook(
      id: revision.id, name: revision.path, digest: String(revision.digest.prefix(7)), runbook: runbook,
      readAt: revision.readAt)
  }

  /// Of a single document its bytes alone; of several also their names, for what a link leads to is part of it.
  private static func digest(_ documents: RunbookDocuments) -> String {
    var hash = SHA256()
    for file in documents.files {
      if documents.stored != nil { hash.update(data: Data("\(file.path)\n\(file.bytes.count)\n".utf8)) }
      hash.update(data: file.bytes)
    }
    return hash.finalize().map { padded(hex: $0) }.joined()
  }

  private static func padded(hex byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}

/// What changes by itself.
extension RunbookShelf {
  /// Whether a file looks otherwise than before the last reading, and how it looks now.
  package func look() -> (changed: Bool, look: [String: String]) {
    let (linked, before) = state.withLock { ($0.linked, $0.look) }
    let now = sources.look(linked: linked)
    return (now != before, now)
  }

  package func corrections(_ identities: [String]) -> [ScenarioCorrection] {
    state.withLock { state in identities.compactMap { state.corrections[$0] } }
  }

  /// What was stored just now.
  package func remember(_ corrections: [ScenarioCorrection]) {
    state.withLock { state in for correction in corrections { state.corrections[correction.identity] = correction } }
  }

  package func forget(_ identities: [String]) {
    state.withLock { state in for identity in identities { state.corrections[identity] = nil } }
  }
}
