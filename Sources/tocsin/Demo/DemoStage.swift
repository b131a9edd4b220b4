import App
import Foundation

/// Starts a server for one story and ends it afterwards.
struct DemoStage: Sendable {
  let options: ServerOptions
  let plan: DemoPlan

  /// Real seconds for the whole story.
  private static let limitSeconds = 120

  /// - Throws: `Failure` 1 where a step was not observed.
  func play() async throws {
    let pages = DemoPages()
    var options = options
    options.console = { pages.add($0) }
    let finished = try await DemoServer.run(options) { [pace = options.pace] in
      try await tell($0, pages, pace: pace)
    }
    guard finished == true else { throw Failure(.found, "The story did not go as the runbook says.") }
  }

  private func tell(_ running: RunningServer, _ pages: DemoPages, pace: Double) async throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(Self.limitSeconds)
    var story = try DemoStory(running: running, plan: plan, pace: pace, deadline: deadline)
    await story.play(pages)
    await running.stop()
    return story.wasObserved
  }
}
