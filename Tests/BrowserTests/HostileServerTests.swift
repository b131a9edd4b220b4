import Foundation
import Testing

/// What a stranger may throw at a running server: each gets a clear answer, the same process lives on, and an
/// ordinary alert after it is taken.
@Suite(.enabled(if: RunningTocsin.binary != nil, "the tocsin binary is not built"), .timeLimit(.minutes(5)))
struct HostileServerTests {
  @Test func `hostile events are refused with what is wrong and where`() async throws {
    let tocsin = try await RunningTocsin()
    defer { tocsin.end() }
    for (body, status) in Self.events(key: tocsin.key) {
      let answer = try await tocsin.post("/v2/enqueue", body)
      #expect(answer.status == status, "\(String(decoding: body.prefix(80), as: UTF8.self))")
      #expect(!answer.body.isEmpty)
    }
    let webhook = try await tocsin.post(
      "/integrations/v1/alertmanager/\(tocsin.key)/", Data(#"{"version":"4","alerts":[{"status":7}]}"#.utf8))
    #expect(webhook.status == 400)
    #expect(String(decoding: webhook.body, as: UTF8.self).contains("alerts[0].status"))
    try await tocsin.alert("after-all-that")
    #expect(tocsin.process.isRunning)
  }

  private static func events(key: String) -> [(Data, Int)] {
    func event(_ payload: String) -> Data {
      Data(#"{"routing_key":"\#(key)","event_action":"trigger","dedup_key":"x","payload":\#(payload)}"#.utf8)
    }
    let fields = ["summary", "source", "severity"].flatMap { field in
      ["7", "null", "[]", "true", "1e309"].map { wrong in
        var payload = ["summary": #""a""#, "source": #""a""#, "severity": #""critical""#]
        payload[field] = wrong
        return (event("{\(payload.map { #""\#($0)":\#($1)"# }.joined(separator: ","))}"), 400)
      }
    }
    let deep = Data((String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)).utf8)
    return fields + [
      (Data(), 400), (Data("{".utf8), 400), (deep, 400), (Data([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D]), 400),
      (event(#"{"summary":"\ud800","source":"a","severity":"critical"}"#), 400),
      (Data(repeating: 0x20, count: 2 << 20), 413),
    ]
  }

  @Test func `a runbook that cannot be read is refused by name and the good one stays`() async throws {
    let binary = try #require(RunningTocsin.binary)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tocsin-hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let huge = folder.appendingPathComponent("huge.md")
    try Data(repeating: UInt8(ascii: "a"), count: 20 << 20).write(to: huge)
    let wide = folder.appendingPathComponent("wide.md")
    let row = String(repeating: "| a ", count: 300) + "|\n"
    try Data(("# Wide\n\n" + row + String(repeating: "|---", count: 300) + "|\n" + row).utf8).write(to: wide)
    #expect(try await Self.status(binary, ["show", huge.path]) == 65)
    #expect(try await Self.status(binary, ["show", wide.path]) == 0)
    #expect(try await Self.status(binary, ["show", folder.appendingPathComponent("absent.md").path]) == 66)
    #expect(
      try await Self.status(
        binary, ["serve", huge.path, "--data", folder.appendingPathComponent("d").path, "--listen", "127.0.0.1:0"])
        == 65)
  }

  @Test func `a port or a data folder in use ends the second server with a sentence`() async throws {
    let tocsin = try await RunningTocsin()
    defer { tocsin.end() }
    let binary = try #require(RunningTocsin.binary)
    let runbook = RunningTocsin.root.appendingPathComponent("examples/lanterna/RUNBOOK.md").path
    let other = tocsin.data.path + "-other"
    defer { try? FileManager.default.removeItem(atPath: other) }
    let port = try tocsin.port
    #expect(
      try await Self.status(binary, ["serve", runbook, "--data", other, "--listen", "127.0.0.1:\(port)"]) == 65)
    #expect(
      try await Self.status(
        binary, ["serve", runbook, "--data", tocsin.data.path, "--listen", "127.0.0.1:0"]) == 65)
    try await tocsin.alert("still-here")
  }

  private static func status(_ binary: String, _ arguments: [String]) async throws -> Int32 {
    try await onOwnThread {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: binary)
      process.arguments = arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }
}
