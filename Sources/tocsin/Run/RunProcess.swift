import Foundation
import Runbooks

/// Runs one command on this machine, or over ssh on the host that the runbook names, as the person who asks.
struct RunProcess {
  struct Result {
    var exit: Int32
    var took: Duration
    /// Without its secrets, head and tail where it was long.
    var output: String
    var removed: Int
    var isTimedOut: Bool
  }

  /// Bytes of output that are kept, and after which the rest is only counted.
  static let mostOutput = 1 << 20

  let command: FilledCommand
  let seconds: Int
  let environment: [String: String]

  /// - Throws: `Failure` 69 where no process can be started.
  func run() throws(Failure) -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command.host.isEmpty ? "/bin/sh" : "/usr/bin/env")
    process.arguments = command.host.isEmpty ? ["-c", command.text] : Self.ssh(command.host, command.text)
    process.environment = environment.merging(command.variables) { _, own in own }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    let begin = ContinuousClock.now
    do { try process.run() } catch {
      throw Failure(.unreachable, "The command could not be started: \(error.localizedDescription).")
    }
    let limit = RunLimit(process.processIdentifier, seconds: seconds)
    let raw = Self.read(output.fileHandleForReading)
    process.waitUntilExit()
    let isTimedOut = limit.end()
    let (text, removed) = Redaction.clean(raw, values: secrets)
    return Result(
      exit: process.terminationReason == .exit ? process.terminationStatus : 128 &+ process.terminationStatus,
      took: ContinuousClock.now - begin, output: text, removed: removed, isTimedOut: isTimedOut)
  }

  /// Asks for nothing, trusts no new key, lends no agent.
  static func ssh(_ host: String, _ text: String) -> [String] {
    ["ssh", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ForwardAgent=no", "-T", "--", host, text]
  }

  private var secrets: [String] {
    (environment.merging(command.variables) { _, own in own }).filter { Redaction.isSecretName($0.key) }.map(\.value)
  }

  /// The first and the last half of what is kept.
  private static func read(_ handle: FileHandle) -> String {
    var head = Data()
    var tail = Data()
    var left = 0
    while let part = try? handle.read(upToCount: 65_536), !part.isEmpty {
      if head.count < mostOutput / 2 { head.append(part) } else { tail.append(part) }
      if tail.count > mostOutput {
        left += tail.count - mostOutput / 2
        tail = tail.suffix(mostOutput / 2)
      }
    }
    let cut = left > 0 ? "\n[\(left) bytes left out]\n" : ""
    return String(decoding: head, as: UTF8.self) + cut + String(decoding: tail, as: UTF8.self)
  }
}
