import App
import Incidents
import Testing

@Suite struct SlotsTests {
  private let now = Timestamp(microseconds: 1_000_000_000)

  @Test func aChannelThatIsFullLeavesTheOthersTheirPlaces() {
    let slots = Slots(3)
    #expect(slots.take("slow", atMost: 9, now: now) == 3)
    #expect(slots.take("slow", now: now) == false)
    #expect(slots.closed(at: now) == ["slow"])
    #expect(slots.take("quick", atMost: 2, now: now) == 2)
    #expect(slots.inUse == 5)
  }

  @Test func whoeverWaitsForAPlaceIsToldOnce() {
    let slots = Slots(2)
    _ = slots.take("mail", atMost: 2, now: now)
    #expect(slots.give("mail") == true)
    #expect(slots.give("mail") == false)
    #expect(slots.give("mail", 5) == false)
    #expect(slots.take("mail", atMost: 9, now: now) == 2)
  }

  @Test func aChannelRestsAsItsProviderAsksButNeverLong() {
    let slots = Slots(2)
    let end = slots.rest("push", for: .hours(1), now: now)
    #expect(end == now + .seconds(30))
    #expect(slots.take("push", now: now + .seconds(29)) == false)
    #expect(slots.closed(at: now) == ["push"])
    #expect(slots.take("push", now: end) == true)
  }
}
