import Foundation
import Testing

@testable import tocsin

/// An incident out of the API's answer, as a person reads it in a terminal.
@Suite struct IncidentTests {
  static let answer = """
    {"id":"7","name":"INC-2026-02-14-01","title":"Checkout answers 502","severity":"S1","severityLabel":"Critical",
     "status":"acknowledged","scenario":"Payments are refused","opened":"2026-02-14T03:29:00Z",
     "acknowledgedBy":"bo","acknowledgedAt":"2026-02-14T03:40:12Z",
     "reasons":[{"text":"symptom: Checkout answers 502","line":38}],
     "clocks":[{"kind":"rung","state":"soon","what":"Head of Platform paged","why":"Dana Weiss, unless resolved",
       "due":"2026-02-14T04:14:00Z","line":19}],
     "pages":[{"person":"ana","name":"Ana Ruiz","channel":"console","reason":"first","status":"accepted",
       "due":"2026-02-14T03:29:00Z","why":"On-Call Engineer is paged first.","line":17,"rung":0}],
     "timeline":[
       {"at":"2026-02-14T03:40:12Z","kind":"acknowledged","actor":"bo","text":"Bo Lindqvist acknowledged","detail":""},
       {"at":"2026-02-14T03:29:00Z","kind":"opened","actor":"Tocsin","text":"Opened as S1 by \\u001b[31mprobe",
        "detail":"Scenario: Payments are refused.","line":34}]}
    """

  private var incident: IncidentReading {
    get throws { IncidentReading(try Answer.decode(JSONField.self, from: Data(Self.answer.utf8))) }
  }

  @Test func anIncidentIsToldFromItsBeginningWithItsLines() throws {
    let text = IncidentText(incident: try incident, terminal: Terminal(width: 80, colour: false)).render()
    try Golden.expect(text, "incident.txt")
    #expect(!text.contains("\u{1B}"))
  }

  @Test func theListFitsItsTerminal() throws {
    let wide = IncidentList.table([try incident], Terminal(width: 100, colour: false))
    #expect(wide == "INC-2026-02-14-01  S1  acknowledged  2026-02-14 03:29 UTC  Checkout answers 502")
    let narrow = IncidentList.table([try incident], Terminal(width: 44, colour: false))
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 44 })
  }

  @Test func aServerOfAnotherVersionIsReadAsFarAsItGoes() throws {
    let bare = IncidentReading(try Answer.decode(JSONField.self, from: Data(#"{"name":"INC-1","pages":7}"#.utf8)))
    #expect(bare.name == "INC-1")
    #expect(bare.pages.isEmpty)
    let failure = #expect(throws: Failure.self) { try Answer.decode(JSONField.self, from: Data("<html>".utf8)) }
    #expect(failure?.code == .unreachable)
  }

  @Test func aRungIsFoundByItsNameOrAPartThatIsItsOwn() throws {
    let ladder = ["On-Call Engineer", "Second On-Call Engineer", "Head of Platform"]
    #expect(try IncidentPage.step(for: "on-call engineer", in: ladder) == 0)
    #expect(try IncidentPage.step(for: "platform", in: ladder) == 2)
    #expect(try IncidentPage.step(for: "1", in: ladder) == 1)
    #expect(throws: Failure.self) { try IncidentPage.step(for: "engineer", in: ladder) }
    #expect(throws: Failure.self) { try IncidentPage.step(for: "nurse", in: ladder) }
  }
}
