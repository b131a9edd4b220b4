import Foundation
import Testing

/// Real clients against a Tocsin of its own. Each is a program below `Peers/`, which can be run by itself:
/// `.build/venv/bin/python Tests/PeerTests/Peers/amtool.py`.
@Suite(.serialized) struct PeerTests {
  static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent()
  static let python = root.appendingPathComponent(".build/venv/bin/python").path

  /// What each peer needs of this machine.
  static let needs: [(peer: String, program: String)] = [
    ("amtool", "/usr/bin/amtool"),
    ("prometheus", "/usr/bin/prometheus"),
    ("axe", "/usr/bin/chromedriver"),
    ("alertmanager", "/usr/bin/prometheus-alertmanager"),
    ("webhooks", python),
    ("nodes", "/usr/bin/psql"),
    ("lost_commit", "/usr/bin/psql"),
    ("commands", python),
    ("pagerduty_client", python),
    ("opsgenie_client", python),
    ("ssh_host", "/usr/sbin/sshd"),
    ("gathering", python),
    ("manners", python),
    ("openapi", python),
  ]

  static let binary: String? = {
    let beside = URL(
      fileURLWithPath: CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    )
    .deletingLastPathComponent().appendingPathComponent("tocsin").path
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["TOCSIN_BINARY"], beside,
      root.appendingPathComponent(".build/debug/tocsin").path,
    ]
    return candidates.compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  static var missing: String? {
    for path in needs.map(\.program) + [python] where !FileManager.default.isExecutableFile(atPath: path) {
      return "\(path) is missing; script/setup --test installs it"
    }
    return binary == nil ? "the tocsin binary is not built; swift build --product tocsin" : nil
  }

  @Test(
    .enabled(if: PeerTests.missing == nil, Comment(rawValue: PeerTests.missing ?? "")), arguments: needs.map(\.peer))
  func `a real client finds what it expects`(peer: String) async throws {
    let (status, output) = try await Self.run(peer)
    #expect(status == 0, "\(peer): \(output.suffix(4_000))")
  }

  private static func run(_ peer: String) async throws -> (Int32, String) {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try runNow(peer) }) }
    }
  }

  /// What it says goes to a file, not a pipe: a server that outlives it would hold a pipe open for good.
  private static func runNow(_ peer: String) throws -> (Int32, String) {
    let said = FileManager.default.temporaryDirectory.appendingPathComponent("tocsin-\(peer)-\(UUID().uuidString)")
    try Data().write(to: said)
    defer { try? FileManager.default.removeItem(at: said) }
    let output = try FileHandle(forWritingTo: said)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = ["--kill-after=20", "240", python, folder.appendingPathComponent("Peers/\(peer).py").path]
    process.environment = ProcessInfo.processInfo.environment.merging(["TOCSIN_BINARY": binary ?? ""]) { $1 }
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: said), as: UTF8.self))
  }
}
