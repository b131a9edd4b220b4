import Foundation
import Glibc

/// A running `StoreProbe`, and what it prints.
final class ProbeRun {
  static let path = "/proc/self/exe".resolved.parent + "/StoreProbe"

  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }
  static var canTrace: Bool { succeeds(["strace", "-o", "/dev/null", "true"]) }
  static var canMount: Bool { succeeds(["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt"]) }

  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()
  private var buffer: [UInt8] = []

  init(_ words: String..., through wrapper: [String] = []) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = wrapper + (words.isEmpty ? [] : [Self.path] + words)
    process.standardOutput = output
    process.standardInput = input
    try process.run()
  }

  var pid: Int32 { process.processIdentifier }

  /// The next line, or nil at the end.
  func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      buffer += more
    }
  }

  /// All further lines, to the end of the process.
  func rest() -> [String] {
    try? input.fileHandleForWriting.close()
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    process.waitUntilExit()
    return lines
  }

  func kill() {
    Glibc.kill(pid, SIGKILL)
    process.waitUntilExit()
  }

  private static func succeeds(_ words: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

extension String {
  fileprivate var resolved: String { (try? FileManager.default.destinationOfSymbolicLink(atPath: self)) ?? self }
  fileprivate var parent: String { (self as NSString).deletingLastPathComponent }
}
