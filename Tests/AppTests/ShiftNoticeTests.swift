import Foundation
import FoundationNetworking
import Incidents
import Synchronization
import Testing

@testable import App

/// A server that tells people of their shifts, stopped and started again.
@Suite(.timeLimit(.minutes(2))) struct ShiftNoticeTests {
  /// What the console channel printed, page by page.
  private final class Console: Sendable {
    let pages: AsyncStream<String>
    private let printed: AsyncStream<String>.Continuation
    init() { (pages, printed) = AsyncStream.makeStream() }
    func print(_ page: String) { printed.yield(page) }
  }

  private static let team = """
    people:
      ana: { name: Ana Ruiz, contact: [console] }
      bo: { name: Bo Lindqvist, contact: [console] }
      chidi: { name: Chidi Okafor, contact: [console] }
    rotations:
      weekly: { people: [ana, bo], start: START, every: 1d, notice: 24h }
    roles:
      Primary: { rotation: weekly }
    """

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("notices-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Twelve hours before and after a hand-over, whenever the test runs.
    let start = CivilTime(PacedClock.wall() + .hours(12)).rfc3339
    try Self.team.replacing("START", with: start)
      .write(to: folder.appendingPathComponent("tocsin.yaml"), atomically: true, encoding: .utf8)
    try "# Runbook\n\n| Severity | Response |\n| --- | --- |\n| P0 | 5 min |\n"
      .write(to: folder.appendingPathComponent("RUNBOOK.md"), atomically: true, encoding: .utf8)
    return folder
  }

  /// Serves until the console has printed a page that holds `words`; returns all pages until then.
  private func serve(
    _ folder: URL, until words: String, _ act: @escaping @Sendable (RunningServer) async throws -> Void = { _ in }
  ) async throws -> [String] {
    let console = Console()
    let stop = Mutex<(@Sendable () async -> Void)?>(nil)
    let options = ServerOptions(
      runbooks: [folder.appendingPathComponent("RUNBOOK.md").path],
      data: folder.appendingPathComponent("data").path, listen: "127.0.0.1:0", pace: 60, console: { console.print($0) },
      handlesSignals: false)
    let running = Task {
      try await Server.run(options) { server in
        stop.withLock { $0 = server.stop }
        do { try await act(server) } catch { Issue.record(error) }
      }
    }
    var pages: [String] = []
    for await page in console.pages {
      pages.append(page)
      if page.contains(words) { break }
    }
    await stop.withLock { $0 }?()
    try await running.value
    return pages
  }

  @Test func aRestartNeitherForgetsNorRepeats() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try await serve(folder, until: "On call for weekly from")
    #expect(first.count == 1 && first.first?.contains("Ana Ruiz") == true)
    let until = CivilTime(PacedClock.wall() + .hours(2)).rfc3339
    let second = try await serve(folder, until: "You are on call for weekly") { server in
      var request = URLRequest(url: try #require(URL(string: server.address + "/api/v1/overrides")))
      request.httpMethod = "POST"
      request.setValue("Bearer \(server.token)", forHTTPHeaderField: "Authorization")
      request.httpBody = Data(#"{"schedule":"weekly","person":"chidi","until":"\#(until)"}"#.utf8)
      let (_, response) = try await URLSession.shared.data(for: request)
      #expect((response as? HTTPURLResponse)?.statusCode == 201)
    }
    #expect(second.contains { $0.contains("Bo Lindqvist") && $0.contains("Chidi Okafor stands in for you") })
    #expect(!second.contains { $0.contains("On call for weekly from") })
  }
}
