import Channels
import Foundation
import Incidents
import Storage
import Testing
import Web

@testable import App

/// People outside who follow the page by webhook.
@Suite struct FollowerTests {
  private func house() async throws -> SmallHouse {
    try await SmallHouse(["RUNBOOK.md": "# Runbook\n\n| Level | Response |\n| --- | --- |\n| P0 | 5 min |\n"])
  }

  /// A follower who was asked to confirm and whose message is under way.
  private func asked(_ id: Int64, _ house: SmallHouse) async throws -> (Subscriber, Bulletin) {
    let (now, writer) = (house.house.clock.now(), house.house.decisions.writer)
    let address = "https://example.org/hook/\(id)"
    let eve = Subscriber(id: id, kind: .webhook, address: address, created: now, asked: now)
    _ = try await writer.submit(SubscriberStatements.ask(eve))
    let outcomes = try await writer.submit([BulletinStatements.claim(due: now, limit: 1, until: now + .minutes(2))])
    let bulletins = try outcomes.first.map(BulletinStatements.bulletins(from:)) ?? []
    return (eve, try #require(bulletins.first))
  }

  @Test func whoSaysTheChallengeBackFollowsAndWhoOnlyTakesTheMessageDoesNot() async throws {
    let house = try await house()
    for (id, echoes) in [(9, false), (10, true)] as [(Int64, Bool)] {
      let (eve, bulletin) = try await asked(id, house)
      let answer = StatusHook.Answer(outcome: .accepted("HTTP 200"), echoes: echoes)
      let statements = BulletinSender.after(answer, bulletin, now: house.house.clock.now())
      _ = try await house.house.decisions.writer.submit(statements)
      let kept = try await house.house.store.database.read(SubscriberQueries.byId(eve.id)).first
      #expect((kept?.confirmed != nil) == echoes)
    }
  }

  @Test func theQuestionHoldsTheChallengeAndTheSecretAndEachReceiverHasItsOwn() async throws {
    let house = try await house()
    let words = BulletinWords(origin: "https://t.example", secret: Array(repeating: 7, count: 32))
    var questions: [[String: String]] = []
    for id in [9, 10] as [Int64] {
      let (eve, bulletin) = try await asked(id, house)
      let body = try #require(words.body(.init(bulletin: bulletin, subscriber: eve), board: nil))
      let json = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
      #expect(json["challenge"] as? String == words.proof(eve).challenge)
      questions.append(json.compactMapValues { $0 as? String })
    }
    #expect(questions[0]["secret"]?.hasPrefix("whsec_") == true && questions[0]["secret"] != questions[1]["secret"])
    #expect(questions[0]["confirm"]?.hasPrefix("https://t.example/status/follow/") == true)
    #expect(questions[0]["challenge"] != questions[1]["challenge"])
  }
}
