import Engine
import Foundation
import Testing

@testable import tocsin

@Suite(.serialized, .enabled(if: RealRunbooks.present, RealRunbooks.absent))
struct SpeedTests {
  /// With its reading, as the command does it; the bound holds for a build that is not optimised. Counted is the time
  /// of this thread, because other tests run beside it.
  @Test(arguments: RealRunbooks.names)
  func everyScenarioAtEverySeverityTakesLessThanTwoSeconds(name: String) throws {
    let start = try threadTime()
    let nights = try RealRunbooks.drill(name).playAll(DrillQuestion(start: .night))
    #expect(try threadTime() - start < 2)
    #expect(nights.count >= 16)
    #expect(nights.allSatisfy { $0.holes.isEmpty && !$0.pages.isEmpty })
  }

  /// Seconds for which this thread has run.
  private func threadTime() throws -> Double {
    var time = timespec()
    try #require(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
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
