import Foundation
import Synchronization

/// A process that the test started and that the test ends. It also ends by itself after five minutes.
final class ChildProcess: Sendable {
  enum Output { case standardOutput, standardError }

  private let process: Process
  private let lines: LineReader

  init(_ executable: String, _ arguments: [String], output: Output) async throws {
    let pipe = Pipe()
    process = try await onOwnThread {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
      process.arguments = ["--kill-after=5", "300", executable] + arguments
      process.standardOutput = output == .standardOutput ? pipe : FileHandle.nullDevice
      process.standardError = output == .standardError ? pipe : FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      // A child inherits this thread's signal mask, and the pool's threads hold SIGTERM back.
      var none = sigset_t()
      sigemptyset(&none)
      pthread_sigmask(SIG_SETMASK, &none, nil)
      try process.run()
      return process
    }
    lines = LineReader(pipe.fileHandleForReading)
  }

  /// Reads on until a line holds the text; nil when the output ends before.
  func line(containing text: String) async throws -> String? {
    try await onOwnThread { [lines] in lines.next(containing: text) }
  }

  var isRunning: Bool { process.isRunning }

  deinit { end() }

  func end() {
    if process.isRunning { process.terminate() }
  }

  /// Runs a command to its end and gives what it printed on standard output; throws when it does not exit with 0.
  static func output(_ executable: String, _ arguments: [String]) async throws -> String {
    try await onOwnThread { try run(executable, arguments) }
  }

  private static func run(_ executable: String, _ arguments: [String]) throws -> String {
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = ["60", executable] + arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BrowserError(description: "\(executable) \(arguments.first ?? "") exited with \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self)
  }
}

/// Reads a pipe on a thread of its own, to its end, so that the writer never waits; hands out lines as they are asked for.
private final class LineReader: Sendable {
  private struct State {
    var lines: [String] = []
    var ended = false
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      var rest = Data()
      while case let chunk = handle.availableData, !chunk.isEmpty {
        rest.append(chunk)
        while let end = rest.firstIndex(of: 10) {
          let line = String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
          rest = Data(rest[rest.index(after: end)...])
          state.withLock { $0.lines.append(line) }
          arrived.signal()
        }
      }
      state.withLock { $0.ended = true }
      arrived.signal()
    }
  }

  func next(containing text: String) -> String? {
    while true {
      if let line = state.withLock({ $0.lines.isEmpty ? nil : $0.lines.removeFirst() }) {
        if line.contains(text) { return line }
      } else if state.withLock({ $0.ended }) {
        return nil
      } else {
        arrived.wait()
      }
    }
  }
}
