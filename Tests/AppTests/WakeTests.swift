import Incidents
import Testing

@testable import App

/// The loops' alarm clock. Bounded by the test's own limit: a wake that is lost would hang.
@Suite(.timeLimit(.minutes(1))) struct WakeTests {
  private let clock = PacedClock()

  @Test func anEarlierDeadlineEndsTheSleep() async {
    let wake = Wake(clock: clock)
    let named = Task {
      while !Task.isCancelled {
        wake.by(clock.now())
        await Task.yield()
      }
    }
    await wake.sleep(until: clock.now() + .hours(5))
    named.cancel()
  }

  @Test func aDeadlineNamedBeforeTheSleepIsNotLost() async {
    let wake = Wake(clock: clock)
    wake.look()
    wake.by(clock.now())
    await wake.sleep(until: clock.now() + .hours(5))
  }

  @Test func theDeadlineItselfEndsTheSleep() async {
    let wake = Wake(clock: PacedClock(pace: 60))
    await wake.sleep(until: PacedClock(pace: 60).now() + .seconds(6))
  }

  @Test func stoppingEndsEverySleep() async {
    let wake = Wake(clock: clock)
    let sleeper = Task { await wake.sleep(until: nil) }
    await Task.yield()
    wake.stop()
    await sleeper.value
    await wake.sleep(until: nil)
    #expect(wake.isStopped)
  }
}
