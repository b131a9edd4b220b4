import Foundation
import Incidents
import Runbooks
import Testing

/// Whole runbooks of our own in every convention, each held against what a careful reader finds in it.
struct FixtureReadingTests {
  static let names = Expected.names

  @Test func thereIsAnExpectedReadingForEveryConvention() { #expect(Self.names.count >= 114) }

  @Test(arguments: names) func readsAsACarefulReaderDoes(_ name: String) throws {
    let expected = try Expected(name)
    let runbook = try Fixture.read(name)
    #expect(runbook.severities.count == expected.list("severities").count)
    for (want, got) in zip(expected.list("severities"), runbook.severities) { compare(want, got) }
    let cadence = runbook.cadence.map { "\($0.severity ?? "all") \($0.minutes ?? -1)" }
    #expect(cadence == expected.cadence)
    compareLadder(expected, runbook)
    compareScenarios(expected, runbook)
    #expect(runbook.templates.map { "\($0.name): \($0.kind.rawValue)" } == expected.templates)
    #expect(runbook.checklistItems.count == expected.number("checklist_items_count"))
    #expect(runbook.contacts.count == expected.number("contacts_count"))
    #expect(runbook.review.present == expected.review["present"] as? Bool)
    #expect(runbook.review.deadlineHours == expected.review["deadline_hours"] as? Double)
    #expect(runbook.lastUpdated == expected.fields["last_updated"] as? String)
    #expect(runbook.nextReview == expected.fields["next_review"] as? String)
  }

  private func compare(_ want: [String: Any], _ got: Severity) {
    #expect((want["name"] as? String)?.hasPrefix(got.name) == true)
    #expect(want["rank"] as? Int == got.rank)
    let told = want["ack"] as? Bool == true ? got.responseMinutes ?? got.ackMinutes : got.responseMinutes
    #expect(want["response_minutes"] as? Double == told, "\(got.name)")
  }

  /// A first rung without a time and one at minute 0 say the same.
  private func compareLadder(_ expected: Expected, _ runbook: Runbook) {
    let want = expected.list("escalation")
    let bySeverity = want.contains { $0["severity"] != nil }
    let wanted = want.map {
      let role = ($0["role_or_target"] as? String ?? "").split(separator: ": ").last.map(String.init) ?? ""
      return "\($0["severity"] as? String ?? "") \(role) \($0["after_minutes"] as? Double ?? 0)"
    }
    let got = runbook.escalation.map {
      "\(bySeverity ? $0.severities.first ?? "" : "") \($0.target) \($0.afterMinutes ?? 0)"
    }
    #expect(Set(got) == Set(wanted))
    #expect(got.count == wanted.count)
  }

  private func compareScenarios(_ expected: Expected, _ runbook: Runbook) {
    let want = expected.list("scenarios")
    #expect(runbook.scenarios.map(\.title) == want.map { $0["title"] as? String ?? "" })
    for (want, got) in zip(want, runbook.scenarios) {
      #expect(got.severity == want["severity"] as? String, "\(got.title)")
      #expect(got.symptoms.count == want["symptoms_count"] as? Int, "\(got.title)")
      #expect(got.hasFix == want["solution_or_fix_present"] as? Bool, "\(got.title)")
      #expect(got.hasVerification == want["verification_present"] as? Bool, "\(got.title)")
      #expect(got.actions.count { $0.kind == .command } == want["commands_count"] as? Int, "\(got.title)")
    }
  }
}

/// A label beside a fixture, in the shape of the labels of the real runbooks.
struct Expected {
  let fields: [String: Any]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/expected")

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  init(_ name: String) throws {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent("\(name).json"))
    fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  func list(_ field: String) -> [[String: Any]] { fields[field] as? [[String: Any]] ?? [] }
  func number(_ field: String) -> Int { fields[field] as? Int ?? 0 }
  var review: [String: Any] { fields["pir"] as? [String: Any] ?? [:] }
  var cadence: [String] {
    list("update_cadence").map { "\($0["severity"] as? String ?? "all") \($0["minutes"] as? Double ?? -1)" }
  }
  var templates: [String] {
    list("templates").map { "\($0["name_or_heading"] as? String ?? ""): \($0["kind"] as? String ?? "")" }
  }
}
