import Engine
import Incidents
import Testing

/// Ladders and situations of the real runbooks after an answer, each read by hand against its document.
@Suite(.enabled(if: RealRunbooks.present, RealRunbooks.absent))
struct GoldenLadderTests {
  /// Line 127 takes the place of "L2: Team lead (if L1 can't resolve in 30 min)" for this scenario alone, and a P1 has
  /// no chief: "CTO (for P0 incidents only)".
  @Test func aScenariosOwnTimeTakesTheRungsPlace() throws {
    let drill = try RealRunbooks.drill("zkintents")
    #expect(
      try drill.play("High Error Rate", "P1", ack: 5).story(.page) == [
        "0 page On-call engineer first L42", "15 page Team lead escalated L127",
        "60 page Engineering manager escalated L44",
      ])
    #expect(drill.words(127).contains("If error rate doesn't drop in 15 min"))
  }

  /// Line 260: "Immediate → Notify security team + L2". The manager and, for a P0, the chief follow as ever.
  @Test func anAttackCallsTheSecurityTeamAndTheLeadAtOnce() throws {
    let drill = try RealRunbooks.drill("zkintents")
    #expect(
      try drill.play("DDoS Attack", "P0", ack: 5).story(.page) == [
        "0 page On-call engineer first L42", "0 page Team lead first L260", "0 page security team situation L260",
        "60 page Engineering manager escalated L44", "90 page CTO escalated L45",
      ])
    #expect(drill.words(260).contains("Notify security team + L2"))
  }

  /// "Executive: CTO (for P0 incidents only)" states no stop. The rungs before it go on until resolved, so it does.
  @Test func theChiefOfAWorstIncidentIsNotStoppedByAnAnswer() throws {
    let night = try RealRunbooks.drill("zkintents").play("Sequencer Down", "P0", ack: 5)
    #expect(night.text(90, .page).contains("It goes on until resolved, as that one does."))
  }

  /// Line 711 counts from the answer: asked at 17 minutes, taken to hold after the 5 minutes that a P0 has to answer.
  /// Line 712 goes on after the answer; lines 62, 64 and 65 are stopped by it.
  @Test func whoCannotDiagnoseIsAskedAndThenHelped() throws {
    let drill = try RealRunbooks.drill("sip-protocol")
    let night = try drill.play("Website Down", "P0", ack: 2)
    #expect(
      night.story(.page) == [
        "0 page Primary On-Call Engineer first L61", "22 page Secondary On-Call situation L711",
        "30 page Senior Engineer escalated L712",
      ])
    #expect(night.story(.decision).first == "17 decision situation L711")
    #expect(drill.words(711).contains("Can't diagnose in 15 min"))
    #expect(night.text(22, .page).contains("Assumed: Counted from the answer."))
  }

  /// Lines 713 and 65: "Security breach suspected → Security Lead + Manager", "1 hour or security breach".
  @Test func aSituationThatSomebodyNamesPagesWhomItCalls() throws {
    let night = try RealRunbooks.drill("sip-protocol").play("Website Down", "P0", ack: 2) {
      $0.said = .init(minute: 10, words: "security breach suspected")
    }
    #expect(
      night.events.filter { $0.kind == .page && $0.minute == 10 }.map(\.short) == [
        "10 page CTO/Founder situation L65", "10 page Security Lead situation L713", "10 page Manager situation L713",
      ])
  }

  /// Lines 377, 382 and 387: 0-30, 30-60 minutes, and the third level when the second's window ends.
  @Test func windowsGoOnUntilItIsResolved() throws {
    let drill = try RealRunbooks.drill("usdx-wexel")
    let expected = [
      "0 page On-Call Engineer first L377", "30 page Team Lead / Senior Engineer escalated L382",
      "60 page CTO / Founders escalated L387",
    ]
    #expect(try drill.play("API Unavailable", "P0").story(.page) == expected)
    #expect(try drill.play("API Unavailable", "P0", ack: 3).story(.page) == expected)
  }

  /// Lines 269 and 270 name a situation and no time: a person says it.
  @Test func whatStatesNoTimeIsPagedWhenSomebodySaysIt() throws {
    let drill = try RealRunbooks.drill("vlossom")
    let night = try drill.play("API Down / 5xx Errors", "P0", ack: 1) { $0.said = .init(minute: 20, words: "customer") }
    #expect(night.story(.page) == ["0 page On-Call first L267", "20 page Product situation L269"])
    #expect(drill.words(269).contains("Customer impact"))
  }
}
