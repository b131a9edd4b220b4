import Foundation
import Incidents
import Storage
import Testing

@testable import App

/// How alerts become incidents by the team file: routes, likeness, storms, what burns again, what depends.
struct GatheringTests {
  private func house(_ more: String = "") async throws -> SmallHouse {
    try await SmallHouse(
      [
        "a/RUNBOOK.md": Documents.payments, "b/SEARCH.md": Documents.search,
        "a/tocsin.yaml": Documents.team + "\n" + more,
      ],
      runbooks: ["a/RUNBOOK.md", "b/SEARCH.md"])
  }

  @Test func aRouteNamesRunbookServiceAndSeverity() async throws {
    let small = try await house(
      """
      routes:
        search: { when: { squad: search }, runbook: SEARCH.md, service: indexer, severity: SEV1 }
        floor: { when: ['squad=~"pay.*"'], severity_at_least: P0 }
      """)
    let routed = try await small.alert("zzz", key: "1", labels: ["squad": "search", "severity": "info"])
    #expect(routed.runbook == small.house.shelf.current()[1].id)
    #expect(routed.severity == "SEV1" && routed.service == "indexer")
    #expect(routed.reasons.contains { $0.text.contains("route search") })
    let raised = try await small.alert("consumer lag grows", key: "2", labels: ["squad": "payments"])
    #expect(raised.severity == "P0" && raised.scenario == "Queue stuck")
    let other = try await small.alert("consumer lag grows", key: "3", labels: ["squad": "x", "service": "y"])
    #expect(other.severity == "P1")
    await small.end()
  }

  @Test func aRouteThatLeadsNowhereIsRefusedWithWhatThereIs() async throws {
    let error = await #expect(throws: StartError.self) {
      _ = try await house("routes: { x: { when: { a: b }, runbook: nowhere.md } }")
    }
    #expect(error?.description.contains("RUNBOOK.md, SEARCH.md") == true)
    let severity = await #expect(throws: StartError.self) {
      _ = try await house("routes: { x: { when: { a: b }, severity: P9 } }")
    }
    #expect(severity?.description.contains("P9") == true)
  }

  @Test func aRouteGroupsByLabelsAndByTime() async throws {
    let small = try await house(
      "routes: { all: { when: { squad: net }, group: [region], within: 10m } }")
    let first = try await small.alert("link a down", key: "1", labels: ["squad": "net", "region": "eu"])
    let second = try await small.alert("router b hot", key: "2", labels: ["squad": "net", "region": "eu"])
    let apart = try await small.alert("link c down", key: "3", labels: ["squad": "net", "region": "us"])
    #expect(first.id == second.id && apart.id != first.id)
    await small.end()
  }

  @Test func alertsThatJoinABurningIncidentDoNotMakeTheWorkOnItStale() async throws {
    let small = try await house()
    var last = try await small.alert("consumer lag grows", key: "0", labels: ["service": "y"])
    // The first twenty are told on the timeline one by one; the rest are counted.
    for n in 1...22 { last = try await small.alert("consumer lag grows", key: "\(n)", labels: ["service": "y"]) }
    for n in 23...30 {
      let next = try await small.alert("consumer lag grows", key: "\(n)", labels: ["service": "y"])
      #expect(next.id == last.id && next.version == last.version)
    }
    #expect(try await small.house.store.database.read(AlertQueries.counts(of: last.id)).first?.firing == 31)
    await small.end()
  }

  @Test func aPrivateRouteOpensWhatOnlyThePagedMaySeeAndMixesWithNothingElse() async throws {
    let small = try await house("routes: { secret: { when: { squad: security }, private: true } }")
    let open = try await small.alert("consumer lag grows", key: "1", labels: ["squad": "x", "service": "y"])
    let secret = try await small.alert("consumer lag grows", key: "2", labels: ["squad": "security", "service": "y"])
    #expect(!open.isPrivate && secret.isPrivate && secret.id != open.id)
    let paged = try await small.house.store.database.read(PageQueries.of(secret.id)).map(\.person)
    #expect(!paged.isEmpty)
    #expect(paged.allSatisfy { secret.isVisible(to: .person($0)) } && !secret.isVisible(to: .person("nobody")))
    let again = try await small.alert("consumer lag grows", key: "3", labels: ["squad": "security", "service": "y"])
    #expect(again.id == secret.id)
    let odd = try await small.alert("gizmo-1 odd", key: "4")
    let hidden = try await small.alert("gizmo-2 odd", key: "5", labels: ["squad": "security"])
    #expect(odd.id != hidden.id && hidden.isPrivate)
    await small.end()
  }

  @Test func alertsThatDifferInFiguresOnlyAreOneIncidentUnlessTheyAreOfTheWorst() async throws {
    let small = try await house()
    let ids = try await (1...5).mapped { try await small.alert("gizmo-\($0) odd", key: "k\($0)").id }
    #expect(Set(ids).count == 1)
    #expect(try await small.alert("ferry late", key: "other").id != ids[0])
    let worst = try await (1...3).mapped {
      try await small.alert("tram \($0) gone", key: "w\($0)", labels: ["severity": "P0"]).id
    }
    #expect(Set(worst).count == 3)
    #expect(try await small.house.store.database.read(AlertLookups.latest("k2")).first?.path.count == 1)
    await small.end()
  }

  @Test func aStormOfUnlikeAlertsIsOneIncidentAndAnotherKeysAlertIsItsOwn() async throws {
    let small = try await house("alerts: { storm: { after: 3, within: 1m } }")
    let words = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heron"]
    let ids = try await words.mapped { try await small.alert("\($0) odd", key: $0).id }
    #expect(Set(ids.prefix(3)).count == 3)
    #expect(Set(ids.dropFirst(3)).count == 1)
    let storm = try await small.incident(ids[7])
    #expect(storm.title.contains("Storm"))
    let receipts = try await small.acts.accept(
      [AlertEvent(action: .trigger, dedupKey: "own", summary: "quiet other", source: "m")], integration: 2)
    #expect(receipts.first?.incident != storm.id)
    await small.end()
  }

  @Test func whatWasResolvedLatelyBurnsAgainInsteadOfAnother() async throws {
    let small = try await house()
    let first = try await small.alert("odd thing", key: "k")
    try await small.acts.resolve(first.id, by: "ana", reason: "fixed")
    #expect(try await small.incident(first.id).status == .resolved)
    let again = try await small.alert("odd thing", key: "k")
    #expect(again.id == first.id)
    try await small.decide(first.id)
    let burning = try await small.incident(first.id)
    #expect(burning.status == .triggered && burning.round == 2 && burning.engagement.beginnings.count == 1)
    #expect(try await small.timeline(first.id).contains { $0.kind == .reopened && $0.actor == TimelineEntry.tocsin })
    await small.end()
  }

  @Test func reopeningCanBeSwitchedOff() async throws {
    let small = try await house("alerts: { reopen: 0s }")
    let first = try await small.alert("odd thing", key: "k")
    try await small.acts.resolve(first.id, by: "ana", reason: "fixed")
    #expect(try await small.alert("odd thing", key: "k").id != first.id)
    await small.end()
  }
}

/// Dependencies and maintenance windows: what waits, and what lets it go.
struct WaitingTests {
  private func send(_ small: SmallHouse, _ key: String, _ labels: [String: String], resolve: Bool = false) async throws
    -> Int64?
  {
    try await small.acts.accept(
      [AlertEvent(action: resolve ? .resolve : .trigger, dedupKey: key, summary: "\(key) is odd", labels: labels)],
      integration: 1
    ).first?.incident
  }

  @Test func whatDependsOnSomethingThatFiresOpensNothingUntilThatIsOver() async throws {
    let small = try await SmallHouse([
      "RUNBOOK.md": Documents.payments,
      "tocsin.yaml": Documents.team
        + "\ndependencies: { db: { while: { tier: db }, hold: { tier: web }, equal: [region] } }",
    ])
    #expect(try await send(small, "database", ["tier": "db", "region": "eu"]) != nil)
    #expect(try await send(small, "web", ["tier": "web", "region": "eu"]) == nil)
    #expect(try await send(small, "far", ["tier": "web", "region": "us"]) != nil)
    _ = try await send(small, "database", [:], resolve: true)
    try await small.sweepSilences()
    let web = try #require(try await small.house.store.database.read(AlertLookups.latest("web")).first)
    #expect(web.incident != 0 && !web.isSilenced && web.state == .firing)
    #expect(web.path.contains { $0.contains("depends") })
    await small.end()
  }

  @Test func aMaintenanceWindowHoldsBackUntilItEnds() async throws {
    func team(_ until: String) -> String {
      Documents.team + "\nmaintenance: { move: { from: 2020-01-01, until: \(until), when: { rack: '7' } } }"
    }
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": team("2090-01-01")])
    #expect(try await send(small, "rack", ["rack": "7"]) == nil)
    try small.write(team("2021-01-01"), to: "tocsin.yaml")
    await small.house.reload()
    try await small.sweepSilences()
    let alert = try #require(try await small.house.store.database.read(AlertLookups.latest("rack")).first)
    #expect(alert.incident != 0 && alert.path.first?.contains("maintenance window move") == true)
    await small.end()
  }
}

/// Signals that come late, or again, ordered by their senders' own clocks.
struct OwnTimeTests {
  private let t = Timestamp(microseconds: 1_700_000_000_000_000)

  private func send(_ small: SmallHouse, _ action: AlertEvent.Action, _ minutes: Int?) async throws -> Int64? {
    try await small.acts.accept(
      [AlertEvent(action: action, dedupKey: "k", summary: "odd", at: minutes.map { t + .minutes($0) })], integration: 1
    ).first?.incident
  }

  @Test func anOlderFiringAfterItsEndChangesNothing() async throws {
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team])
    #expect(try await send(small, .resolve, 5) == nil)
    #expect(try await send(small, .trigger, 0) == nil)
    #expect(try await send(small, .trigger, 6) != nil)
    #expect(small.house.desk.firing == 1)
    await small.end()
  }

  @Test func anOldEndThatIsSentAgainDoesNotCloseWhatBeganLater() async throws {
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team])
    _ = try await send(small, .trigger, 0)
    _ = try await send(small, .resolve, 5)
    _ = try await send(small, .trigger, 10)
    _ = try await send(small, .resolve, 5)
    #expect(small.house.desk.firing == 1)
    let ends = try await small.house.store.database.read(AlertEnds.recent(since: Timestamp(microseconds: 0)))
    #expect(ends.map(\.ended) == [t + .minutes(5)])
    _ = try await send(small, .resolve, 11)
    #expect(small.house.desk.firing == 0)
    await small.end()
  }

  @Test func anEndBetweenTwoSignalsOfOneAlertIsAnOldOne() async throws {
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team])
    _ = try await send(small, .trigger, 0)
    _ = try await send(small, .trigger, 10)
    _ = try await send(small, .resolve, 5)
    #expect(small.house.desk.firing == 1)
    // An end before everything that is known of it is an end: some tools write any time of the past.
    _ = try await send(small, .resolve, -60)
    #expect(small.house.desk.firing == 0)
    await small.end()
  }

  @Test func aSenderWithoutTimesIsTakenAsItComes() async throws {
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team])
    _ = try await send(small, .trigger, nil)
    _ = try await send(small, .resolve, nil)
    #expect(try await send(small, .trigger, nil) != nil)
    await small.end()
  }
}

extension Sequence {
  func mapped<T>(_ transform: (Element) async throws -> T) async throws -> [T] {
    var all: [T] = []
    for element in self { all.append(try await transform(element)) }
    return all
  }
}
