import HTTPTypes
import Incidents
import Storage
import Testing

@testable import Web

/// Other vendors' addresses: their shapes, their refusals, and who is let in.
@Suite struct VendorTests {
  private static let key = "0123456789abcdef0123456789abcdef"
  private static let genie: HTTPFields = [.authorization: "GenieKey \(key)"]

  @Test func opsgenieIsAnsweredInItsOwnShapes() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    try await harbour.visit { visitor in
      let made = try await visitor.json("/v2/alerts", #"{"message":"x","alias":"a"}"#, headers: Self.genie)
      #expect(made.status == .accepted && made.text.contains(#""result":"Request will be processed""#))
      let request = String(made.text.split(separator: "\"requestId\":\"").last?.prefix(36) ?? "")
      let outcome = try await visitor.get("/v2/alerts/requests/\(request)", headers: Self.genie)
      #expect(outcome.text.contains(#""isSuccess":true"#) && outcome.text.contains(#""alias":"a""#))
      let empty = try await visitor.json("/v2/alerts", "{}", headers: Self.genie)
      #expect(empty.status == .unprocessableContent && empty.text.contains(#""errors":{"message":"can not be empty"}"#))
      let stranger = try await visitor.json("/v2/alerts", "{}")
      #expect(stranger.status == .unauthorized && stranger.text.contains(#""requestId":"#))
      let none = try await visitor.get("/v2/alerts/none?identifierType=alias", headers: Self.genie)
      #expect(none.status == .notFound && none.text.contains("Alert does not exist"))
      let closed = try await visitor.json("/v2/alerts/none/close?identifierType=alias", "{}", headers: Self.genie)
      #expect(closed.status == .accepted, "a close of what is unknown is taken")
    }
    #expect(harbour.acts.calls == ["accept 1"])
  }

  @Test func scriptsReadWhatPagerDutyWouldTell() async throws {
    let harbour = try await Harbour()
    let token = try harbour.makeToken(.read)
    _ = try await harbour.open()
    let header: HTTPFields = [.authorization: "Token token=\(token)"]
    try await harbour.visit { visitor in
      let incidents = try await visitor.get("/incidents?statuses%5B%5D=triggered&total=true", headers: header)
      #expect(incidents.status == .ok && incidents.text.contains(#""more":false"#))
      #expect(incidents.text.contains(#""total":1"#) && incidents.text.contains(#""status":"triggered""#))
      let none = try await visitor.get("/incidents?statuses%5B%5D=resolved", headers: header)
      #expect(none.text.contains(#""incidents":[]"#) && none.text.contains(#""total":null"#))
      try await visitor.get("/incidents?limit=0", headers: header).expect(.badRequest)
      for (path, name) in [("/oncalls", "oncalls"), ("/schedules", "schedules"), ("/services", "services")] {
        let answer = try await visitor.get(path, headers: header)
        #expect(answer.status == .ok && answer.text.contains("\"\(name)\":["), "\(path)")
      }
      #expect(try await visitor.get("/incidents").status == .seeOther, "a browser gets the page")
      let stranger = try await visitor.get("/incidents", headers: [.authorization: "Token token=x"])
      #expect(stranger.status == .unauthorized && stranger.headers[.contentType] == "application/json")
    }
  }

  @Test func aJobReportsByAddressAlone() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    try await harbour.visit { visitor in
      for path in ["", "/start", "/fail", "/log", "/0", "/7"] {
        let answer = try await visitor.get("/ping/\(Self.key)/backup\(path)")
        #expect(answer.status == .ok && answer.text == "OK", "\(path)")
      }
      try await visitor.get("/ping/\(Self.key)/backup/256").expect(.badRequest)
      try await visitor.get("/ping/\(Self.key)/backup?rid=nope").expect(.badRequest)
      try await visitor.get("/ping/nokey/backup").expect(.notFound)
      try await visitor.json("/v2/heartbeats/nightly/ping", "", headers: Self.genie).expect(.accepted)
      try await visitor.json("/integrations/v1/grafana/\(Self.key)/heartbeat/", "").expect(.ok)
    }
    #expect(
      harbour.acts.calls == [
        "ping backup success ", "ping backup start ", "ping backup fail ", "ping backup log ", "ping backup success ",
        "ping backup fail exit code 7\n", "ping nightly success ", "ping test success ",
      ])
  }

  @Test func eachHookAnswersAsItsToolExpects() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(Self.key)
    try await harbour.visit { visitor in
      let formatted = try await visitor.json(
        "/integrations/v1/formatted_webhook/\(Self.key)/", #"{"alert_uid":"u","title":"t"}"#)
      #expect(formatted.status == .ok && formatted.text == "Ok.")
      let victorOps = try await visitor.json(
        "/integrations/generic/20131114/alert/\(Self.key)/team", #"{"message_type":"CRITICAL","entity_id":"e"}"#)
      #expect(victorOps.text == #"{"result":"success","entity_id":"e"}"#)
      try await visitor.json("/api/v2/generic/incoming?token=\(Self.key)&summary=s", "").expect(.noContent)
      try await visitor.json("/integrations/v1/webhook/\(Self.key)/", "{").expect(.badRequest)
      try await visitor.json("/integrations/v1/webhook/nokey/", "{}").expect(.unauthorized)
      let v1 = #"{"service_key":"\#(Self.key)","event_type":"trigger","description":"d","incident_key":"k"}"#
      let answer = try await visitor.json("/generic/2010-04-15/create_event.json", v1)
      #expect(answer.text == #"{"status":"success","message":"Event processed","incident_key":"k"}"#)
      let change = #"{"routing_key":"\#(Self.key)","payload":{"summary":"Deployed"}}"#
      let changed = try await visitor.json("/v2/change/enqueue", change)
      #expect(
        changed.status == .accepted && changed.text == #"{"status":"success","message":"Change event processed"}"#)
    }
    #expect(harbour.acts.calls.allSatisfy { $0 == "accept 1" } && harbour.acts.calls.count == 4)
  }

  @Test func whoAsksWhyIsToldTheWay() async throws {
    let harbour = try await Harbour()
    let token = try harbour.makeToken(.read)
    _ = try await harbour.open()
    try await harbour.visit { visitor in
      let header: HTTPFields = [.authorization: "Bearer \(token)"]
      let alerts = try await visitor.get("/api/v2/alerts", headers: header).text
      let name = String(alerts.split(separator: "\"fingerprint\":\"").last?.prefix { $0 != "\"" } ?? "")
      let why = try await visitor.get("/api/v1/alerts/\(name)/why", headers: header)
      #expect(why.status == .ok && why.text.contains("It opened INC-") && why.text.contains(#""line":15"#))
      try await visitor.get("/api/v1/alerts/nothing/why", headers: header).expect(.notFound)
      let intake = try await visitor.get("/api/v1/intake", headers: header)
      #expect(intake.text.contains("/am/KEY") && intake.text.contains(#""keys":[]"#))
    }
  }
}
