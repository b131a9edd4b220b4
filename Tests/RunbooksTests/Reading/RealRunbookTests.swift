import Incidents
import Runbooks
import Testing

/// Facts of real runbooks, with the lines that state them. Skipped in a clone that lacks the material.
@Suite(.enabled(if: Fixture.sharedExists, "the real runbooks are not beside this package"))
struct RealRunbookTests {
  @Test func theTableOfSeveritiesAndTheListOfTargetsAreHeldAgainstEachOther() throws {
    let runbook = try Fixture.real("sip-protocol")
    #expect(runbook.scale == ["P0 Critical 5", "P1 High 15", "P2 Medium 60", "P3 Low 240"])
    #expect(runbook.severities.map(\.line) == [25, 26, 27, 28])
    #expect(runbook.severities[1].ackMinutes == 5)
    #expect(runbook.severities[1].ackLine == 42)
    #expect(runbook.assumptions.contains { $0.lines == [42, 26] && $0.chosen.contains("5 minutes") })
  }

  @Test func theEscalationTableIsALadderAndTheMatrixIsRules() throws {
    let runbook = try Fixture.real("sip-protocol")
    #expect(
      runbook.ladder == [
        "Primary On-Call Engineer@-", "Secondary On-Call Engineer@15", "Senior Engineer@30", "Engineering Manager@45",
        "CTO/Founder@60",
      ])
    #expect(runbook.escalation[1].severities == ["P0", "P1"])
    #expect(runbook.escalation[1].until == .acknowledged)
    #expect(runbook.escalation[4].condition == "security breach")
    #expect(runbook.escalation.map(\.line) == [61, 62, 63, 64, 65])
    let breach = runbook.escalationRules.filter { $0.line == 713 }
    #expect(breach.map(\.target) == ["Security Lead", "Manager"])
    #expect(breach.allSatisfy { $0.afterMinutes == 0 })
    #expect(runbook.escalationRules.first { $0.line == 711 }?.afterMinutes == 15)
  }

  @Test func theRestOfALongRunbookIsFound() throws {
    let runbook = try Fixture.real("sip-protocol")
    #expect(runbook.encodingRepaired)
    #expect(runbook.lines[121].hasPrefix("🚨 INCIDENT OPENED"))
    #expect(runbook.rollback?.decideAfterMinutes == 30)
    #expect(runbook.rollback?.decideLine == 622)
    #expect(runbook.rollback?.options.count == 3)
    #expect(runbook.quietMinutes == 15)
    #expect(runbook.quietLine == 854)
    #expect(runbook.review.deadlineHours == 48)
    #expect(runbook.review.severities == ["P0", "P1"])
    #expect(runbook.review.agenda.map(\.minutes) == [5, 10, 5, 10, 10, 5])
    #expect(runbook.services.map(\.port) == [5000, 5001, 5002, 5003])
    #expect(runbook.contacts.count == 7)
    #expect(runbook.contacts.allSatisfy { $0.placeholder })
    let first = try #require(runbook.scenarios.first)
    #expect(first.severity == "P0")
    #expect(first.line == 210)
    #expect(first.symptoms.map(\.line) == [213, 214, 215])
    #expect(first.solutions.count == 4)
  }

  @Test func aLadderOfLevelsGoesOnUntilTheIncidentIsResolved() throws {
    let runbook = try Fixture.real("usdx-wexel")
    #expect(runbook.ladder == ["On-Call Engineer@0", "Team Lead / Senior Engineer@30", "CTO / Founders@60"])
    #expect(runbook.escalation.allSatisfy { $0.until == .resolved })
    #expect(runbook.scale == ["P0 Critical 0", "P1 High 15", "P2 Medium 60", "P3 Low -"])
    #expect(runbook.incidentNameForm == "INC-YYYY-MM-DD-##")
    #expect(runbook.phases.filter { $0.severities == ["P0"] }.map(\.startMinutes) == [0, 5, 10, 15, 30, 45, 60, 1440])
    #expect(runbook.phases.filter { $0.severities == ["P1"] }.count == 4)
    #expect(runbook.checklistItems.count == 44)
    #expect(runbook.templates.last?.kind == .postmortem)
  }

  @Test func anSLAIsTheTimeUntilTheNextRung() throws {
    let runbook = try Fixture.real("blockchain-dapp")
    #expect(runbook.ladder == ["Primary On-Call@-", "Secondary On-Call@15", "Engineering Manager@45", "CTO@-"])
    #expect(
      runbook.roles.map(\.name).prefix(3) == ["Incident Commander (IC)", "Technical Lead", "Communications Lead"])
    #expect(runbook.phases.map(\.endMinutes) == [5, 15, 30, nil, nil])
    #expect(runbook.cadence.map(\.minutes) == [15, 30, 60, nil])
  }

  @Test func aConditionOnTheRungBeforeIsReadFromTheStart() throws {
    let runbook = try Fixture.real("zkintents")
    #expect(runbook.ladder == ["On-call engineer@-", "Team lead@30", "Engineering manager@60", "CTO@-"])
    #expect(runbook.escalation.map(\.until) == [.acknowledged, .resolved, .resolved, .resolved])
    #expect(runbook.escalation[3].severities == ["P0"])
    #expect(runbook.assumptions.contains { $0.lines == [43, 44] })
    let breach = runbook.escalationRules.filter { $0.scenario == "Data Breach" }
    #expect(breach.map(\.target) == ["CTO", "Legal", "Security team"])
    #expect(runbook.escalationRules.first?.target == "Team lead")
  }

  @Test func textMangledByAnotherCodePageIsMended() throws {
    let runbook = try Fixture.real("vlossom")
    #expect(runbook.encodingRepaired)
    #expect(runbook.lines[219].hasPrefix("⚠️ **CAUTION"))
    #expect(runbook.lines[240].hasPrefix("🚨 INCIDENT"))
    #expect(runbook.lastUpdated == "2024-12")
    #expect(runbook.escalationRules.contains { $0.when == "Security issues" && $0.line == 270 })
  }
}
