import Foundation
import FoundationNetworking
import Incidents
import Testing

@testable import App

/// A server that tells people of their shifts, stopped and started again.
@Suite(.timeLimit(.minutes(2))) struct ShiftNoticeTests {
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
    try "# Runbook\n\n| Severity | Response |\n| --- | --- |\n| P0 | 5 min |\n| P1 | 15 min |\n"
      .write(to: folder.appendingPathComponent("RUNBOOK.md"), atomically: true, encoding: .utf8)
    return folder
  }

  private struct Late: Error {}

  /// Serves until the console has printed a page that holds `words`; returns all pages until then. Waits for nothing
  /// longer than 45 seconds, and for no page of a server that has ended.
  private func serve(
    _ folder: URL, until words: String, _ act: @escaping @Sendable (RunningServer) async throws -> Void = { _ in }
  ) async throws -> [String] {
    let (pages, printed) = AsyncStream<String>.makeStream()
    let (servers, started) = AsyncStream<RunningServer>.makeStream()
    let (ends, ended) = AsyncStream<Result<Void, any Error>>.makeStream()
    let options = ServerOptions(
      runbooks: [folder.appendingPathComponent("RUNBOOK.md").path],
      data: folder.appendingPathComponent("data").path, listen: "127.0.0.1:0", pace: 60,
      console: { _ = printed.yield($0) }, handlesSignals: false)
    let end: @Sendable (Result<Void, any Error>) -> Void = { result in
      ended.yield(result)
      ended.finish()
      started.finish()
      printed.finish()
    }
    let running = Task {
      do { end(.success(try await Server.run(options) { _ = started.yield($0) })) } catch { end(.failure(error)) }
    }
    let limit = Task {
      try await Task.sleep(for: .seconds(45))
      end(.failure(Late()))
      running.cancel()
    }
    defer { limit.cancel() }
    var seen: [String] = []
    // A page may be printed before the server is up, and the server answers only once its `ready` has returned.
    for await server in servers {
      do { try await act(server) } catch { Issue.record(error) }
      seen = await Self.pages(pages, until: words)
      await server.stop()
    }
    for await result in ends { try result.get() }
    return seen
  }

  private static func pages(_ pages: AsyncStream<String>, until words: String) async -> [String] {
    var seen: [String] = []
    for await page in pages {
      seen.append(page)
      if page.contains(words) { return seen }
    }
    Issue.record("no page says \(words)")
    return seen
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
      request.timeoutInterval = 20
      request.setValue("Bearer \(server.token)", forHTTPHeaderField: "Authorization")
      request.httpBody = Data(#"{"schedule":"weekly","person":"chidi","until":"\#(until)"}"#.utf8)
      let (_, response) = try await URLSession.shared.data(for: request)
      #expect((response as? HTTPURLResponse)?.statusCode == 201)
    }
    #expect(second.contains { $0.contains("Bo Lindqvist") && $0.contains("Chidi Okafor stands in for you") })
    #expect(!second.contains { $0.contains("On call for weekly from") })
  }
}
