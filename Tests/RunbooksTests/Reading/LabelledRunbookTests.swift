import Foundation
import Runbooks
import Testing

/// What a careful reader found in each real runbook, held against our reading.
@Suite(.enabled(if: Fixture.sharedExists, "the labelled runbooks are not beside this package"))
struct LabelledRunbookTests {
  static let names = ["blockchain-dapp", "sip-protocol", "usdx-wexel", "vlossom", "zkintents"]

  @Test(arguments: names) func agreesWithACarefulReader(_ name: String) throws {
    let label = try Fixture.label(name)
    let runbook = try Fixture.real(name)
    compareSeverities(list(label, "severities"), runbook)
    compareScenarios(list(label, "scenarios"), runbook)
    let required = list(label, "escalation").filter { $0["optional"] as? Bool != true }
    #expect(runbook.escalation.count >= required.count)
    let templates = list(label, "templates").filter { $0["optional"] as? Bool != true }
    #expect(runbook.templates.count == templates.count)
    let review = label["pir"] as? [String: Any]
    #expect(runbook.review.deadlineHours == review?["deadline_hours"] as? Double)
    #expect(runbook.checklistItems.count == label["checklist_items_count"] as? Int)
    #expect(runbook.contacts.count == label["contacts_count"] as? Int)
    #expect(runbook.lastUpdated == label["last_updated"] as? String)
    #expect(runbook.nextReview == label["next_review"] as? String)
  }

  private func list(_ label: [String: Any], _ field: String) -> [[String: Any]] {
    label[field] as? [[String: Any]] ?? []
  }

  private func compareSeverities(_ expected: [[String: Any]], _ runbook: Runbook) {
    #expect(runbook.severities.count == expected.count)
    for (want, got) in zip(expected, runbook.severities) {
      #expect((want["name"] as? String)?.hasPrefix(got.name) == true)
      #expect(want["rank"] as? Int == got.rank)
      #expect(want["response_minutes"] as? Double == got.responseMinutes)
    }
  }

  private func compareScenarios(_ expected: [[String: Any]], _ runbook: Runbook) {
    #expect(runbook.scenarios.map(\.title) == expected.map { $0["title"] as? String ?? "" })
    for (want, got) in zip(expected, runbook.scenarios) {
      #expect(got.severity == want["severity"] as? String)
      #expect(got.symptoms.count == want["symptoms_count"] as? Int)
      #expect(got.hasFix == want["solution_or_fix_present"] as? Bool)
      #expect(got.hasVerification == want["verification_present"] as? Bool)
      let commands = got.actions.filter { $0.kind == .command }.count
      let wanted = want["commands_count"] as? Int ?? 0
      #expect(abs(commands - wanted) <= max(0, wanted / 10), "\(got.title): \(commands) commands, \(wanted) counted")
    }
  }
}
