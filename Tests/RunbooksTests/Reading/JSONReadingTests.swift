import Foundation
import Runbooks
import Testing

/// The machine-readable reading keeps its contract.
struct JSONReadingTests {
  private func object(_ name: String) throws -> [String: Any] {
    let json = RunbookJSON.encode(try Fixture.read(name))
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func everyFieldOfTheContractIsThere() throws {
    let fields: Set<String> = [
      "schema", "title", "owner", "lastUpdated", "nextReview", "encodingRepaired", "severities", "cadence",
      "escalation",
      "escalationRules", "roles", "phases", "scenarios", "rollback", "templates", "healthChecks", "quietMinutes",
      "review",
      "checklistItems", "contacts", "links", "services", "findings", "assumptions",
    ]
    let object = try object("phases")
    #expect(fields.subtracting(object.keys).isEmpty)
    #expect(object["schema"] as? String == "tocsin.runbook/1")
    #expect(object["rollback"] is NSNull)
    #expect(object["quietMinutes"] as? Double == 20)
  }

  @Test func aRungAndAnActionHaveTheirFields() throws {
    let object = try object("sev-headings")
    let rung = try #require((object["escalation"] as? [[String: Any]])?.last)
    #expect(Set(rung.keys) == ["target", "via", "afterMinutes", "severities", "until", "condition", "line"])
    let scenario = try #require((object["scenarios"] as? [[String: Any]])?.first)
    let action = try #require((scenario["actions"] as? [[String: Any]])?.first)
    let wanted: Set<String> = [
      "kind", "phase", "text", "language", "caption", "target", "effect", "interactive", "suggestion", "placeholders",
      "expectation", "line",
    ]
    #expect(wanted.subtracting(action.keys).isEmpty)
    #expect(scenario["symptoms"] as? [String] == ["Timeouts from the processor", "Checkout error rate above 5%"])
  }

  @Test func controlCharactersAndQuotesAreEscaped() throws {
    let runbook = try Fixture.text("# A \"quoted\" \\ title\u{7}\n\n> tab\there\n")
    let json = RunbookJSON.encode(runbook)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["title"] as? String == "A \"quoted\" \\ title\u{7}")
  }

  @Test func readingTwiceGivesTheSameBytes() throws {
    let bytes = try Fixture.bytes("situations")
    let first = RunbookJSON.encode(try RunbookReader.read(bytes, name: "a"))
    #expect(RunbookJSON.encode(try RunbookReader.read(bytes, name: "b")) == first)
  }
}
