import Foundation
import Testing

@testable import tocsin

/// Messages and action items out of the API's answers, as a person reads them in a terminal.
@Suite struct MessageTests {
  private func field(_ text: String) throws -> JSONField { try Answer.decode(JSONField.self, from: Data(text.utf8)) }

  @Test func aMessageStandsBelowItsPlaceAndSaysWhatIsOpen() throws {
    let answer = try field(
      #"{"asks":["[impact]"],"ways":[{"place":"room","words":"a"},{"place":"slack","words":"Update\nb\u001b[31m"}]}"#)
    #expect(
      IncidentMessage.ways(answer)
        == "--- room\na\n\n--- slack\nUpdate\nb[31m\n\nIt still holds [impact], so nothing can be posted yet.")
  }

  @Test func aDraftNamesItsTemplatesWithTheirLines() throws {
    let draft = try field(#"{"asks":[],"templates":[{"name":"Initial","line":7},{"name":"Progress","line":19}]}"#)
    #expect(
      IncidentMessage.remarks(draft)
        == "Nothing is to be filled in.\nTemplates that fit (--template NUMBER):\n  1  Initial (L7)\n  2  Progress (L19)"
    )
    #expect(IncidentMessage.remarks(try field(#"{"templates":[]}"#)).hasPrefix("The runbook has no template"))
  }

  @Test func anItemSaysWhoseItIsHowItStandsAndWhereItIsFiled() throws {
    let item = #"{"number":2,"text":"Enlarge","owner":"","priority":"high","due":"2026-03-01T00:00:00Z""#
    #expect(
      IncidentAction.row(try field(item + #","state":"started","url":"https://j.example/T-1"}"#))
        == "2  Enlarge  (high, nobody's yet, due 2026-03-01, started)  https://j.example/T-1")
    let over = item + #","doneAt":"2026-02-15T10:00:00Z","state":"#
    #expect(IncidentAction.row(try field(over + #""done"}"#)) == "2  Enlarge  (high, nobody's yet, done 2026-02-15)")
    #expect(
      IncidentAction.row(try field(over + #""dropped"}"#)) == "2  Enlarge  (high, nobody's yet, dropped 2026-02-15)")
  }

  @Test func aFileIsListedWithItsDigest() throws {
    let file = try field(
      #"{"name":"access.log","size":9,"by":"Ana Ruiz","at":"2026-02-14T03:46:10Z","sha256":"9f86"}"#)
    #expect(IncidentFiles.row(file) == "access.log  9 bytes, Ana Ruiz, 2026-02-14 03:46  sha256 9f86")
  }

  @Test func oneThingIsDoneToAnItemAtATime() {
    #expect(throws: (any Error).self) { try IncidentAction.parse(["latest", "--done", "1", "--export", "1"]) }
    #expect(throws: (any Error).self) { try IncidentAction.parse(["latest", "--tracker", "jira"]) }
    #expect(throws: (any Error).self) { try IncidentAction.parse(["latest", "--change", "1"]) }
    #expect(throws: Never.self) { try IncidentAction.parse(["latest", "--change", "1", "--state", "started"]) }
  }
}
