import Incidents
import Runbooks
import Testing

/// Whole documents that mix conventions, each with the facts a reader needs first.
struct VariationTests {
  @Test func numberedSectionsLevelsWithTriggersAndTwoAudiences() throws {
    let runbook = try Fixture.read("numbered-sections")
    #expect(runbook.scale == ["P1 Critical 15", "P2 High 60", "P3 Medium 240", "P4 Low -"])
    #expect(runbook.lastUpdated == "2026-01")
    #expect(runbook.ladder == ["On-call engineer@-", "Team lead@30", "Engineering director@60"])
    #expect(runbook.escalation[1].severities == ["P1", "P2"])
    #expect(runbook.escalationRules.map(\.target) == ["CEO", "Security lead"])
    #expect(runbook.cadence.filter { $0.severity == "P1" }.map(\.minutes) == [15, 30])
    #expect(runbook.scenarios.map(\.title) == ["Database CPU high", "Certificate expired"])
    #expect(runbook.scenarios[0].severity == "P2")
    #expect(runbook.scenarios[0].solutions.map(\.title) == ["Missing index", "Long query"])
    #expect(runbook.scenarios[1].hasVerification)
    #expect(
      runbook.templates.map(\.name) == [
        "Status page: Investigating", "Status page: Resolved", "Email to customers: Template",
      ])
    #expect(runbook.review.deadlineHours == 24)
    #expect(runbook.contacts.isEmpty)
  }

  @Test func timesInAListApartFromTheScaleAndPhasesInATable() throws {
    let runbook = try Fixture.read("playbooks")
    #expect(runbook.scale == ["SEV1  5", "SEV2  30", "SEV3  -"])
    #expect(runbook.incidentNameForm == "inc-YYYYMMDD-shortname")
    let first = runbook.escalation.filter { $0.severities == ["SEV1"] }
    #expect(first.map(\.target) == ["On-call engineer", "Backup engineer", "CTO"])
    #expect(first.map(\.afterMinutes) == [nil, 10, nil])
    #expect(runbook.escalationRules.map(\.when) == ["Customer data is at risk"])
    #expect(runbook.phases.map(\.items) == [["Acknowledge"], ["Stop the damage"], ["Restore"]])
    #expect(runbook.phases.map(\.startMinutes) == [0, 5, 30])
    #expect(runbook.scenarios.map(\.title) == ["High latency", "Queue stuck"])
    #expect(runbook.scenarios[1].solutions.map(\.title) == ["Option A", "Option B"])
    #expect(runbook.review.deadlineHours == 120)
    #expect(
      runbook.contacts.map(\.via) == [["PagerDuty schedule \"core\""], ["security@corp.test", "+1 202 555 0143"]])
  }

  @Test func aResolutionTargetIsNoResponseTimeAndAConditionMayLead() throws {
    let runbook = try Fixture.read("conditions")
    #expect(runbook.title == "Incident Guide")
    #expect(runbook.severities.map(\.name) == ["P0", "P1", "P2"])
    #expect(!runbook.severities.contains { $0.responseMinutes == 60 && $0.name == "P0" })
    #expect(runbook.ladder == ["secondary@10", "engineering manager@30", "VP of Engineering@120"])
    #expect(runbook.escalation.map(\.until) == [.acknowledged, .resolved, .resolved])
    #expect(runbook.scenarios.map(\.title) == ["Redis (OOMKilled)", "API 5xx (>1%)"])
    #expect(runbook.review.deadlineHours == 336)
  }

  @Test func aLadderOfArrowsOnOneLine() throws {
    let runbook = try Fixture.read("arrows")
    #expect(runbook.scale == ["Sev-0  5", "Sev-1  15", "Sev-2  -"])
    #expect(runbook.ladder == ["Primary on-call@-", "Secondary on-call@15", "Engineering manager@30", "VP@60"])
    #expect(runbook.escalation[3].severities == ["Sev-0"])
    #expect(runbook.scenarios.map(\.severity) == ["Sev-1", nil])
    #expect(runbook.scenarios[0].solutions.count == 2)
    #expect(runbook.scenarios[0].hasVerification)
    #expect(runbook.rollback?.criteria.map(\.text) == ["Errors after deploy"])
    #expect(runbook.owner == "Data team")
    #expect(runbook.lastUpdated == "2026-02-01")
    #expect(runbook.review.severities == ["Sev-0", "Sev-1"])
  }

  @Test func aScaleInOneSentenceAndATableOfSymptomsAndFixes() throws {
    let runbook = try Fixture.read("sentences")
    #expect(runbook.severities.map(\.responseMinutes) == [5, 30, nil])
    #expect(runbook.ladder == ["On-call SRE@0", "SRE lead, database expert@15", "Director@30"])
    #expect(runbook.phases.map(\.endMinutes) == [5, 30])
    #expect(runbook.scenarios.map(\.severity) == ["SEV1", "SEV2"])
    #expect(runbook.scenarios[1].symptoms.map(\.text) == ["Queue high"])
    #expect(runbook.scenarios[1].hasFix)
    #expect(runbook.roles.map(\.name) == ["Incident Commander", "Communications Lead"])
  }

  @Test func absurdNumbersAreBounded() throws {
    let nines = String(repeating: "9", count: 400)
    let text =
      "# R\n\n## Escalation\n\n1. On-call\n2. Lead (after \(nines) months)\n\nUpdates every \(nines) hours.\n\n"
      + "## Severity\n\n- P1: respond in \(nines) weeks\n- P2: respond in 0.\(nines) min\n\nUpdated \(nines)-\(nines)-\(nines)\n"
    let runbook = try Fixture.text(text)
    #expect(!RunbookJSON.encode(runbook).isEmpty)
  }
}
