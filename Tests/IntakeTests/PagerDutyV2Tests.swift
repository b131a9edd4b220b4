import Incidents
import Testing

@testable import Intake

@Suite struct PagerDutyV2Tests {
  @Test func readsATriggerWhole() throws {
    let (key, event) = try PagerDutyV2.read(try fixture("pagerduty-v2"))
    #expect(key == "R0123456789ABCDEF0123456789ABCDE")
    #expect(event.action == .trigger)
    #expect(event.dedupKey == "checkout/payment-latency")
    #expect(event.summary == "Checkout latency above 2 s for 5 minutes")
    #expect(event.source == "prometheus.example.net")
    #expect(event.severity == "critical")
    #expect(event.at == EventTime.read("2026-02-14T02:46:00.25Z"))
    #expect(
      event.labels == [
        "component": "checkout", "group": "payments", "class": "latency", "source": "prometheus.example.net",
        "client": "Example monitoring", "service": "checkout-api", "p99_ms": "2380.5", "canary": "false",
        "note": "café 🚀 \"quoted\"\nsecond line",
      ])
    #expect(event.details.hasPrefix("{\n") && event.details.hasSuffix("\"eu-west-1\"}\n    }"))
    #expect(event.links.map(\.title) == ["Example monitoring", "Runbook", "p99 by host"])
  }

  @Test(arguments: ["acknowledge", "resolve"])
  func anAnswerNeedsOnlyItsKeys(_ action: String) throws {
    let text = #"{"routing_key":"R1","event_action":"\#(action)","dedup_key":"k"}"#
    let event = try pagerDuty(text)
    #expect(event.action.rawValue == action && event.dedupKey == "k" && event.summary.isEmpty)
    #expect(
      refusal { () throws(IntakeError) in try pagerDuty(text.replacing(#""dedup_key":"k""#, with: #""x":1"#)) }
        == .missing(field: "dedup_key"))
  }

  @Test(
    arguments: [
      (["routing_key": "null"], [:], "routing_key: required, but missing or blank"),
      (["event_action": "null"], [:], "event_action: required, but missing or blank"),
      (
        ["event_action": "\"page\""], [:],
        "event_action: expected one of trigger, acknowledge, resolve, found \"page\""
      ),
      (["payload": "null"], [:], "payload: required, but missing or blank"),
      ([:], ["summary": "\" \\n \""], "payload.summary: required, but missing or blank"),
      ([:], ["source": "\"\""], "payload.source: required, but missing or blank"),
      ([:], ["severity": "\"P1\""], "payload.severity: expected one of critical, error, warning, info, found \"P1\""),
      (
        [:], ["timestamp": "\"soon\""],
        "payload.timestamp: expected a time such as 2026-02-14T03:46:00Z, found \"soon\""
      ),
      (["routing_key": "5"], [:], "routing_key: expected a string, found a number, at byte 112"),
    ] as [([String: String], [String: String], String)])
  func namesWhatTheVendorRequires(_ top: [String: String], _ payload: [String: String], _ message: String) {
    #expect(refusal { () throws(IntakeError) in try pagerDuty(trigger(top, payload: payload)) }?.message == message)
  }

  @Test func namesTheWrongTypeWithPathAndByte() {
    let text = #"{"routing_key":"R1","event_action":"trigger","payload":{"summary":"s","source":"x","severity":5}}"#
    #expect(
      refusal { () throws(IntakeError) in try pagerDuty(text) }?.message
        == "payload.severity: expected a string, found a number, at byte 94")
  }

  static let strings = ["routing_key", "event_action", "dedup_key", "client", "client_url"]
  static let payloadStrings = ["summary", "source", "severity", "timestamp", "component", "group", "class"]
  static let wrong = ["5", "-0.1", "1e309", "true", "[]", "{}", "[\"a\"]"]

  @Test(arguments: wrong)
  func aWrongTypeInAnyFieldIsNamed(_ value: String) {
    for field in Self.strings {
      let message = refusal { () throws(IntakeError) in try pagerDuty(trigger([field: value])) }?.message ?? ""
      #expect(message.hasPrefix("\(field): expected a string, found "), "\(field) = \(value)")
    }
    for field in Self.payloadStrings {
      let message = refusal { () throws(IntakeError) in try pagerDuty(trigger(payload: [field: value])) }?.message ?? ""
      #expect(message.hasPrefix("payload.\(field): expected a string, found "), "\(field) = \(value)")
    }
  }

  @Test(arguments: [
    ("payload", "\"text\"", "payload: expected an object"), ("payload", "[]", "payload: expected an object"),
    ("links", "{}", "links: expected an array"), ("links", "[5]", "links[0]: expected an object"),
    ("links", "[{\"href\":1}]", "links[0].href: expected a string"),
    ("links", "[{},{\"text\":[]}]", "links[1].text: expected a string"),
    ("images", "\"x\"", "images: expected an array"), ("images", "[{\"src\":{}}]", "images[0].src: expected a string"),
  ])
  func aWrongTypeInAContainerIsNamed(_ field: String, _ value: String, _ message: String) {
    let said = refusal { () throws(IntakeError) in try pagerDuty(trigger([field: value])) }?.message ?? ""
    #expect(said.hasPrefix(message), "\(said)")
  }

  @Test func detailsMustBeAnObject() {
    for value in ["5", "\"text\"", "[]", "true"] {
      let text = trigger(payload: ["custom_details": value])
      let message = refusal { () throws(IntakeError) in try pagerDuty(text) }?.message ?? ""
      #expect(message.hasPrefix("payload.custom_details: expected an object, found "))
    }
  }

  @Test func cutsALongSummaryAndKeepsTheEvent() throws {
    let long = String(repeating: "é", count: 5_000)
    let event = try pagerDuty(trigger(payload: ["summary": "\"\(long)\""]))
    #expect(event.summary == String(long.prefix(1_024)))
  }

  @Test func refusesALongKey() throws {
    #expect(try pagerDuty(trigger(["dedup_key": "\"\(String(repeating: "ü", count: 255))\""])).dedupKey?.count == 255)
    let text = trigger(["dedup_key": "\"\(String(repeating: "k", count: 256))\""])
    #expect(
      refusal { () throws(IntakeError) in try pagerDuty(text) }
        == .tooLong(field: "dedup_key", length: 256, limit: 255))
  }

  @Test func anEmptyKeyAsksForANewOne() throws {
    #expect(try pagerDuty(trigger(["dedup_key": "\"\""])).dedupKey == nil)
  }

  @Test func theLastOfTwoEqualNamesWins() throws {
    let text = trigger().dropLast() + #","payload":{"summary":"second","source":"b","severity":"info"}}"#
    let event = try pagerDuty(String(text))
    #expect(event.summary == "second" && event.severity == "info")
  }

  @Test func boundsTheLabels() throws {
    let many = (0..<300).map { "\"k\($0)\":\"\(String(repeating: "€", count: 1_000))\"" }.joined(separator: ",")
    let event = try pagerDuty(trigger(payload: ["custom_details": "{\(many)}", "component": "\"api\""]))
    #expect(event.labels.count == 66)  // 64, and the two that matching looks at: component and source
    #expect(event.labels["component"] == "api")
    #expect(event.labels["k0"]?.utf8.count == 1_023)
  }

  @Test func keepsTheSummaryOnOneLine() throws {
    let event = try pagerDuty(trigger(payload: ["summary": "\" a\\n\\tb\\u0007 c \""]))
    #expect(event.summary == "a b c")
  }

  @Test func answersAsTheVendorDoes() {
    #expect(
      String(decoding: PagerDutyV2.Answer.accepted(dedupKey: "a\"b\\\u{1}é"), as: UTF8.self)
        == #"{"status":"success","message":"Event processed","dedup_key":"a\"b\\\u0001é"}"#)
    #expect(
      String(decoding: PagerDutyV2.Answer.invalid(["one", "two"]), as: UTF8.self)
        == #"{"status":"invalid event","message":"Event object is invalid","errors":["one","two"]}"#)
  }
}
