import Foundation
import Web

/// One call of git: fixed arguments, a time, a bound on what is read, and nothing of the repository's own programs.
struct GitProcess {
  let folder: String
  static let seconds = 20.0
  static let outputLimit = 8 << 20

  /// Hooks, file monitors and signing are programs that a repository can name; none is run.
  private static let quiet = [
    "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "commit.gpgSign=false",
    "-c", "core.quotePath=false",
  ]

  struct Outcome {
    var code: Int32
    var output: [UInt8]
    var text: String { String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines) }
  }

  /// Waits on a thread of its own. Throws `BranchRefusal` where git is not there or takes too long.
  func run(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) async throws -> Outcome {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try wait(arguments, input, environment) })
      }
    }
  }

  /// The same, where everything but success is a refusal.
  func demand(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], or words: String)
    async throws -> Outcome
  {
    let outcome = try await run(arguments, input: input, environment: environment)
    guard outcome.code == 0 else { throw BranchRefusal(words) }
    return outcome
  }

  private func wait(_ arguments: [String], _ input: [UInt8], _ environment: [String: String]) throws -> Outcome {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("tocsin-git-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (source, target) = (scratch.appendingPathComponent("in"), scratch.appendingPathComponent("out"))
    try Data(input).write(to: source)
    try Data().write(to: target)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + Self.quiet + arguments
    let own = ProcessInfo.processInfo.environment
    process.environment = ["PATH", "HOME", "LANG"].reduce(into: environment) { kept, name in
      if let value = own[name] { kept[name] = value }
    }.merging(["GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"]) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: target)
    process.standardError = FileHandle.nullDevice
    try start(process)
    let output = try FileHandle(forReadingFrom: target).read(upToCount: Self.outputLimit) ?? Data()
    return Outcome(code: process.terminationStatus, output: [UInt8](output))
  }

  private func start(_ process: Process) throws {
    do {
      try process.run()
    } catch {
      throw BranchRefusal("git cannot be started on this server. Take the patch.")
    }
    let end = Date().addingTimeInterval(Self.seconds)
    while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.005) }
    guard process.isRunning else { return process.waitUntilExit() }
    process.terminate()
    throw BranchRefusal("git did not end within \(Int(Self.seconds)) s. Take the patch.")
  }
}
