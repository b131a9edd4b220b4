import Foundation
import Runbooks

/// Runs one command on this machine, or over ssh on the host that the runbook names, as the person who asks.
struct RunProcess {
  struct Result {
    var exit: Int32
    var took: Duration
    /// Without its secrets and without what could steer a terminal, head and tail where it was long.
    var output: String
    var removed: Int
    /// Why it was stopped, in words; nil where it ended by itself.
    var stopped: String?
  }

  let command: FilledCommand
  let seconds: Int
  let environment: [String: String]

  /// - Throws: `Failure` 69 where no process can be started.
  func run() throws(Failure) -> Result {
    try RunInterrupt.watched { () throws(Failure) in try ended() }
  }

  private func ended() throws(Failure) -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command.host.isEmpty ? Self.shell : "/usr/bin/env")
    process.arguments = command.host.isEmpty ? ["-c", command.text] : Self.ssh(command.host, command.text)
    process.environment = environment.merging(command.variables) { _, own in own }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    let begin = ContinuousClock.now
    do { try Self.start(process) } catch {
      throw Failure(.unreachable, "The command could not be started: \(error.localizedDescription).")
    }
    var limit = RunLimit(process.processIdentifier, seconds: seconds)
    let raw = RunOutput(output.fileHandleForReading, of: process.processIdentifier, &limit).text
    let exit = RunEnd.code(process, &limit)
    limit.sweep()
    let took = ContinuousClock.now - begin
    let (text, removed) = Redaction.clean(PlainOutput.of(raw), values: secrets)
    return Result(exit: exit, took: took, output: text, removed: removed, stopped: stopped(limit))
  }

  /// ssh ends; what it began on the other machine hears nothing of it.
  private func stopped(_ limit: RunLimit) -> String? {
    guard limit.isOver else { return nil }
    let why = limit.isInterrupted ? "you interrupted it" : "its time was over, \(seconds) s"
    return "It was stopped: \(why)."
      + (command.host.isEmpty ? "" : " What it began may go on on \(Layout.plain(command.host)); look there.")
  }

  /// A child inherits this thread's signal mask, and the pool's threads hold SIGTERM back.
  private static func start(_ process: Process) throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  /// Runbooks are written at a bash prompt; a plain sh knows less than they say.
  private static let shell = ["/bin/bash"].first { FileManager.default.isExecutableFile(atPath: $0) } ?? "/bin/sh"

  /// Asks for nothing, trusts no new key, lends no agent.
  static func ssh(_ host: String, _ text: String) -> [String] {
    ["ssh", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ForwardAgent=no", "-T", "--", host, text]
  }

  private var secrets: [String] {
    (environment.merging(command.variables) { _, own in own }).filter { Redaction.isSecretName($0.key) }.map(\.value)
  }
}
