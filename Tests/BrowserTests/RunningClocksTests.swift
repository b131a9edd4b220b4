import Foundation
import Testing

/// Every kind of clock, seen firing against a running server whose clock goes ten thousand times as fast: three days
/// pass in half a minute.
@Suite(.enabled(if: RunningTocsin.binary != nil, "the tocsin binary is not built; swift build --product tocsin"))
struct RunningClocksTests {
  static let runbook = """
    # Harbour runbook

    **Last updated:** 2026-01-02
    **Next review:** 2026-01-03

    ## Severities

    | Level | Response |
    | --- | --- |
    | P0 Critical | 5 minutes |
    | P1 High | 1 hour |

    ## Escalation

    | Who | After |
    | --- | --- |
    | Primary on-call | 0 minutes |
    | Secondary on-call | 15 minutes |

    - Re-page if not acknowledged in 4 minutes
    - P1: an acknowledgement expires after 90 minutes

    ### When to escalate

    | Situation | Escalate to | When |
    | --- | --- | --- |
    | Can't diagnose in 15 min | Secondary on-call | Immediately |

    ## Incident process

    ### Phase 1: Triage (0-5 minutes)
    - Acknowledge the alert

    ### Phase 2: Investigation (5-15 minutes)
    - Read the logs

    ## Communication

    - P0: Update every 15 minutes
    - P1: Update every 60 minutes

    ## Rollback procedure

    ### When to roll back
    - Unable to fix within 30 minutes

    ### Steps
    ```bash
    docker compose up -d
    ```

    ## Incident scenarios

    ### Scenario: Data Breach

    **Symptoms**
    - unknown admin session

    ```bash
    # Notify affected users within 72 hours per GDPR
    grep session /var/log/shop.log
    ```

    ## Verification

    - Monitor for 15 minutes before closing

    ## Runbook updates

    - After every P0 incident

    ## Post-incident review

    To be held within 48 hours.
    """
  static let team = """
    people:
      ana:
        name: Ana Ruiz
        contact:
          - console
          - loud: ana
            after: 5m
      bo: { name: Bo Lindqvist, contact: console }
    roles: { Primary on-call: ana, Secondary on-call: bo }
    fallback: bo
    channels: { loud: { kind: console } }
    """

  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("clocks-\(UUID().uuidString)")
  private var data: String { folder.appendingPathComponent("data").path }
  private var binary: String { RunningTocsin.binary ?? "" }

  @Test(.timeLimit(.minutes(3)))
  func `each kind of clock runs and fires`() async throws {
    let server = try await serve()
    defer {
      server.end()
      try? FileManager.default.removeItem(at: folder)
    }
    let breach = try await declare("Data Breach")
    var (kinds, clocks) = (Set<String>(), Set<String>())
    func watch(until wanted: String...) async throws {
      for _ in 0..<400 where !kinds.isSuperset(of: wanted) {
        let seen = try await incident(breach)
        kinds.formUnion(seen.kinds)
        clocks.formUnion(seen.clocks)
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(kinds.isSuperset(of: wanted), "\(wanted) did not fire; what did: \(kinds.sorted())")
    }
    try await watch(
      until: "late", "page reminder", "page repeated", "page escalated", "phase", "updateDue", "rollback")
    _ = try await tocsin("incident", "ack", breach)
    try await saysThatAnUpdateIsDue(breach)
    _ = try await tocsin("incident", "clock", breach, "rollback", "roll-back")
    let due = try await incident(breach).opened.prefix(10)
    _ = try await tocsin("incident", "action", breach, "--add", "Alert on it", "--owner", "bo", "--due", String(due))
    _ = try await tocsin("incident", "resolve", breach, "--reason", "closed the hole")
    try await watch(
      until: "item", "page actionDue", "reviewDue", "page reviewDue", "upkeep", "notice", "page noticeDue")
    #expect(
      clocks.isSuperset(of: [
        "answer", "rung", "updateDue", "phase", "rollbackDecision", "reviewDue", "legalNotice", "actionItem",
        "runbookUpdate",
      ]), "\(clocks.sorted())")
    try await quietWindow()
    try await answers()
    try await runbookReview()
  }

  /// By a page of its own, or beside another promise in one.
  private func saysThatAnUpdateIsDue(_ id: String) async throws {
    var told: [String] = []
    for _ in 0..<400 where told.isEmpty {
      told = try await incident(id).texts.filter { $0.contains(" paged") && $0.contains("Update due: every 15 min") }
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(!told.isEmpty, "Whoever has it hears that an update is due.")
  }

  /// The document's own date is past.
  private func runbookReview() async throws {
    let access = try Data(contentsOf: URL(fileURLWithPath: data + "/server.json"))
    let token = try #require((JSONSerialization.jsonObject(with: access) as? [String: Any])?["token"] as? String)
    let answer = try await LoopbackHTTP.send("GET", port: port(), path: "/api/v1/runbook", token: token)
    let object = try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
    let review = try #require(object["review"] as? [String: Any])
    #expect(review["kind"] as? String == "runbookReview" && review["state"] as? String == "late", "\(review)")
    #expect(review["line"] as? Int == 4)
  }

  /// What runs from an answer: a question, an offer that nobody takes, and the answer itself, which lapses.
  private func answers() async throws {
    let slow = try await declare("Slow pages", "P1")
    _ = try await tocsin("incident", "ack", slow)
    _ = try await tocsin("incident", "handover", slow, "bo")
    var (seen, clocks) = (Seen(), Set<String>())
    for _ in 0..<400 where !seen.kinds.contains("lapsed") {
      seen = try await incident(slow)
      clocks.formUnion(seen.clocks)
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(seen.texts.contains { $0.hasPrefix("Can't diagnose in 15 min") }, "\(seen.texts)")
    #expect(seen.texts.contains { $0.contains("has not taken it in 1 h") }, "\(seen.texts)")
    // On a busy machine the hour, a third of a second here, may pass before the page starts: then it is cancelled.
    #expect(seen.kinds.contains("lapsed") && seen.decided.contains("handover"), "\(seen.kinds) \(seen.decided)")
    #expect(clocks.isSuperset(of: ["answerLapse"]), "\(clocks.sorted())")
  }

  /// An alert that comes and goes: the watch ends by itself.
  private func quietWindow() async throws {
    let key = try await tocsin("key", "create", "--name", "clocks").trimmingCharacters(in: .whitespacesAndNewlines)
    for action in ["trigger", "resolve"] {
      let event: [String: Any] = [
        "routing_key": key, "event_action": action, "dedup_key": "quiet",
        "payload": ["summary": "unknown admin session", "source": "test", "severity": "critical"],
      ]
      let body = try JSONSerialization.data(withJSONObject: event)
      let answer = try await LoopbackHTTP.send("POST", port: port(), path: "/v2/enqueue", body: body)
      #expect(answer.status == 202)
    }
    var last = Seen()
    for _ in 0..<200 where !last.texts.contains(where: { $0.hasPrefix("Resolved: quiet for") }) {
      last = try await incident("latest")
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(last.texts.contains("Resolved: quiet for 15 min"))
  }

  // MARK: the server and its command line

  private struct Seen {
    var opened = ""
    /// Kinds of the timeline, and "page REASON" for each page that was sent.
    var kinds: [String] = []
    /// The reason of each page, sent or not.
    var decided: [String] = []
    var clocks: [String] = []
    var texts: [String] = []
  }

  private func serve() async throws -> ChildProcess {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (book, people) = (folder.appendingPathComponent("RUNBOOK.md"), folder.appendingPathComponent("tocsin.yaml"))
    try Self.runbook.write(to: book, atomically: true, encoding: .utf8)
    try Self.team.write(to: people, atomically: true, encoding: .utf8)
    let server = try await ChildProcess(
      binary, ["serve", book.path, "--data", data, "--listen", "127.0.0.1:0", "--pace", "10000"],
      output: .standardError)
    _ = try #require(await server.line(containing: "listening on http://"))
    return server
  }

  private func port() throws -> UInt16 {
    let text = try String(contentsOfFile: data + "/server.json", encoding: .utf8)
    let match = try #require(text.firstMatch(of: #/127\.0\.0\.1:(\d+)/#))
    return try #require(UInt16(match.1))
  }

  private func tocsin(_ arguments: String...) async throws -> String {
    try await ChildProcess.output(binary, arguments + ["--data", data])
  }

  private func declare(_ title: String, _ severity: String = "P0") async throws -> String {
    let scenario = title == "Data Breach" ? ["--scenario", title] : []
    let answer = try await ChildProcess.output(
      binary, ["incident", "declare", title, "--severity", severity, "--json", "--data", data] + scenario)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
    return try #require(object["name"] as? String)
  }

  private func incident(_ name: String) async throws -> Seen {
    let answer = try await tocsin("incident", "show", name, "--json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
    func list(_ field: String) -> [[String: Any]] { object[field] as? [[String: Any]] ?? [] }
    var seen = Seen()
    seen.opened = object["opened"] as? String ?? ""
    let sent = list("pages").filter { $0["status"] as? String == "accepted" }
    seen.kinds =
      list("timeline").compactMap { $0["kind"] as? String }
      + sent.compactMap { $0["reason"] as? String }.map { "page \($0)" }
    seen.decided = list("pages").compactMap { $0["reason"] as? String }
    seen.clocks = list("clocks").compactMap { $0["kind"] as? String }
    seen.texts = list("timeline").map { entry in
      ["text", "detail"].compactMap { entry[$0] as? String }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return seen
  }
}
