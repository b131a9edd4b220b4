import Channels
import Incidents
import Storage
import Synchronization
import Testing
import Web

@testable import App

/// Updates for people inside, looked at and then posted.
@Suite struct UpdatePreviewTests {
  private final class Board: Sendable {
    let shown = Mutex<[String]>([])
  }

  @Test func whatIsLookedAtIsWhatTheChannelShows() async throws {
    let team = "team: Small\npeople:\n  ana: { name: Ana Ruiz, contact: [console] }\nroles:\n  On-call Engineer: ana\n"
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": team + "updates: console\n"])
    let board = Board()
    small.house.channels.replace(with: [
      Channels.make(
        name: "console", configuration: .console, http: small.house.http,
        output: { text in board.shown.withLock { $0.append(text) } })
    ])
    let incident = try await small.alert("Too many connections to postgres")
    let text = "Rolled back.\nIt recovers."
    let seen = try await small.acts.preview(incident.id, text: text, audience: .both, by: "ana")
    #expect(seen.map(\.channel) == ["console"] && seen[0].words.contains("Channel console"))
    try await small.acts.postUpdate(incident.id, text: text, audience: .both, by: "ana")
    let pages = try await small.house.store.database.read(PageQueries.of(incident.id))
    for page in pages where page.reason == .update { await small.house.pageSender.send(page) }
    #expect(board.shown.withLock { $0 } == seen.map(\.words))
    await small.end()
  }

  @Test func whatCouldNotBePostedIsRefusedBefore() async throws {
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments])
    let incident = try await small.alert("Too many connections to postgres")
    await #expect(throws: (any Error).self) {
      try await small.acts.preview(incident.id, text: " ", audience: .both, by: "ana")
    }
    await small.end()
  }
}
