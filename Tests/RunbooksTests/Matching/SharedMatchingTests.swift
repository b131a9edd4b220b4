import Foundation
import Testing

@testable import Runbooks

/// At least sixty alerts for each team: nine in ten find their scenario, and what is about nothing finds nothing.
@Suite struct TeamMatchingTests {
  static let ours = ["lanterna", "saas"]

  @Test(arguments: ours) func alertsFindTheirScenario(_ name: String) throws {
    try TeamMatching.expectNineInTen(name, try TeamMatching.ours(name))
  }

  @Test(arguments: ours) func unrelatedAlertsFindNothing(_ name: String) throws {
    try TeamMatching.expectNothing(try TeamMatching.ours(name))
  }
}

/// The same for the five teams whose runbooks lie beside a full checkout.
@Suite(.enabled(if: SharedRunbooks.present, "../shared/runbooks is not there: the five runbooks are not matched"))
struct SharedMatchingTests {
  @Test(arguments: SharedRunbooks.names) func alertsFindTheirScenario(_ name: String) throws {
    try TeamMatching.expectNineInTen(name, try TeamMatching.shared(name))
  }

  @Test(arguments: SharedRunbooks.names) func unrelatedAlertsFindNothing(_ name: String) throws {
    try TeamMatching.expectNothing(try TeamMatching.shared(name))
  }
}

enum TeamMatching {
  static func shared(_ name: String) throws -> Runbook {
    try RunbookReader.read(SharedRunbooks.bytes(name), name: name)
  }

  /// The runbook of an example team, or one that lies beside its alerts.
  static func ours(_ name: String) throws -> Runbook {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).dropFirst().joined(separator: "/")
    let example = URL(fileURLWithPath: "/\(root)/examples/\(name)/RUNBOOK.md")
    let data =
      try (try? Data(contentsOf: example)) ?? Data(contentsOf: AlertFile.folder.appendingPathComponent("\(name).md"))
    return try RunbookReader.read([UInt8](data), name: name)
  }

  static func expectNineInTen(_ name: String, _ runbook: Runbook) throws {
    let index = MatchIndex(runbook)
    let fresh = try AlertFile.read(name)
    let alerts = fresh + (AlertWording.byTeam[name] ?? [])
    let missed = alerts.filter { index.rank(summary: $0.summary, labels: $0.labels).first?.title != $0.scenario }
    for alert in missed {
      let found = index.rank(summary: alert.summary, labels: alert.labels)
      print("\(name) missed \(alert): \(found.map { "\($0.title) \($0.score) \($0.why.map(\.text))" })")
    }
    let titles = Set(runbook.scenarios.map(\.title))
    #expect(fresh.count >= 60 && alerts.allSatisfy { titles.contains($0.scenario) })
    #expect(missed.count * 10 <= alerts.count, "\(name): \(alerts.count - missed.count) of \(alerts.count)")
  }

  static func expectNothing(_ runbook: Runbook) throws {
    let index = MatchIndex(runbook)
    let alerts = try AlertFile.read("unrelated") + AlertWording.unrelated.map { AlertWording($0.0, $0.1, "") }
    for alert in alerts {
      let found = index.rank(summary: alert.summary, labels: alert.labels)
      #expect(found.isEmpty, "\(alert): \(found.map { "\($0.title) \($0.score) \($0.why.map(\.text))" })")
    }
  }
}
