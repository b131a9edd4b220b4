import Engine
import Incidents
import Runbooks
import Testing

/// Nights of five real runbooks, each read by hand against its document and held event by event.
@Suite(.enabled(if: RealRunbooks.present, RealRunbooks.absent))
struct GoldenDrillTests {
  @Test func nobodyAnswersTheWorstOfFiveRungs() throws {
    let drill = try RealRunbooks.drill("sip-protocol")
    let night = try drill.play("Website Down", "P0")
    #expect(
      night.story == [
        "0 opened P0 L210", "0 phase Initial Assessment L85", "0 page Primary On-Call Engineer first L61",
        "5 late P0 L42", "15 page Secondary On-Call Engineer escalated L62", "15 updateDue P0 L135",
        "30 page Senior Engineer escalated L712", "30 updateDue P0 L135", "30 decision rollback L622",
        "45 page Engineering Manager escalated L64", "45 updateDue P0 L135", "60 page CTO/Founder escalated L65",
        "60 updateDue P0 L135",
      ])
    #expect(drill.words(42).contains("<5 minutes for P0/P1"))
    #expect(drill.words(62).contains("15 minutes (P0/P1)"))
    #expect(drill.words(64).contains("45 minutes"))
    #expect(drill.words(65).contains("1 hour or security breach"))
    #expect(drill.words(135).contains("P0: Every 15 minutes"))
    #expect(drill.words(622).contains("Unable to fix within 30 minutes"))
    #expect(drill.words(712).contains("P0 lasting >30 min"))
    #expect(
      night.closing == "Nobody answers: the last page goes out at 01:00, and at 01:15 the ladder begins again.")
  }

  @Test func itsReviewIsDueTwoDaysAfterTheResolution() throws {
    let drill = try RealRunbooks.drill("sip-protocol")
    let night = try drill.play("Website Down", "P0", resolve: 90)
    #expect(
      night.story(.resolved, .verified, .reviewDue) == ["90 resolved", "105 verified L854", "2970 reviewDue P0 L748"])
    #expect(night.story(.updateDue).count == 5)
    #expect(night.events.last?.minute == 90 + 48 * 60)
    #expect(drill.words(854).contains("Monitor for 15 minutes before closing"))
    #expect(drill.words(748).contains("48 hours"))
  }

  @Test func aSecurityBreachPagesTheTopAtOnce() throws {
    let night = try RealRunbooks.drill("sip-protocol").play("Security breach suspected", "P0")
    #expect(
      night.story(.page).prefix(4) == [
        "0 page Primary On-Call Engineer first L61", "0 page CTO/Founder first L65",
        "0 page Security Lead situation L713", "0 page Manager situation L713",
      ])
  }

  @Test func anAnswerDoesNotStopWhatIsTiedToResolution() throws {
    let drill = try RealRunbooks.drill("zkintents")
    let night = try drill.play("Sequencer Down", "P0", ack: 5)
    #expect(
      night.story == [
        "0 opened P0 L49", "0 page On-call engineer first L42", "5 acknowledged On-call engineer",
        "15 updateDue P0 L312",
        "30 page Team lead escalated L88", "30 updateDue P0 L312", "45 updateDue P0 L312",
        "60 page Engineering manager escalated L44", "60 updateDue P0 L312", "75 updateDue P0 L312",
        "90 page CTO escalated L45", "90 updateDue P0 L312", "105 updateDue P0 L312",
      ])
    #expect(drill.words(88).contains("If not resolved in 30 min"))
    #expect(drill.words(44).contains("if L2 can't resolve in 1 hour"))
    #expect(
      night.text(60, .page).contains(
        "Assumed: Engineering manager after 60 minutes from the start (L43 L44). The time may count from the rung before"
      ))
  }

  @Test func theChiefIsPagedForTheWorstOnly() throws {
    let drill = try RealRunbooks.drill("zkintents")
    #expect(drill.words(45).contains("for P0 incidents only"))
    #expect(try drill.play("Sequencer Down", "P0").story(.page).last == "90 page CTO escalated L45")
    for severity in ["P1", "P2", "P3"] {
      #expect(try drill.play("Sequencer Down", severity).pages.allSatisfy { $0.target != "CTO" })
    }
  }

  @Test func aDataBreachPagesTheTopLegalAndSecurityAtOnce() throws {
    let drill = try RealRunbooks.drill("zkintents")
    let night = try drill.play("Data Breach", "P0")
    #expect(
      night.story(.page) == [
        "0 page On-call engineer first L42", "0 page CTO first L297", "0 page Legal situation L297",
        "0 page Security team situation L297", "30 page Team lead escalated L43",
        "60 page Engineering manager escalated L44",
      ])
    #expect(drill.words(297).contains("CTO + Legal + Security team"))
  }

  @Test func theWorstOfALadderOfPromisesToAnswer() throws {
    let drill = try RealRunbooks.drill("blockchain-dapp")
    let night = try drill.play("Application Won't Start", "SEV 1")
    #expect(
      night.story == [
        "0 opened SEV 1 L360", "0 phase Detection and Triage L68", "0 page Primary On-Call first L603",
        "5 phase Investigation L115", "15 phase Mitigation L188", "15 page Secondary On-Call escalated L604",
        "15 updateDue SEV 1 L519", "30 phase Resolution L316", "30 updateDue SEV 1 L519",
        "45 page Engineering Manager escalated L605", "45 updateDue SEV 1 L519", "60 updateDue SEV 1 L519",
        "75 page CTO escalated L606", "75 updateDue SEV 1 L519", "90 updateDue SEV 1 L519",
      ])
    #expect(drill.words(603).contains("(15-minute SLA)"))
    #expect(drill.words(604).contains("(30-minute SLA)"))
    #expect(night.text(15, .page).contains("Assumed: Secondary On-Call after 15 minutes"))
    #expect(night.text(75, .page).contains("Assumed: The document states no time for this rung"))
  }

  @Test func aDocumentOfPhasesRunsFromTheAlertToTheDayAfter() throws {
    let drill = try RealRunbooks.drill("usdx-wexel")
    let night = try drill.play("API Unavailable", "P0", ack: 3, resolve: 45)
    #expect(
      night.story == [
        "0 opened P0 L262", "0 phase Alert & Assemble L33", "0 page On-Call Engineer first L377",
        "3 acknowledged On-Call Engineer", "5 phase Assess L50", "10 phase Contain L79", "15 phase Diagnose L104",
        "15 updateDue P0 L405", "30 phase Fix L139", "30 page Team Lead / Senior Engineer escalated L382",
        "30 updateDue P0 L405", "45 resolved", "45 phase Verify L182", "60 verified", "60 phase Communicate L204",
        "1440 phase Post-Mortem L220", "1485 reviewDue P0 L220",
      ])
    #expect(drill.words(220).contains("T+24h"))
    #expect(drill.words(385).contains("30-60 minutes"))
    #expect(night.text(60, .verified).contains("Assumed: the document states no time to watch, so it is 15 min."))
  }

  @Test func itsPhasesAreListedThoughNobodyAnswers() throws {
    let drill = try RealRunbooks.drill("usdx-wexel")
    #expect(
      try drill.play("API Unavailable", "P0").events.filter { $0.kind == .phase }.map(\.minute)
        == [0, 5, 10, 15, 30, 45, 60, 1440])
    #expect(
      try drill.play("API Unavailable", "P1").events.filter { $0.kind == .phase }.map(\.minute) == [0, 5, 30, 45])
    #expect(try drill.play("API Unavailable", "P2").events.filter { $0.kind == .phase }.isEmpty)
  }

  @Test func whereNoLadderIsStatedTheDrillSaysWhatIsAssumed() throws {
    let drill = try RealRunbooks.drill("vlossom")
    let night = try drill.play("API Down / 5xx Errors", "P0")
    #expect(
      night.story == [
        "0 opened P0 L51", "0 page On-Call first L267", "15 page Tech Lead escalated L268", "15 late P0 L9",
      ])
    #expect(drill.words(268).contains("P0/P1 incidents"))
    #expect(
      night.text(15, .page).hasSuffix(
        "Assumed: The document states no time for this rung: 15 min after the one before, "
          + "the time within which P0 is to be answered."))
    #expect(
      try drill.play("API Down / 5xx Errors", "P2").story == [
        "0 opened P2 L51", "0 page On-Call first L267", "240 late P2 L11",
      ])
    #expect(
      try drill.play("Payment Failures", "P1").story(.page).contains("0 page security team situation L168"))
  }
}
