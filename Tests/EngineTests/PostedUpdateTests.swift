import Incidents
import Testing

@testable import Engine

/// Words to people inside go to the channels that the team reads.
@Suite struct PostedUpdateTests {
  private static let channel = ContactMethod(channel: "slack")
  private let later = Fixture.start + .minutes(3)

  private var view: IncidentView {
    var team = Fixture.team
    team.updates = [Self.channel]
    return Fixture.view(Fixture.runbook(Fixture.rungs), team: team)
  }

  @Test func anUpdateIsPostedWithWhoWroteItAndSaysWhere() throws {
    let plan = try Engine.postUpdate(view, text: "Rolled back.\nIt recovers.", audience: .both, by: "bo", now: later)
    let page = try #require(plan.pages.last)
    #expect(page.reason == .update && page.isToChannel && page.method == Self.channel && page.due == later)
    #expect(page.why == "Bo: Rolled back.\nIt recovers.")
    #expect(plan.entries.last?.detail.contains("Posted to slack.") == true)
    let stored = Fixture.stored(plan, view.policy, view.pages)
    let again = try Engine.postUpdate(
      stored, text: "It works.", audience: .internal, by: "bo", now: later + .seconds(9))
    #expect(again.pages.filter { $0.reason == .update }.map(\.why) == ["Bo: It works."], "each word is its own")
  }

  @Test func nothingIsPostedForPeopleOutsideNorOfAPrivateIncident() throws {
    let outside = try Engine.postUpdate(view, text: "We look into it.", audience: .external, by: "bo", now: later)
    #expect(!outside.pages.contains { $0.reason == .update })
    var hidden = view
    hidden.incident.engagement.room.privacy = Privacy(people: ["bo"], by: "bo", since: later)
    let plan = try Engine.postUpdate(hidden, text: "It was Eve.", audience: .internal, by: "bo", now: later)
    #expect(!plan.pages.contains { $0.reason == .update } && plan.entries.last?.detail.contains("Posted") == false)
  }

  @Test func aWordIsNoCallForHelpAndIsWantedAfterTheEnd() {
    #expect(!Page.Reason.update.climbs && !Page.Reason.update.isPromise && Page.Reason.update.outlivesEnd)
  }
}
