import Engine
import Incidents
import Testing

@Suite struct DeliveryTests {
  private let now = Fixture.start + .minutes(1)

  private func page(attempts: Int = 1, reason: Page.Reason = .first) -> Page {
    var page = Page(
      id: 1, incident: 3, round: 1, rung: 0, person: "ana", method: ContactMethod(channel: "push"), reason: reason,
      due: Fixture.start, why: "", line: nil, created: Fixture.start)
    page.status = .sending
    page.attempts = attempts
    return page
  }

  private func after(_ outcome: DeliveryOutcome, _ page: Page, jitter: Double = 1, wanted: Bool = true)
    -> DeliveryDecision
  {
    Delivery.after(outcome, page: page, now: now, jitter: jitter, wanted: wanted)
  }

  @Test func acceptedEndsIt() {
    let decision = after(.accepted("250 queued"), page())
    #expect(decision.status == .accepted)
    #expect(decision.concluded == now)
    #expect(decision.evidence == "250 queued")
    #expect(!decision.look)
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (500, 60)])
  func theWaitDoublesUpToAMinute(_ attempts: Int, _ seconds: Int) {
    #expect(after(.temporary("503", retryAfter: nil), page(attempts: attempts)).due == now + .seconds(seconds))
  }

  @Test(arguments: [0, -1, Double.nan, -Double.infinity])
  func jitterNeverMakesItSpin(_ jitter: Double) {
    let due = after(.temporary("503", retryAfter: nil), page(), jitter: jitter).due
    #expect((due ?? now) >= now + .milliseconds(250))
  }

  @Test func aProvidersWishIsObeyedUpToFiveMinutes() {
    #expect(after(.temporary("429", retryAfter: .seconds(30)), page()).due == now + .seconds(30))
    #expect(after(.temporary("429", retryAfter: .hours(9)), page()).due == now + .minutes(5))
    #expect(after(.temporary("429", retryAfter: .minutes(2)), page()).look)
    #expect(!after(.temporary("503", retryAfter: nil), page()).look)
    #expect(after(.temporary("503", retryAfter: nil), page(attempts: 3)).look)
  }

  @Test func aPermanentFailureCallsForAnotherWay() {
    let decision = after(.permanent("no such address"), page())
    #expect(decision.status == .failed)
    #expect(decision.look)
    #expect(!after(.permanent("no such address"), page(reason: .resolved)).look)
  }

  @Test func anUnknownOutcomeIsTriedOnceMore() {
    let first = after(.unknown("timed out"), page())
    #expect(first.status == .pending)
    #expect(first.mayBeRepeat)
    var again = first.applied(to: page())
    again.status = .sending
    let second = after(.unknown("timed out"), again)
    #expect(second.status == .unknown)
    #expect(second.look)
  }

  @Test func whatNobodyWantsAnyMoreIsNotTriedAgain() {
    #expect(after(.temporary("503", retryAfter: nil), page(), wanted: false).status == .cancelled)
    #expect(!after(.permanent("gone"), page(), wanted: false).look)
  }

  @Test func aWordThatIsNoCallForHelpGrowsStale() {
    var page = page(reason: .resolved)
    page.created = now - .minutes(16)
    #expect(after(.temporary("503", retryAfter: nil), page).status == .failed)
  }
}
