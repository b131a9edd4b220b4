import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// A node that stands by takes alerts and sends everybody else on.
@Suite struct StandingByTests {
  private static let key = "0123456789abcdef0123456789abcdef"
  private static let event = """
    {"routing_key":"\(key)","event_action":"trigger","dedup_key":"shop","payload":{"summary":"HTTP 502",\
    "source":"monitor","severity":"critical"}}
    """

  private func site(_ harbour: Harbour, takesAlerts: Bool = true, address: String = "https://a.example") -> Site {
    var context = harbour.context()
    context.standingBy = { StandingBy(name: "node-a", address: address, takesAlerts: takesAlerts) }
    return Site(context)
  }

  private func visit(_ site: Site, _ test: @escaping @Sendable (Visitor) async throws -> Void) async throws {
    try await Application(responder: try Door(site)).test(.router) { try await test(Visitor(client: $0)) }
  }

  @Test func everyAddressOfAlertsAndReportsAnswersAsTheServingNodeDoes() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    let alert = #"[{"labels":{"alertname":"Down"}}]"#
    try await visit(site(harbour)) { visitor in
      let answer = try await visitor.json("/v2/enqueue", Self.event)
      #expect(answer.text == #"{"status":"success","message":"Event processed","dedup_key":"shop"}"#)
      try await visitor.json("/am/\(Self.key)/api/v2/alerts", alert).expect(.ok)
      try await visitor.json(
        "/v2/alerts", #"{"message":"Down"}"#, headers: [.authorization: "GenieKey \(Self.key)"]
      ).expect(.accepted)
      #expect(try await visitor.get("/ping/\(Self.key)/backup").text == "OK")
      try await visitor.json("/v2/enqueue", Self.event.replacing("0123", with: "9999")).expect(.badRequest)
    }
    #expect(harbour.acts.calls == ["accept 1", "accept 1", "accept 1", "ping backup success "])
  }

  @Test func peopleAreSentToTheNodeThatServes() async throws {
    let harbour = try await Harbour()
    try await visit(site(harbour)) { visitor in
      let page = try await visitor.get("/incidents?state=open")
      #expect(page.status == .serviceUnavailable && page.headers[.retryAfter] == "5")
      page.expect(contains: "This node stands by")
      page.expect(contains: "node-a serves. Alerts are taken here as well")
      page.expect(contains: #"href="https://a.example/incidents?state=open""#)
      let act = try await visitor.post("/incidents/1/resolve")
      #expect(act.status == .serviceUnavailable && !act.text.contains("https://a.example"))
    }
  }

  @Test(arguments: [
    ("/api/v1/incidents", #"{"error":{"code":"standing_by""#), ("/api/v2/alerts", "node-a serves."),
    ("/v2/alerts", #""message":"node-a serves."#), ("/live", "node-a serves."),
  ])
  func programsAreToldInTheirOwnShape(_ path: String, _ words: String) async throws {
    let harbour = try await Harbour()
    try await visit(site(harbour)) { visitor in
      let answer = try await visitor.get(path)
      #expect(answer.status == .serviceUnavailable && answer.headers[.retryAfter] == "5")
      answer.expect(contains: words)
    }
  }

  /// A key that is not known here may be known to the node that serves.
  @Test func whereNothingCanBeKeptNoKeyIsRefusedForGood() async throws {
    let harbour = try await Harbour()
    try await visit(site(harbour, takesAlerts: false, address: "")) { visitor in
      let answer = try await visitor.json("/v2/enqueue", Self.event)
      #expect(answer.status == .serviceUnavailable && answer.headers[.retryAfter] == "5")
      try await visitor.get("/healthz").expect(.ok)
      #expect(try await !visitor.get("/").text.contains("Open it there"))
    }
    #expect(harbour.acts.calls.isEmpty)
  }

  @Test func aBalancerIsToldWhoServesAndWhoTakesAlerts() async throws {
    let harbour = try await Harbour()
    try await visit(site(harbour)) { visitor in
      try await visitor.get("/readyz").expect(.serviceUnavailable)
      try await visitor.get("/readyz?alerts").expect(.ok)
    }
    try await harbour.visit { visitor in
      try await visitor.get("/readyz").expect(.ok)
      try await visitor.get("/readyz?alerts").expect(.ok)
    }
  }

  @Test func theDoorLeadsToTheWholeSiteOnceItServes() async throws {
    let harbour = try await Harbour()
    let door = try Door(site(harbour))
    let whole = Site(harbour.context())
    try await Application(responder: door).test(.router) { client in
      let visitor = Visitor(client: client)
      try await visitor.get("/sign-in").expect(.serviceUnavailable)
      try door.lead(to: whole)
      try await visitor.get("/sign-in").expect(.ok)
    }
  }
}
