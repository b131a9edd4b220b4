import Foundation
import Runbooks
import Testing

/// Documents that the tests read: our own fixtures, and real runbooks where the material stands beside the package.
enum Fixture {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  private static let root = tests.deletingLastPathComponent().deletingLastPathComponent()
  static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")

  static var sharedExists: Bool {
    FileManager.default.fileExists(atPath: shared.appendingPathComponent("runbooks").path)
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: tests.appendingPathComponent("Fixtures/\(name).md")))
  }

  static func read(_ name: String) throws -> Runbook { try RunbookReader.read(bytes(name), name: name) }

  static func text(_ text: String) throws -> Runbook { try RunbookReader.read(Array(text.utf8), name: "text") }

  static func real(_ name: String) throws -> Runbook {
    let data = try Data(contentsOf: shared.appendingPathComponent("runbooks/\(name).md"))
    return try RunbookReader.read([UInt8](data), name: name)
  }

  static func label(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: shared.appendingPathComponent("expected/\(name).json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}

extension Runbook {
  /// "SEV-1 Critical 15": name, label, minutes to respond.
  var scale: [String] {
    severities.map { "\($0.name) \($0.label) \($0.responseMinutes.map { String(Int($0)) } ?? "-")" }
  }

  /// "Team lead@30": target and start.
  var ladder: [String] {
    escalation.map { "\($0.target)@\($0.afterMinutes.map { String(Int($0)) } ?? "-")" }
  }
}
