import Foundation
import Testing

/// One whole incident by each runbook, in a browser: from the alert to the published review, each step as that document
/// wants it.
@Suite(.serialized, .enabled(if: RunningTocsin.missing == nil, "\(RunningTocsin.missing ?? "")"))
struct RunbookStoryTests {
  @Test(.timeLimit(.minutes(4)), .enabled(if: Story.present, Story.absent), arguments: Story.real)
  func `a real runbook's night goes from the alert to the published review`(_ story: Story) async throws {
    try await play(story)
  }

  @Test(.timeLimit(.minutes(4)), .enabled(if: !Story.present, "The real runbooks are here, and play the same steps."))
  func `the example's night goes the same way where the real runbooks are absent`() async throws {
    try await play(Story.lanterna)
  }

  private func play(_ story: Story) async throws {
    let night = try await StoryNight(story)
    defer { night.end() }
    try await night.pagedAndAnswered()
    try await night.workedInTheRoom()
    try await night.toldPeople()
    try await night.lowered()
    try await night.resolved()
    try await night.reviewed()
    let refused = try await night.browser.complaints().filter { $0.contains("Content Security Policy") }
    #expect(refused.isEmpty, "The pages keep to their own policy.")
    try await night.browser.close()
  }
}
