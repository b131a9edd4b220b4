import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Incidents
import Storage
import Testing

@testable import Web

/// The public page as strangers and programs meet it.
@Suite struct StatusPageTests {
  static let hostile = "<script>alert(1)</script>{{7*7}}\u{202E}”'\" &amp; ]]> [x](javascript:y)"

  private func publish(
    _ harbour: Harbour, _ id: Int64, _ state: PublicState = .identified, title: String = "Tickets cannot be bought",
    text: String = "A cable is cut. We switch to the other one.",
    components: [String: ComponentState] = ["service": .major], minutes: Int = 15
  ) async throws {
    try await harbour.acts.publish(
      PublicUpdate(
        incident: id, at: harbour.clock.now, state: state, title: title, text: text, components: components,
        nextBy: minutes > 0 ? harbour.clock.now + .minutes(minutes) : nil, began: harbour.clock.now), by: "bo")
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func anOpenIncidentIsNobodysBusinessUntilSomebodyPublishes() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let page = try await visitor.get("/status")
      #expect(page.status == .ok && page.text.contains("Everything works."))
      for inner in ["P0", "Shop Down", "HTTP 502", "Ana", "INC-"] { #expect(!page.text.contains(inner), "\(inner)") }
    }
    try await publish(harbour, id)
    try await harbour.visit { visitor in
      let page = try await visitor.get("/status").text
      #expect(page.contains("Service is down.") && page.contains("A cable is cut."))
      #expect(page.contains("Next update by ") && page.contains("in 15 minutes"))
      for inner in ["P0", "Shop Down", "HTTP 502", "Ana", "INC-", "/\(id)"] {
        #expect(!page.contains(inner), "\(inner)")
      }
    }
  }

  @Test func whatIsOpenStandsAmongWhatWasPublished() async throws {
    let harbour = try await Harbour()
    try await publish(harbour, try await harbour.open())
    try await harbour.visit { visitor in
      let history = try await visitor.get("/status/history").text
      #expect(history.contains("Tickets cannot be bought") && history.contains(" and not over."))
      for page in [history, try await visitor.get("/status").text] {
        #expect(page.contains("No other trouble was published.") && !page.contains("No trouble was published."))
      }
    }
  }

  @Test func aPromiseThatWasNotKeptIsSaidAsSuch() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await publish(harbour, id)
    harbour.clock.pass(.minutes(19))
    try await harbour.visit { visitor in
      let page = try await visitor.get("/status").text
      #expect(page.contains("An update was promised by ") && page.contains("4 min late"))
      let signedIn = try await harbour.signIn(visitor)
      let home = try await signedIn.get("/").text
      #expect(home.contains("The status page promised an update by 03:27 UTC, 4 min ago."))
    }
  }

  /// Field by field, as https://metastatuspage.com/api/v2 documents it.
  @Test func theSummaryHasStatuspagesShape() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await publish(harbour, id)
    let work = Maintenance(
      id: 77, title: "New nodes", text: "Short pauses.", components: ["service"], starts: Night.at(600),
      ends: Night.at(620), announced: Night.at(0))
    _ = try harbour.database.commit(PublicStatements.announced(work))
    try await harbour.visit { visitor in
      let summary = try object(try await visitor.get("/status/api/v2/summary.json").text)
      #expect(Set(summary.keys) == ["page", "components", "incidents", "scheduled_maintenances", "status"])
      let page = try #require(summary["page"] as? [String: Any])
      #expect(Set(page.keys) == ["id", "name", "url", "time_zone", "updated_at"])
      #expect(
        summary["status"] as? [String: String] == ["indicator": "critical", "description": "Major Service Outage"])
      let component = try #require((summary["components"] as? [[String: Any]])?.first)
      #expect(
        Set(component.keys) == [
          "id", "name", "status", "created_at", "updated_at", "position", "description", "showcase", "start_date",
          "group_id", "page_id", "group", "only_show_if_degraded",
        ])
      #expect(component["status"] as? String == "major_outage" && component["group_id"] is NSNull)
      try incident(try #require((summary["incidents"] as? [[String: Any]])?.first), page)
      let planned = try #require((summary["scheduled_maintenances"] as? [[String: Any]])?.first)
      #expect(planned["status"] as? String == "scheduled" && planned["impact"] as? String == "maintenance")
      #expect(planned["scheduled_for"] as? String == "2026-02-14T13:12:00.000Z")
      #expect(planned["scheduled_until"] as? String == "2026-02-14T13:32:00.000Z")
    }
  }

  private func incident(_ incident: [String: Any], _ page: [String: Any]) throws {
    let fields: Set = [
      "id", "name", "status", "created_at", "updated_at", "monitoring_at", "resolved_at", "impact", "shortlink",
      "started_at", "page_id", "incident_updates", "components", "reminder_intervals",
    ]
    #expect(Set(incident.keys) == fields && incident["page_id"] as? String == page["id"] as? String)
    #expect(incident["impact"] as? String == "critical" && incident["resolved_at"] is NSNull)
    let update = try #require((incident["incident_updates"] as? [[String: Any]])?.first)
    #expect(
      Set(update.keys) == [
        "id", "status", "body", "incident_id", "created_at", "updated_at", "display_at", "affected_components",
        "deliver_notifications", "custom_tweet", "tweet_id",
      ])
    let affected = try #require((update["affected_components"] as? [[String: String]])?.first)
    #expect(affected["old_status"] == "operational" && affected["new_status"] == "major_outage")
  }

  @Test func everyDocumentOfTheInterfaceIsThere() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await publish(harbour, id)
    let keys = [
      "summary": "components", "status": "status", "components": "components", "incidents": "incidents",
      "incidents/unresolved": "incidents", "scheduled-maintenances": "scheduled_maintenances",
      "scheduled-maintenances/upcoming": "scheduled_maintenances",
      "scheduled-maintenances/active": "scheduled_maintenances",
    ]
    try await harbour.visit { visitor in
      for (name, key) in keys {
        let answer = try await visitor.get("/status/api/v2/\(name).json")
        #expect(answer.status == .ok && answer.headers[.contentType] == "application/json; charset=utf-8", "\(name)")
        #expect(answer.headers[.accessControlAllowOrigin] == "*", "\(name)")
        let document = try object(answer.text)
        #expect(document["page"] != nil && document[key] != nil, "\(name)")
      }
      let none = try await visitor.get("/status/api/v2/nothing.json")
      #expect(none.status == .notFound && none.text.hasPrefix("{"))
    }
  }

  @Test func whatIsUnchangedIsNotSentAgain() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      let first = try await visitor.get("/status")
      let tag = try #require(first.headers[.eTag])
      #expect(first.headers[.cacheControl]?.hasPrefix("public, max-age=15") == true)
      let again = try await visitor.get("/status", headers: [.ifNoneMatch: tag])
      #expect(again.status == .notModified && again.text.isEmpty)
    }
  }

  @Test func thePageIsServedWithoutItsStore() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await publish(harbour, id)
    let site = Site(harbour.context())
    try await site.status.refresh()
    harbour.database.close()
    try await Application(router: site.router()).test(.router) { client in
      let visitor = Visitor(client: client)
      for path in [
        "/status", "/status/history", "/status/api/v2/summary.json", "/status/history.atom", "/status/badge.svg",
      ] {
        try await visitor.get(path).expect(.ok)
      }
      #expect(try await visitor.get("/status").text.contains("A cable is cut."))
    }
    await #expect(throws: (any Error).self) { try await site.status.refresh() }
    #expect(site.status.ready("") != nil, "what was made before stays")
  }

  @Test func hostileWordsAreInertEverywhere() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let long = String(repeating: "長", count: 2_000)
    try await publish(harbour, id, title: Self.hostile, text: "\(Self.hostile)\n\n\(long)")
    try await harbour.visit { visitor in
      let code = try #require(
        (try object(try await visitor.get("/status/api/v2/incidents.json").text)["incidents"] as? [[String: Any]])?
          .first)
      #expect(code["name"] as? String == Self.hostile, "JSON keeps the words as they are")
      let page = "/status/incidents/\(try #require(code["id"] as? String))"
      for path in [
        "/status", "/status/history", page, "/status/history.atom", "/status/history.rss", "/status/badge.svg",
      ] {
        let text = try await visitor.get(path).text
        #expect(!text.contains("<script") && !text.contains("\u{202E}") && !text.contains("]]>"), "\(path)")
        #expect(!text.contains("href=\"javascript"), "\(path)")
      }
    }
  }

  @Test(.enabled(if: FeedParser.python != nil, "no Python with feedparser: run script/setup --test"))
  func feedsAreReadByAPublicParser() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await publish(harbour, id, title: "Tickets & “gates” <fail>", text: "One <b>line</b>.\n\nAnother.")
    harbour.clock.pass(.minutes(10))
    try await publish(harbour, id, .resolved, components: [:], minutes: 0)
    try await harbour.visit { visitor in
      for name in ["atom", "rss"] {
        let feed = try FeedParser.read(try await visitor.get("/status/history.\(name)").text)
        #expect(feed.bozo == false && feed.version.hasPrefix(name) && feed.entries.count == 2, "\(feed)")
        #expect(feed.entries.first?.title.hasPrefix("Resolved: ") == true)
        #expect(feed.entries.last?.title == "Identified: Tickets & “gates” <fail>", "\(feed)")
        #expect(feed.entries.last?.link.hasPrefix("http://127.0.0.1:7070/status/incidents/") == true)
        #expect(feed.entries.last?.updated == "2026-02-14T03:12:00Z", "\(feed)")
      }
    }
  }

  @Test func anExportStandsForItself() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await publish(harbour, id)
    let site = Site(harbour.context())
    try await site.status.refresh()
    let files = try #require(site.status.export())
    let paths = Set(files.map(\.path))
    #expect(
      paths.isSuperset(of: ["index.html", "history.html", "assets/tocsin.css", "api/v2/summary.json", "history.atom"]))
    for file in files where file.path.hasSuffix(".html") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let folder = file.path.split(separator: "/").dropLast().map(String.init)
      for link in text.matches(of: /(?:href|src)="([^"#]+)[^"]*"/).map({ String($0.output.1) }) {
        var place = folder
        for part in link.split(separator: "/").map(String.init) where part != "." {
          if part == ".." { _ = place.popLast() } else { place.append(part) }
        }
        #expect(paths.contains(place.joined(separator: "/")), "\(file.path) → \(link)")
      }
      #expect(!text.contains("<form"), "nobody answers a form there")
    }
  }
}
