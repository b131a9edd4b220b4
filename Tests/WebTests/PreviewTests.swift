import Engine
import Incidents
import Runbooks
import Storage
import Testing

@testable import Web

/// A message as it will be read on each way that it takes, before it goes out.
@Suite struct PreviewTests {
  private func equipped() async throws -> Harbour {
    var team = Night.team
    team.status = StatusSettings(
      title: "Harbour", components: [StatusComponent(id: "shop", name: "Shop")], mail: "mail")
    team.updates = [ContactMethod(channel: "slack")]
    return try await Harbour(team: team)
  }

  private func follow(_ harbour: Harbour) throws {
    let now = harbour.clock.now
    let eve = Subscriber(id: harbour.clock.nextID(), kind: .mail, address: "eve@example.org", created: now, asked: now)
    _ = try harbour.database.commit(SubscriberStatements.ask(eve) + [SubscriberStatements.confirm(eve.id, at: now)])
  }

  @Test func peopleOutsideGetAPageAMailAndPerhapsATextMessage() async throws {
    let harbour = try await equipped()
    let id = try await harbour.open()
    try follow(harbour)
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let look = try await bo.post(
        "/incidents/\(id)/publish",
        [
          "audience": "external", "state": "investigating", "title": "Shop is <down>", "minutes": "15",
          "text": "We look into it – now.", "do": "preview", "part-shop": "major_outage",
        ])
      look.expect(.ok)
      look.expect(contains: "On the status page")
      look.expect(contains: "By mail, to 1 subscriber")
      look.expect(contains: "Investigating: Shop is &lt;down&gt;")
      look.expect(contains: "The page: http://127.0.0.1:7070/status\nTo get no more of these, open: ")
      look.expect(contains: "Investigating: Shop is &lt;down&gt;. We look into it – now. Next update by 03:27 UTC.")
      look.expect(contains: "“–” is outside the basic alphabet")
      #expect(!look.text.contains("In slack"), "what is for people outside is in no chat")
    }
  }

  @Test func theRoomsOwnFormIsLookedAtAndPostedForThoseWhomItIsFor() async throws {
    let harbour = try await equipped()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      try await bo.get("/incidents/\(id)").expect(contains: "Look at it first")
      let look = try await bo.post("/incidents/\(id)/update", ["text": "Rolled <back>.", "do": "preview"])
      look.expect(.ok)
      look.expect(contains: "In slack")
      look.expect(contains: "Rolled &lt;back&gt;.</div>")
      look.expect(contains: #"name="covers" value="both""#)
      #expect(harbour.acts.calls.allSatisfy { !$0.hasPrefix("update") }, "looking posts nothing")
      let sent = [
        "audience": "internal", "state": "investigating", "text": "Rolled <back>.", "covers": "both", "do": "publish",
      ]
      try await bo.post("/incidents/\(id)/publish", sent).expect(.seeOther)
      let room = try await bo.get("/incidents/\(id)")
      room.expect(contains: "Rolled &lt;back&gt;.")
      room.expect(contains: "Posted to slack.")
    }
  }

  @Test func nothingOfAPrivateIncidentIsShownForAChat() async throws {
    let harbour = try await equipped()
    let id = try await harbour.open()
    try await harbour.acts.perform(.privacy(.close(["bo"])), on: id, by: "bo")
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let look = try await bo.post("/incidents/\(id)/update", ["text": "It was Eve.", "do": "preview"])
      #expect(look.status == .ok && !look.text.contains("In slack"))
    }
  }
}
