import Engine
import Foundation
import Incidents
import Runbooks
import Testing

@testable import tocsin

/// The root of the package, found from this file.
private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The runbooks of five real teams, which stand beside a full checkout and not in a clone.
enum RealRunbooks {
  private static let folder = root.appending(path: "../shared/runbooks").standardized
  static let present = FileManager.default.fileExists(atPath: folder.path)
  static let absent: Comment = "The real runbooks stand in ../shared/runbooks, which this checkout does not have."
  static let names = ["sip-protocol", "zkintents", "blockchain-dapp", "usdx-wexel", "vlossom"]

  static func path(_ name: String) -> String { folder.appending(path: name + ".md").path }

  /// Played without a team file: by the document's own roles.
  static func drill(_ name: String) throws -> Drill { Drill(try RunbookFile.read(path(name)), nil) }
}

/// The example that comes with the program, with its people.
enum Example {
  static let path = root.appending(path: "examples/lanterna/RUNBOOK.md").path

  static func drill(_ change: (inout Team) -> Void = { _ in }) throws -> Drill {
    var team = try #require(try TeamText.read(named: nil, beside: path)?.team)
    change(&team)
    return Drill(try RunbookFile.read(path), team)
  }
}

extension Timestamp {
  /// 14 February 2026, 03:12 UTC.
  static let night = Timestamp(microseconds: 1_771_038_720_000_000)
}

extension DrillEvent {
  /// `15 page Secondary On-Call Engineer escalated L62`
  var short: String {
    ([String(minute), kind.rawValue, target, reason?.rawValue, line.map { "L\($0)" }] as [String?])
      .compactMap { $0 }.joined(separator: " ")
  }
}

extension DrillNight {
  var story: [String] { events.map(\.short) }
  func story(_ kinds: DrillEvent.Kind...) -> [String] { events.filter { kinds.contains($0.kind) }.map(\.short) }
  func text(_ minute: Int, _ kind: DrillEvent.Kind) -> String {
    events.first { $0.minute == minute && $0.kind == kind }?.text ?? ""
  }
}

extension Drill {
  func play(
    _ title: String, _ severity: String? = nil, ack: Int? = nil, resolve: Int? = nil,
    _ change: (inout DrillQuestion) -> Void = { _ in }
  ) throws -> DrillNight {
    var question = DrillQuestion(
      scenario: title, severity: severity, start: .night, acknowledgeAfter: ack, resolveAfter: resolve)
    change(&question)
    return try play(question)
  }

  /// The words of a line, so that a test holds the document and not only its number.
  func words(_ line: Int) -> String { runbook.lines.indices.contains(line - 1) ? runbook.lines[line - 1] : "" }
}
