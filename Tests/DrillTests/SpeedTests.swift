import Engine
import Testing

@testable import tocsin

@Suite(.serialized, .enabled(if: RealRunbooks.present, RealRunbooks.absent))
struct SpeedTests {
  /// With its reading, as the command does it; the bound holds for a build that is not optimised. The best of three,
  /// because other tests run beside it.
  @Test(arguments: RealRunbooks.names)
  func everyScenarioAtEverySeverityTakesLessThanTwoSeconds(name: String) throws {
    let clock = ContinuousClock()
    var best = Duration.seconds(60)
    for _ in 0..<3 where best >= .seconds(2) {
      let start = clock.now
      let nights = try RealRunbooks.drill(name).playAll(DrillQuestion(start: .night))
      best = min(best, clock.now - start)
      #expect(nights.count >= 16)
      #expect(nights.allSatisfy { $0.holes.isEmpty && !$0.pages.isEmpty })
    }
    #expect(best < .seconds(2))
  }

  @Test(arguments: RealRunbooks.names)
  func everyNightBeginsWithItsOpeningAndGoesForwardInTime(name: String) throws {
    for night in try RealRunbooks.drill(name).playAll(
      DrillQuestion(start: .night, acknowledgeAfter: 7, resolveAfter: 50))
    {
      #expect(night.events.first?.kind == .opened)
      #expect(night.events.map(\.at) == night.events.map(\.at).sorted())
      #expect(night.story(.resolved) == ["50 resolved"])
      #expect(!night.pages.contains { $0.minute >= 50 })
    }
  }
}
