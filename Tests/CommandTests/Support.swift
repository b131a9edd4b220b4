import Foundation
import Incidents
import Runbooks
import Testing

@testable import tocsin

enum Fixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
  static let path = folder.appendingPathComponent("RUNBOOK.md").path
  static let now = Timestamp(microseconds: 1_770_000_000_000_000)

  static func runbook() throws -> Runbook { try RunbookFile.checked(path) }
  static func team() throws -> Team? { try TeamText.read(named: nil, beside: path)?.team }
}

/// The built program, run as a shell runs it.
struct Program {
  var code: Int32
  var output: String
  var complaint: String

  init(_ arguments: String..., input: String = "") throws { try self.init(arguments, input: input) }

  init(_ arguments: [String], input: String = "") throws {
    let process = Process()
    process.executableURL = try Program.url()
    process.arguments = arguments
    process.currentDirectoryURL = FileManager.default.temporaryDirectory
    process.environment = ["PATH": "/usr/bin:/bin", "COLUMNS": "80"]
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    output = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    complaint = String(decoding: stderr.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    code = process.terminationStatus
  }

  /// Beside the test program, where the build puts it.
  private static func url() throws -> URL {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..").standardized
    let places = [beside, root.appendingPathComponent(".build/debug")].map { $0.appendingPathComponent("tocsin") }
    return try #require(places.first { FileManager.default.isExecutableFile(atPath: $0.path) })
  }
}
