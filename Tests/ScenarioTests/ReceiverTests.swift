import Engine
import Incidents
import Testing

/// Whom a rung reaches: a person, whoever is next, each in turn, all of a group, a channel.
@Suite struct ReceiverTests {
  private func night(_ primary: RoleBinding, turns: [String: Int] = [:]) -> Night {
    var team = Payments.fullTeam
    team.roles.removeAll { $0.role == primary.role }
    team.roles.append(primary)
    var event = Payments.alert
    event.labels = ["priority": "P0"]
    return Night(Payments.runbook, team, alert: event, turns: turns)
  }

  @Test func ofThoseWhoTakeTurnsTheNextOneIsPagedEachTime() {
    let binding = RoleBinding(role: "Primary on-call", holder: .people(["bo", "chidi", "dana"]), inTurn: true)
    for (taken, person) in [(0, "bo"), (1, "chidi"), (2, "dana"), (3, "bo"), (Int.max, "chidi")] {
      let night = night(binding, turns: ["Primary on-call": taken])
      #expect(night.got.map(\.person) == [person])
    }
  }

  @Test func aClimbThatNobodyAnsweredGoesOnWithTheNextInTurn() {
    var night = night(RoleBinding(role: "Primary on-call", holder: .people(["bo", "chidi"]), inTurn: true))
    night.pass(76)
    #expect(night.got.first?.person == "bo")
    night.expect("chidi", gets: .reminder, at: 75)
    #expect(night.turns == ["Primary on-call": 2])
  }

  @Test func whoeverCannotBeReachedLosesTheTurn() {
    var team = Payments.fullTeam
    team.people[1].methods = []
    team.roles.removeAll { $0.role == "Primary on-call" }
    team.roles.append(RoleBinding(role: "Primary on-call", holder: .people(["bo", "chidi"]), inTurn: true))
    #expect(Payments.night(team: team).got.map(\.person) == ["chidi"])
  }

  @Test func aChannelIsToldAndToldAgainWhenItIsOver() throws {
    let slack = ContactMethod(channel: "slack", address: "")
    var night = night(RoleBinding(role: "Primary on-call", holder: .channel(slack)))
    night.expectPages(["0 #slack"])
    #expect(night.said(.paged).first?.text == "Channel slack paged")
    night.pass(15)
    try night.acknowledge("bo")
    try night.resolve("bo")
    #expect(night.got.filter { $0.reason == .resolved }.map(\.person) == ["#slack"])
  }

  @Test func aChannelThatCannotBeReachedIsReplacedByTheFallback() {
    var team = Payments.fullTeam
    team.roles.removeAll { $0.role == "Primary on-call" }
    team.roles.append(
      RoleBinding(role: "Primary on-call", holder: .channel(ContactMethod(channel: "slack", address: ""))))
    var event = Payments.alert
    event.labels = ["priority": "P0"]
    let night = Night(Payments.runbook, team, alert: event, broken: ["slack": .permanent("404")])
    night.expectPages(["0 dana"])
  }
}
