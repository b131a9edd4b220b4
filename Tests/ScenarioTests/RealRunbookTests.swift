import Engine
import Incidents
import Runbooks
import Testing

/// For each real runbook: an alert of that team opens the right scenario at the right severity, and with nobody
/// answering exactly the people of its ladder are paged at its minutes, each by the line that says so.
@Suite(.enabled(if: RealRunbooks.present, RealRunbooks.absent))
struct RealRunbookTests {
  static let sip = [
    "Primary On-Call Engineer": "ana", "Secondary On-Call Engineer": "bo", "Senior Engineer": "chidi",
    "Engineering Manager": "dana", "CTO/Founder": "eve", "Security Lead": "sam", "Legal Team": "lea",
  ]

  @Test func aWebsiteThatIsDownClimbsAllFiveRungs() throws {
    let real = try RealTeam("sip-protocol", Self.sip)
    var night = real.night("Website down: HTTP 502 from the uptime monitor")
    #expect(night.incident.scenario == "Website Down")
    #expect(night.incident.severity == "P0")
    night.pass(74)
    #expect(night.lines == ["0 ana L61", "15 bo L62", "30 chidi L712", "45 dana L64", "60 eve L65"])
    #expect(real.words(712).contains("P0 lasting >30 min"))
    #expect(night.said(.late).map(\.line) == [42])
    #expect(night.said(.rollback).map(\.line) == [622])
    #expect(night.said(.updateDue).map(\.line) == [135, 135, 135, 135])
  }

  @Test func anAnsweredButUnresolvedWebsiteStillPagesTheSeniorEngineer() throws {
    var night = try RealTeam("sip-protocol", Self.sip).night("Website down: HTTP 502 from the uptime monitor")
    night.pass(17)
    try night.acknowledge("bo")
    night.pass(120)
    #expect(night.lines == ["0 ana L61", "15 bo L62", "30 chidi L712"])
  }

  @Test func slownessIsOfLowerSeverityAndLeavesTheSecondaryAlone() throws {
    var night = try RealTeam("sip-protocol", Self.sip).night("High latency: slow performance of the quote API")
    #expect(night.incident.scenario == "High Latency / Slow Performance")
    #expect(night.incident.severity == "P2")
    night.pass(74)
    #expect(night.lines == ["0 ana L61", "30 chidi L63", "45 dana L64", "60 eve L65"])
  }

  @Test func aSecurityBreachPagesTheTopAndTheSecurityLeadAtOnce() throws {
    var night = try RealTeam("sip-protocol", Self.sip).night("Security breach: unknown admin session")
    #expect(night.incident.severity == "P0")
    night.pass(1)
    #expect(Set(night.lines) == ["0 ana L61", "0 eve L65", "0 sam L713", "0 dana L713"])
  }

  static let zk = [
    "On-call engineer": "ana", "Team lead": "bo", "Engineering manager": "chidi", "CTO": "eve", "Legal": "lea",
    "Security team": "sam",
  ]

  @Test func aSequencerThatIsDownClimbsToTheCTO() throws {
    let real = try RealTeam("zkintents", Self.zk)
    var night = real.night("Sequencer down: health check failing", severity: "critical")
    #expect(night.incident.scenario == "Sequencer Down")
    #expect(night.incident.severity == "P0")
    night.pass(119)
    #expect(night.lines == ["0 ana L42", "30 bo L88", "60 chidi L44", "90 eve L45"])
    #expect(real.words(88).contains("If not resolved in 30 min"))
  }

  @Test func anAnswerDoesNotStopWhatIsTiedToResolution() throws {
    var night = try RealTeam("zkintents", Self.zk).night("Sequencer down: health check failing", severity: "critical")
    night.pass(2)
    try night.acknowledge("ana")
    night.pass(200)
    // The chief's rung states no stop and stands above rungs that go on, so the answer does not stop it.
    #expect(night.lines == ["0 ana L42", "30 bo L88", "60 chidi L44", "90 eve L45"])
    #expect(night.pages.last?.assumption?.hasSuffix("It goes on until resolved, as that one does.") == true)
  }

  @Test func theCTOIsForTheWorstOnly() throws {
    var night = try RealTeam("zkintents", Self.zk).night(
      "Slow queries in the database", labels: ["severity": "P1"])
    #expect(night.incident.scenario == "Database Slow Queries")
    #expect(night.incident.severity == "P1")
    night.pass(89)
    #expect(night.lines == ["0 ana L42", "30 bo L182", "60 chidi L44"])
  }

  @Test func aDataBreachPagesTheCTOLegalAndSecurityAtOnce() throws {
    var night = try RealTeam("zkintents", Self.zk).night("Data breach: unauthorized access detected")
    #expect(night.incident.scenario == "Data Breach")
    #expect(night.incident.severity == "P0")
    night.pass(29)
    #expect(Set(night.lines) == ["0 ana L42", "0 eve L297", "0 lea L297", "0 sam L297"])
  }

  @Test func anApplicationThatDoesNotStartClimbsByTheSLAs() throws {
    let real = try RealTeam(
      "blockchain-dapp",
      ["Primary On-Call": "ana", "Secondary On-Call": "bo", "Engineering Manager": "chidi", "CTO": "eve"])
    var night = real.night("Application won't start: container exits at once", labels: ["severity": "SEV1"])
    #expect(night.incident.scenario == "Application Won't Start")
    #expect(night.incident.severity == "SEV 1")
    night.pass(104)
    #expect(night.lines == ["0 ana L603", "15 bo L604", "45 chidi L605", "75 eve L606"])
    #expect(night.said(.updateDue).count == 6)
    #expect(night.said(.updateDue).allSatisfy { $0.line == 519 })
  }

  @Test func anAPIThatIsUnavailableClimbsTheThreeLevels() throws {
    let real = try RealTeam(
      "usdx-wexel", ["On-Call Engineer": "ana", "Team Lead / Senior Engineer": "bo", "CTO / Founders": "eve"])
    var night = real.night("API unavailable: 503 from every endpoint", severity: "critical")
    #expect(night.incident.scenario == "API Unavailable")
    #expect(night.incident.severity == "P0")
    #expect(night.incident.name == "INC-2026-02-14-01")
    night.pass(89)
    #expect(night.lines == ["0 ana L377", "30 bo L382", "60 eve L387"])
  }

  @Test func whereNoLadderIsStatedTheContactsAreClimbed() throws {
    let real = try RealTeam("vlossom", ["On-Call": "ana", "Tech Lead": "bo", "Product": "pia", "Security": "sam"])
    var night = real.night("API down: 5xx errors", labels: ["priority": "P0"])
    #expect(night.incident.scenario == "API Down / 5xx Errors")
    #expect(night.incident.severity == "P0")
    night.pass(29)
    #expect(night.lines == ["0 ana L267", "15 bo L268"])
    #expect(real.words(268).contains("P0/P1 incidents"))
    #expect(night.said(.paged).last?.detail.contains("Assumed:") == true)
  }

  @Test func paymentFailuresTellTheSecurityTeamAtOnce() throws {
    let real = try RealTeam("vlossom", ["On-Call": "ana", "Tech Lead": "bo", "Product": "pia", "Security": "sam"])
    var night = real.night("Payment failures: escrow transfers revert")
    #expect(night.incident.scenario == "Payment Failures")
    night.pass(1)
    #expect(Set(night.lines) == ["0 ana L267", "0 sam L168"])
  }

  @Test(arguments: ["sip-protocol", "zkintents", "blockchain-dapp", "usdx-wexel", "vlossom"])
  func everySeverityOfEveryRunbookHasALadderThatReachesSomebody(_ name: String) throws {
    let runbook = try RealRunbooks.read(name)
    let solo = Team(
      people: [Person(id: "ana", name: "Ana", methods: [ContactMethod(channel: "push")])], fallback: "ana")
    for severity in runbook.severities {
      for scenario in runbook.scenarios.map(\.title) + [""] {
        let question = LadderQuestion(severity: severity.name, scenario: scenario.isEmpty ? nil : scenario)
        #expect(!Escalation.ladder(runbook, question, solo).isEmpty, "\(severity.name) \(scenario)")
      }
    }
    #expect(!Reachability.of(runbook, solo, at: .threeInTheMorning).isEmpty)
    #expect(Reachability.of(runbook, Team(), at: .threeInTheMorning).first?.inChain == true)
  }
}
