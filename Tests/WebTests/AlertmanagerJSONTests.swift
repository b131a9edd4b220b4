import Foundation
import Incidents
import Testing

@testable import Storage
@testable import Web

/// How one alert of Alertmanager's list is written.
@Suite struct AlertmanagerJSONTests {
  private static let now = Timestamp(microseconds: 1_767_225_599_007_999)

  private func written(_ change: (inout AlertListing) -> Void) throws -> [String: Any] {
    var alert = AlertListing(
      id: 1, integration: 2, dedupKey: "a\"b", labels: #"{"alertname":"Down"}"#, details: #"{"summary":"x is down"}"#,
      summary: "x is down", incident: 3, firstSeen: Self.now, lastSeen: Self.now, isSilenced: false, term: nil)
    change(&alert)
    var out: [UInt8] = []
    AlertmanagerJSON(silences: [], now: Self.now).append(alert, to: &out)
    return try #require(try JSONSerialization.jsonObject(with: Data(out)) as? [String: Any])
  }

  @Test func anAlertHasTheFieldsOfTheAPI() throws {
    let json = try written { _ in }
    #expect(
      Set(json.keys) == [
        "annotations", "endsAt", "fingerprint", "receivers", "startsAt", "status", "updatedAt", "labels",
      ])
    #expect(json["labels"] as? [String: String] == ["alertname": "Down"])
    #expect(json["annotations"] as? [String: String] == ["summary": "x is down"])
    #expect(json["fingerprint"] as? String == "a\"b")
    #expect(json["startsAt"] as? String == "2025-12-31T23:59:59.007Z")
    #expect((json["status"] as? [String: Any])?["state"] as? String == "active")
    #expect(try (written { $0.isSilenced = true }["status"] as? [String: Any])?["state"] as? String == "suppressed")
  }

  @Test func ofATermItSaysWhenItBeganAndEndsAndWhereItCameFrom() throws {
    let json = try written {
      $0.term = AlertEvent.Term(starts: Self.now - .days(365), ends: Self.now + .hours(1), url: "http://p/graph")
    }
    #expect(json["startsAt"] as? String == "2024-12-31T23:59:59.007Z")
    #expect(json["endsAt"] as? String == "2026-01-01T00:59:59.007Z")
    #expect(json["generatorURL"] as? String == "http://p/graph")
  }

  @Test func theRunbooksAddressIsALabelOnlyWhereItCameAsOne() throws {
    let link = #""runbook_url":"http://r""#
    let own = try written { $0.labels = "{\"a\":\"b\",\(link)}" }
    #expect(own["labels"] as? [String: String] == ["a": "b", "runbook_url": "http://r"])
    let added = try written {
      $0.labels = "{\"a\":\"b\",\(link)}"
      $0.details = "{\(link)}"
    }
    #expect(added["labels"] as? [String: String] == ["a": "b"])
    #expect(added["annotations"] as? [String: String] == ["runbook_url": "http://r"])
  }

  @Test func detailsThatAreNoAnnotationsAreLeftOut() throws {
    #expect(
      try written { $0.details = #"{"a":{"b":1}}"# }["annotations"] as? [String: String] == ["summary": "x is down"])
    #expect(try written { $0.details = "" }["annotations"] as? [String: String] == ["summary": "x is down"])
  }
}
