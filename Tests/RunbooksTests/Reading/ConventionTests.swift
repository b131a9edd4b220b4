import Incidents
import Runbooks
import Testing

/// The shapes in which teams write one idea, each in a small document of our own.
struct ConventionTests {
  @Test func headingsWithBulletsAndRangesAndOptions() throws {
    let runbook = try Fixture.read("sev-headings")
    #expect(runbook.title == "Payments incident handbook")
    #expect(runbook.owner == "Payments SRE")
    #expect(runbook.lastUpdated == "2025-10-21")
    #expect(runbook.nextReview == "2026-01-15")
    #expect(runbook.scale == ["SEV-1 Critical 15", "SEV-2 Major 30", "SEV-3 Minor 240"])
    #expect(runbook.cadence.map(\.minutes) == [30, 120])
    #expect(runbook.ladder == ["On-call engineer@0", "Payments lead@15", "VP Engineering@45"])
    #expect(runbook.scenarios.map(\.title) == ["Card processor times out", "Ledger drift"])
    #expect(runbook.scenarios.map(\.severity) == ["SEV-1", "SEV-2"])
    #expect(runbook.scenarios[0].hasVerification)
    #expect(runbook.scenarios[0].actions.map(\.phase) == [.diagnosis, .diagnosis, .fix])
    #expect(runbook.scenarios[1].solutions.map(\.title) == ["Late events", "Bad deploy"])
    #expect(runbook.review.deadlineHours == 24)
  }

  @Test func boldParagraphsAndNumberedLadderAndGroupedScenarios() throws {
    let runbook = try Fixture.read("bold-paragraphs")
    #expect(runbook.scale == ["P1 Critical 15", "P2 High 60", "P3 Medium -"])
    #expect(runbook.severities[2].responseText.contains("next business day"))
    #expect(runbook.cadence.map { "\($0.severity ?? "all") \(Int($0.minutes ?? 0))" } == ["P1 30", "P2 120"])
    #expect(runbook.ladder == ["On-Call Engineer@-", "Senior SRE@30", "Head of Platform@60"])
    #expect(runbook.escalation.map(\.until) == [.acknowledged, .resolved, .resolved])
    #expect(runbook.scenarios.map(\.severity) == ["P1", "P1", "P2"])
  }

  @Test func aTableWithAcknowledgeAndResolveTimesHasNoResponseTime() throws {
    let runbook = try Fixture.read("sla-table")
    #expect(runbook.severities.map(\.ackMinutes) == [5, 15, 60, 1440])
    #expect(runbook.severities.allSatisfy { $0.responseMinutes == nil })
    #expect(runbook.severities.map(\.label) == ["Critical", "High", "Medium", "Low"])
    #expect(runbook.cadence.map(\.minutes) == [15, 30, 1440, nil])
    let first = runbook.escalation.filter { $0.severities == ["P1"] }
    #expect(first.map(\.target) == ["Primary on-call", "Engineering Manager"])
    #expect(first.map(\.afterMinutes) == [nil, 15])
  }

  @Test func wordsWithColoursAndAMatrixOfTimeAndSeverity() throws {
    let runbook = try Fixture.read("words-only")
    #expect(runbook.severities.map(\.name) == ["CRITICAL", "HIGH", "MEDIUM", "LOW"])
    #expect(runbook.severities.map(\.responseMinutes) == [15, 60, 240, nil])
    let critical = runbook.escalation.filter { $0.severities == ["CRITICAL"] }
    #expect(critical.map(\.target) == ["On-call engineer", "Team lead", "Director of Engineering"])
    #expect(critical.map(\.afterMinutes) == [0, 15, 30])
    #expect(runbook.scenarios.map(\.title) == ["Login broken"])
    #expect(runbook.scenarios[0].severity == "HIGH")
  }

  @Test(arguments: [
    ("drawn-ladder", ["On-call engineer@-", "Team lead@15", "CTO@60"]),
    ("yaml-ladder", ["Primary on-call@0", "Secondary on-call@10", "Engineering manager@30"]),
    ("prose-ladder", ["secondary on-call@10", "engineering manager@45", "CTO@120"]),
  ]) func aLadderDrawnOrToldOrInYAML(_ name: String, _ ladder: [String]) throws {
    #expect(try Fixture.read(name).ladder == ladder)
  }

  @Test func attributeTablesUnderHeadingsAndTimesInTheColumnHeads() throws {
    let runbook = try Fixture.read("attribute-tables")
    #expect(runbook.scale == ["P1 CRITICAL 15", "P2 HIGH 60"])
    #expect(runbook.cadence.map(\.minutes) == [30, 120])
    #expect(runbook.escalation.filter { $0.severities == ["P1"] }.map(\.afterMinutes) == [0, 30, 60])
    #expect(runbook.escalation.filter { $0.severities == ["P2"] }.map(\.target) == ["On-call engineer", "Team lead"])
  }

  @Test func aTableInHTML() throws {
    let runbook = try Fixture.read("html-table")
    #expect(runbook.title == "Field guide")
    #expect(runbook.severities.map(\.responseMinutes) == [15, 60, nil])
    #expect(runbook.severities.map(\.line) == [5, 6, 7])
  }

  @Test func aDocumentThatIsOneScenario() throws {
    let runbook = try Fixture.read("one-scenario")
    #expect(runbook.scenarios.map(\.title) == ["Redis: out of memory"])
    #expect(runbook.scenarios[0].symptoms.count == 2)
    #expect(runbook.scenarios[0].actions.count == 3)
    #expect(runbook.escalationRules.map(\.target) == ["Data platform lead"])
  }

  @Test func headingsAndTasksInsideAFenceAreText() throws {
    let runbook = try Fixture.read("nested-fences")
    #expect(runbook.title == "Nested")
    #expect(runbook.owner == "Core team")
    #expect(runbook.lastUpdated == "2025-06-01")
    #expect(runbook.severities.isEmpty)
    #expect(runbook.checklistItems.map(\.text) == ["first", "second", "third"])
    #expect(runbook.templates.map(\.kind) == [.postmortem])
    #expect(runbook.templates[0].line == 12)
    #expect(runbook.review.deadlineHours == 72)
  }

  @Test func windowsLineEndsByteOrderMarkFrontMatterAndNoTitle() throws {
    let runbook = try Fixture.read("windows")
    #expect(runbook.title == "Windows file")
    #expect(runbook.scale == ["P0  5", "P1  20"])
    #expect(runbook.severities.map(\.line) == [10, 11])
    #expect(runbook.contacts.map(\.placeholder) == [false, false, true])
    #expect(runbook.contacts[0].via == ["+44 20 7946 0958"])
    #expect(runbook.lines.count == 17)
  }

  @Test func situationsTemplatesInQuotationsAndRollback() throws {
    let runbook = try Fixture.read("situations")
    #expect(runbook.severities.map(\.responseMinutes) == [15, 120, nil])
    #expect(runbook.escalationRules.map(\.target) == ["Data Protection Officer", "Legal", "Vendor manager"])
    #expect(runbook.escalationRules.map(\.afterMinutes) == [0, 0, 30])
    #expect(runbook.cadence.map(\.audience) == [.internal, .external])
    #expect(runbook.templates.map(\.state) == [.monitoring, nil])
    #expect(runbook.templates[1].placeholders == ["<summary>", "$SEVERITY", "@your-name", "HH:MM"])
    #expect(runbook.rollback?.decideAfterMinutes == 20)
    #expect(runbook.rollback?.options.map(\.title) == ["Application"])
    #expect(runbook.rollback?.afterwards.map(\.text) == ["Tell the channel"])
  }

  @Test func whatAPhaseIsForIsNoStepOfIt() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Incident Response Process

      ### Phase 1: Triage (0-5 minutes)

      Objective: know what burns

      - Acknowledge the alert

      ### Phase 2: Mitigation (5-30 minutes)

      **Goal**: stop the bleeding

      1. Roll back
      2. Scope: check who is hit
      """)
    #expect(runbook.phases.map(\.items) == [["Acknowledge the alert"], ["Roll back", "Scope: check who is hit"]])
  }

  @Test func phasesInAListRolesInATableAndTheQuietWindow() throws {
    let runbook = try Fixture.read("phases")
    #expect(runbook.phases.map(\.title) == ["Detect", "Triage", "Fix", "Close"])
    #expect(runbook.phases.map(\.startMinutes) == [0, 5, 15, 1440])
    #expect(runbook.phases.map(\.endMinutes) == [5, 15, 240, 2880])
    #expect(runbook.roles.map(\.name) == ["Incident commander", "Scribe"])
    #expect(runbook.quietMinutes == 20)
    #expect(runbook.healthChecks.map(\.target) == ["Error rate below 1%", "Queue is empty"])
    #expect(runbook.review.agenda.map(\.minutes) == [10, 20])
  }

  @Test(arguments: [
    ("portuguese", ["SEV-1  15", "SEV-2  60", "SEV-3  -"], "API fora do ar", "2026-03-05"),
    ("german", ["P1 Kritisch 0", "P2 Hoch 30"], "Datenbank voll", "2026-03-12"),
    ("chinese", ["P0 紧急 15", "P1 高 60"], "数据库不可用", nil),
  ]) func anotherLanguageIsWords(_ name: String, _ scale: [String], _ scenario: String, _ updated: String?) throws {
    let runbook = try Fixture.read(name)
    #expect(runbook.scale == scale)
    #expect(runbook.scenarios.map(\.title) == [scenario])
    #expect(runbook.scenarios[0].symptoms.count == 1)
    #expect(runbook.scenarios[0].hasFix)
    #expect(runbook.lastUpdated == updated)
  }
}
