import Engine
import Testing

/// The clocks of five real runbooks beside the ladder, each read by hand against its document.
@Suite(.enabled(if: RealRunbooks.present, RealRunbooks.absent))
struct GoldenClockTests {
  @Test func updatesOfTheWorstAreDueEveryQuarterOfAnHourAndTellWhoeverAnswered() throws {
    let drill = try RealRunbooks.drill("sip-protocol")
    let night = try drill.play("Website Down", "P0", ack: 5, resolve: 90)
    #expect(night.story(.updateDue) == [15, 30, 45, 60, 75].map { "\($0) updateDue P0 L135" })
    #expect(
      night.text(15, .updateDue)
        == "Update due: every 15 min. Nobody has posted yet. Primary On-Call Engineer is reminded."
        || night.text(15, .updateDue) == "Update due: every 15 min. Primary On-Call Engineer is reminded.")
    #expect(night.text(45, .updateDue) == "Update due: every 15 min.", "A miss that lasts is no storm.")
    #expect(night.text(30, .decision).contains("Roll back, or go on and say why."))
    #expect(drill.words(135).contains("P0: Every 15 minutes"))
  }

  @Test func theReviewNamesTheRunbookThatIsOwedToo() throws {
    let drill = try RealRunbooks.drill("sip-protocol")
    let night = try drill.play("Website Down", "P0", ack: 5, resolve: 90)
    #expect(night.text(2_970, .reviewDue).contains("By then the runbook is brought up to date too (L949)."))
    #expect(drill.words(949).contains("After every P0/P1 incident"))
    let slight = try drill.play("Website Down", "P2", ack: 5, resolve: 90)
    #expect(slight.story(.reviewDue).isEmpty)
  }

  @Test func aDataBreachOwesItsNoticeWithinThreeDays() throws {
    let drill = try RealRunbooks.drill("zkintents")
    let night = try drill.play("Data Breach", "P0")
    #expect(night.story(.updateDue).last == "4320 updateDue legal notice L293")
    #expect(night.text(4_320, .updateDue).contains("Affected users (within 72 hours per GDPR)"))
    #expect(drill.words(293).contains("within 72 hours per GDPR"))
    #expect(try !drill.play("Sequencer Down", "P0").story(.updateDue).contains { $0.contains("legal notice") })
  }

  @Test(arguments: ["zkintents", "usdx-wexel"])
  func nextBusinessDayIsTheEndOfMonday(name: String) throws {
    let drill = try RealRunbooks.drill(name)
    // The night is a Saturday.
    let late = try #require(try drill.play(drill.titles.first ?? "", "P3").events.first { $0.kind == .late })
    #expect(late.minute == 2 * 1_440 + 17 * 60 - (3 * 60 + 12))
    #expect(late.line == 24 && drill.words(23).contains("P3") || drill.words(24).contains("P3"))
    #expect(late.text.contains("due by 2026-02-16 17:00 UTC"))
    #expect(late.text.contains("Assumed: The team file has no calendar"))
  }
}
