import Testing

@testable import Incidents

/// What setting, changing and ending a silence leaves behind.
struct SilenceTests {
  private let now = Timestamp(microseconds: 1_771_038_720_000_000)

  private func silence(
    _ id: String = "", from starts: Span = .zero, to ends: Span = .hours(1), _ matcher: String = "a=b"
  ) throws -> Silence {
    Silence(
      id: id, matchers: [try Matcher(reading: matcher)], integration: 1, starts: now + starts, ends: now + ends,
      updated: now, by: "ana", comment: "c")
  }

  @Test func aNewOneGetsAnIdentifierAndNeverBeginsInThePast() throws {
    let kept = try Silence.set(silence(from: .minutes(-5)), over: nil, newID: "new", now: now)
    #expect(kept.map(\.id) == ["new"] && kept[0].starts == now)
  }

  @Test func anActiveOneKeepsItsIdentifierWhileItsEndMoves() throws {
    let known = try silence("x", from: .minutes(-5))
    var wanted = try silence("x", from: .minutes(-5), to: .hours(3))
    #expect(try Silence.set(wanted, over: known, newID: "new", now: now).map(\.id) == ["x"])
    wanted.matchers = [try Matcher(reading: "a=c")]
    let kept = try Silence.set(wanted, over: known, newID: "new", now: now)
    #expect(kept.map(\.id) == ["x", "new"] && kept[0].state(at: now) == .expired && kept[1].state(at: now) == .active)
  }

  @Test func onePastItsEndIsNotRevived() throws {
    let known = try silence("x", from: .hours(-2), to: .hours(-1))
    #expect(try Silence.set(silence("x"), over: known, newID: "new", now: now).map(\.id) == ["new"])
  }

  @Test func whatWouldCoverEverythingOrNothingIsRefused() throws {
    for (wanted, words) in [
      (try silence("", from: .hours(2)), "start time must be before end time"),
      (try silence("", from: .hours(-2), to: .hours(-1)), "end time can't be in the past"),
      (try silence("", "a=~.*"), "at least one matcher must not match the empty string"),
    ] {
      let refusal = #expect(throws: SilenceRefusal.self) {
        try Silence.set(wanted, over: nil, newID: "new", now: now)
      }
      #expect(refusal?.message.contains(words) == true)
    }
  }

  @Test func itCoversItsOwnKeysAlertsOnly() throws {
    var silence = try silence("x")
    #expect(silence.covers(["a": "b"], of: 1) && !silence.covers(["a": "b"], of: 2) && !silence.covers([:], of: 1))
    silence.integration = nil
    #expect(silence.covers(["a": "b"], of: 2))
  }

  @Test func oneThatHasNotBegunEndsWithoutEverHavingHeld() throws {
    let ended = try silence("x", from: .hours(1), to: .hours(2)).expired(at: now)
    #expect(ended.state(at: now) == .expired)
  }
}
