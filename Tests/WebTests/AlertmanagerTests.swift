import HTTPTypes
import Incidents
import Storage
import Testing

@testable import Web

/// Alertmanager's API as its tools meet it.
@Suite struct AlertmanagerTests {
  private static let key = "0123456789abcdef0123456789abcdef"
  private static let alerts = #"[{"labels":{"alertname":"Down"},"annotations":{"summary":"x is down"}}]"#
  private static let silence = """
    {"matchers":[{"name":"service","value":"shop","isRegex":false}],"startsAt":"2026-01-01T00:00:00Z",\
    "endsAt":"2036-01-01T00:00:00Z","createdBy":"ana","comment":"moving"}
    """
  private static let bearer: HTTPFields = [.authorization: "Bearer \(key)"]

  @Test func alertsAreTakenByHeaderByPathAndByPassword() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    try await harbour.visit { visitor in
      try await visitor.json("/am/\(Self.key)/api/v2/alerts", Self.alerts).expect(.ok)
      for header in ["Bearer \(Self.key)", "Basic OjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVm"] {
        let answer = try await visitor.client.execute(
          uri: "/api/v2/alerts", method: .post, headers: [.authorization: header], body: .init(string: Self.alerts))
        #expect(answer.status == .ok, "\(header)")
      }
      let stranger = try await visitor.json("/api/v2/alerts", Self.alerts)
      #expect(stranger.status == .unauthorized && stranger.text.hasPrefix("\"This address asks for an ingest key"))
    }
    #expect(harbour.acts.calls == ["accept 1", "accept 1", "accept 1"])
  }

  @Test func refusalsHaveAlertmanagersShapes() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    try await harbour.visit { visitor in
      let path = "/am/\(Self.key)/api/v2"
      let wrong = try await visitor.json(path + "/alerts", #"[{"labels":{}},{"labels":{"a":"b"}}]"#)
      #expect(wrong.status == .badRequest && wrong.text == #""[0]: at least one label pair required""#)
      let broken = try await visitor.json(path + "/alerts", "{")
      #expect(broken.status == .badRequest && broken.text.hasPrefix(#"{"code":400,"#))
      let incomplete = try await visitor.json(path + "/silences", "{}")
      #expect(incomplete.status == .unprocessableContent)
      #expect(incomplete.text == #"{"code":602,"message":"comment in body is required"}"#)
      let filter = try await visitor.get(path + "/alerts?filter=foo")
      #expect(filter.status == .badRequest && filter.text == #""bad matcher format: foo""#)
      try await visitor.get(path + "/silence/7a34b9a7-5c5a-4a5b-8d58-6a1f6b1a4b1e").expect(.notFound)
      try await visitor.get(path + "/silence/nope").expect(.unprocessableContent)
    }
    #expect(harbour.acts.calls == ["accept 1"], "the alert that was right is kept")
  }

  @Test func aListShowsOnlyTheKeysOwnAlerts() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    let token = try harbour.makeToken(.read)
    _ = try await harbour.open()
    try await harbour.visit { visitor in
      let all = try await visitor.get("/api/v2/alerts", headers: [.authorization: "Bearer \(token)"])
      #expect(all.status == .ok && all.text.contains(#""state":"active""#) && all.text.contains(#""fingerprint":"#))
      let filtered = "/api/v2/alerts?filter=nothing%3D%22here%22"
      #expect(try await visitor.get(filtered, headers: [.authorization: "Bearer \(token)"]).text == "[]\n")
      let other = try await visitor.get("/api/v2/alerts?active=false", headers: [.authorization: "Bearer \(token)"])
      #expect(other.text == "[]\n")
      let groups = try await visitor.get("/api/v2/alerts/groups", headers: [.authorization: "Bearer \(token)"])
      #expect(groups.text.contains(#""receiver":{"name":"tocsin"}"#) && groups.text.contains(#""incident":"INC-"#))
    }
  }

  @Test func aSilenceIsSetListedChangedAndEnded() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    try await harbour.visit { visitor in
      let path = "/am/\(Self.key)/api/v2"
      let made = try await visitor.json(path + "/silences", Self.silence)
      #expect(made.status == .ok && made.text.hasPrefix(#"{"silenceID":""#))
      let id = String(made.text.dropFirst(14).prefix(36))
      let listed = try await visitor.get(path + "/silences?filter=service%3D%22shop%22")
      #expect(listed.text.contains(id) && listed.text.contains(#""state":"active""#))
      #expect(try await visitor.get(path + "/silences?filter=service%3D%22x%22").text == "[]")
      let ended = try await visitor.client.execute(uri: path + "/silence/\(id)", method: .delete)
      #expect(ended.status == .ok)
      #expect(try await visitor.get(path + "/silence/\(id)").text.contains(#""state":"expired""#))
      let readOnly = try harbour.makeToken(.read)
      let refused = try await visitor.client.execute(
        uri: "/api/v2/silences", method: .post, headers: [.authorization: "Bearer \(readOnly)"],
        body: .init(string: Self.silence))
      #expect(refused.status == .forbidden)
    }
  }
}
