import Foundation
import Incidents
import Testing

@testable import Channels

/// Action items on their way into GitHub and Jira: the requests as their APIs take them, and what is made of answers.
@Suite struct TrackerTests {
  private static let item = TrackerItem(
    key: "tocsin-item-7", title: "Start the image once", body: "Start the image once\n~~~ @everyone", due: "2026-02-21",
    priority: "High")

  private func github(_ port: Int) -> TrackerConfiguration {
    .github(api: "http://127.0.0.1:\(port)", repository: "acme/shop", token: Secret("ghp_1"))
  }
  private func jira(_ port: Int, user: String? = "ana@example.org") -> TrackerConfiguration {
    .jira(url: "http://127.0.0.1:\(port)", project: "OPS", issueType: "Task", user: user, token: Secret("t0"))
  }

  private func ask(
    _ configuration: (Int) -> TrackerConfiguration, _ answer: LineServer.Act,
    _ call: (Tracker) async -> TrackerOutcome
  ) async throws -> (outcome: TrackerOutcome, request: String) {
    let server = try await LineServer.http(answer)
    let http = OutboundHTTP(limit: patience, now: { testNow })
    let outcome = await call(Tracker(name: "issues", configuration: configuration(server.port), http: http))
    await http.shutdown()
    await server.stop()
    return (outcome, server.received.all.first ?? "")
  }

  private func json(of request: String) throws -> [String: Any] {
    let body = request[(try #require(request.firstRange(of: "\r\n\r\n"))).upperBound...]
    return try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
  }

  @Test func gitHubGetsAnIssueWithAMarkAndNobodyIsMentioned() async throws {
    let made = #"{"number": 12, "html_url": "https://github.com/acme/shop/issues/12", "state": "open"}"#
    let (outcome, request) = try await ask(github, .answer(LineServer.response(status: "201 Created", body: made))) {
      await $0.create(Self.item)
    }
    #expect(outcome == .issue(TrackedIssue(reference: "#12", url: "https://github.com/acme/shop/issues/12")))
    #expect(request.hasPrefix("POST /repos/acme/shop/issues HTTP/1.1\r\n"))
    #expect(
      request.contains("Authorization: Bearer ghp_1\r\n") && request.contains("X-GitHub-Api-Version: 2022-11-28\r\n"))
    let issue = try json(of: request)
    #expect(issue["title"] as? String == "Start the image once")
    let body = try #require(issue["body"] as? String)
    #expect(body.hasPrefix("~~~~text\n") && body.contains("\n~~~~\n\n<!-- tocsin-item-7 -->"))
  }

  @Test func jiraGetsAnIssueWithItsDateAndLabel() async throws {
    let made = #"{"id": "10000", "key": "OPS-24", "self": "https://acme.atlassian.net/rest/api/2/issue/10000"}"#
    let (outcome, request) = try await ask(
      { jira($0) }, .answer(LineServer.response(status: "201 Created", body: made))
    ) { await $0.create(Self.item) }
    guard case .issue(let issue) = outcome else { return #expect(Bool(false), "\(outcome)") }
    #expect(issue.reference == "OPS-24" && issue.url.hasSuffix("/browse/OPS-24"))
    #expect(request.hasPrefix("POST /rest/api/2/issue HTTP/1.1\r\n"))
    #expect(request.contains("Authorization: Basic \(Data("ana@example.org:t0".utf8).base64EncodedString())\r\n"))
    let fields = try #require(try json(of: request)["fields"] as? [String: Any])
    #expect((fields["project"] as? [String: String]) == ["key": "OPS"])
    #expect(
      fields["duedate"] as? String == "2026-02-21" && fields["labels"] as? [String] == ["tocsin", "tocsin-item-7"])
  }

  @Test func anIssueIsFoundAgainByItsMark() async throws {
    let some = #"{"total_count": 1, "items": [{"number": 12, "html_url": "https://github.com/acme/shop/issues/12"}]}"#
    let (found, question) = try await ask(github, .answer(LineServer.response(status: "200 OK", body: some))) {
      await $0.find("tocsin-item-7")
    }
    #expect(found == .issue(TrackedIssue(reference: "#12", url: "https://github.com/acme/shop/issues/12")))
    #expect(
      question.hasPrefix(
        "GET /search/issues?per_page=1&q=repo%3Aacme%2Fshop%20is%3Aissue%20in%3Abody%20%22tocsin-item-7%22 HTTP"))
    let none = LineServer.Act.answer(LineServer.response(status: "200 OK", body: #"{"issues": []}"#))
    let (cloud, asked) = try await ask({ jira($0) }, none) { await $0.find("tocsin-item-7") }
    #expect(cloud == .none && asked.hasPrefix("GET /rest/api/3/search/jql?"))
    let (own, other) = try await ask({ jira($0, user: nil) }, none) { await $0.find("tocsin-item-7") }
    #expect(
      own == .none && other.hasPrefix("GET /rest/api/2/search?") && other.contains("Authorization: Bearer t0\r\n"))
  }

  @Test(arguments: [
    ("401 Unauthorized", "HTTP 401: the token is not allowed to make issues there"),
    ("404 Not Found", "HTTP 404: there is no such project, or the token may not see it"),
    ("422 Unprocessable Content", "HTTP 422: the project does not take such an issue"),
  ])
  func aRefusalIsAFailure(_ status: String, _ words: String) async throws {
    let (outcome, _) = try await ask(github, .answer(LineServer.response(status: status, body: "{}"))) {
      await $0.create(Self.item)
    }
    #expect(outcome == .failed(words))
  }

  @Test func whatNobodyKnowsIsNoFailure() async throws {
    for act in [
      LineServer.Act.answer(LineServer.response(status: "502 Bad Gateway", body: "")),
      .answer(LineServer.response(status: "201 Created", body: "made")), .reset,
    ] {
      let (outcome, _) = try await ask(github, act) { await $0.create(Self.item) }
      switch outcome {
      case .unknown, .failed("no connection"): break
      default: #expect(Bool(false), "\(outcome)")
      }
    }
  }
}
