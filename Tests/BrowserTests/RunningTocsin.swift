import Foundation
import Testing

/// The built binary, serving a runbook from a fresh data folder: without more words the example team's, on a clock of
/// one minute a second.
struct RunningTocsin {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// TOCSIN_BINARY, or the product that stands beside the test bundle.
  static let binary: String? = {
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["TOCSIN_BINARY"],
      URL(fileURLWithPath: CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0])
        .deletingLastPathComponent().appendingPathComponent("tocsin").path,
      root.appendingPathComponent(".build/debug/tocsin").path,
    ]
    return candidates.compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// What is missing on this machine, or nil: the browser tests say so and skip.
  static let missing: String? = {
    for tool in ["/usr/bin/chromedriver", "/usr/bin/chromium"]
    where !FileManager.default.isExecutableFile(atPath: tool) {
      return "\(tool) is missing; script/setup --test installs it"
    }
    return binary == nil ? "the tocsin binary is not built; swift build --product tocsin" : nil
  }()

  let origin: String
  let setupLink: String
  let process: ChildProcess
  let data: URL
  let key: String

  static let example = root.appendingPathComponent("examples/lanterna")

  init(
    runbook: URL = example.appendingPathComponent("RUNBOOK.md"),
    team: URL = example.appendingPathComponent("tocsin.yaml"),
    pace: Int? = 60
  ) async throws {
    let binary = try #require(Self.binary)
    data = FileManager.default.temporaryDirectory.appendingPathComponent("tocsin-browser-\(UUID().uuidString)")
    process = try await ChildProcess(
      binary,
      ["serve", runbook.path, "--team", team.path, "--data", data.path, "--listen", "127.0.0.1:0"]
        + (pace.map { ["--pace", String($0)] } ?? []), output: .standardError)
    let listening = try #require(await process.line(containing: "listening on http://"))
    origin = try #require(Self.address(in: listening))
    setupLink = try #require(await process.line(containing: origin).flatMap(Self.address))
    key = try await ChildProcess.output(binary, ["key", "create", "--name", "browser", "--data", data.path])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  var port: UInt16 { get throws { try #require(URL(string: origin)?.port.flatMap { UInt16(exactly: $0) }) } }

  func post(_ path: String, _ body: Data) async throws -> LoopbackHTTP.Answer {
    try await LoopbackHTTP.send("POST", port: port, path: path, body: body)
  }

  /// Asks the JSON API with the token of this machine's administrator.
  @discardableResult
  func api(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> [String: Any] {
    let access = try Data(contentsOf: data.appendingPathComponent("server.json"))
    let token = try #require((JSONSerialization.jsonObject(with: access) as? [String: Any])?["token"] as? String)
    let sent = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let answer = try await LoopbackHTTP.send(method, port: port, path: "/api/v1/" + path, body: sent, token: token)
    #expect((200..<300).contains(answer.status), "\(path): \(String(decoding: answer.body, as: UTF8.self))")
    return try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
  }

  func end() {
    process.end()
    try? FileManager.default.removeItem(at: data)
  }

  /// Posts the README's own event, under a dedup key of its own.
  func alert(_ dedupKey: String) async throws {
    let payload = Self.root.appendingPathComponent("examples/payloads/pagerduty-trigger.json")
    let text = try String(contentsOf: payload, encoding: .utf8)
      .replacingOccurrences(of: "\"KEY\"", with: "\"\(key)\"")
      .replacingOccurrences(of: "shop-http-502", with: dedupKey)
    #expect(try await post("/v2/enqueue", Data(text.utf8)).status == 202)
  }

  private static func address(in line: String) -> String? {
    line.firstMatch(of: #/https?:\/\/[^\s\u{1B}]+/#).map { String($0.0) }
  }
}
