import Foundation
import Testing

@testable import tocsin

/// Figures and the runbook's lesson out of the API's answers, as a person reads them in a terminal.
@Suite struct FiguresTextTests {
  private static let figures = """
    {"days":90,"since":"2025-11-16T00:00:00Z","drills":1,"falseAlarms":2,"updatesOwed":4,"updatesOnTime":3,
     "all":{"name":"","incidents":3},
     "severities":[{"name":"P0","label":"Critical","incidents":3,"answered":{"median":180,"ninetieth":240,"count":3},
       "quiet":{"median":1320,"ninetieth":5400,"count":3},"resolved":{"count":0}}],
     "scenarios":[{"name":"","incidents":1,"answered":{"count":0},"quiet":{"count":0},"resolved":{"count":0}},
       {"name":"Shop \\u001b[31mDown","incidents":2,"answered":{"median":45,"ninetieth":180,"count":2},
        "quiet":{"count":0},"resolved":{"count":0}}],
     "people":[{"name":"Ana Ruiz","pages":7,"atNight":4,"nights":2}],
     "recurring":["Shop Down"],"neverRehearsed":["Database Disk Full"],
     "alwaysSkipped":[{"list":"Assess","step":"Say that you have it","line":58,"incidents":3},
       {"list":"Before closing","line":350,"incidents":2}]}
    """

  private static let lesson = """
    {"incident":"INC-2026-02-14-01","runbook":"RUNBOOK.md","patch":"","changes":[
      {"key":"symptom-84","kind":"symptom","line":84,"old":[],"new":["- Queue is \\u001b[2Jlong"],"why":"Ana chose it by hand."},
      {"key":"command-99","kind":"command","line":99,"old":["curl x"],"new":["curl -f x"],"why":"It ended with 7."}]}
    """

  private func decoded(_ text: String) throws -> JSONField { try Answer.decode(JSONField.self, from: Data(text.utf8)) }

  @Test func figuresStandInColumnsAndNothingSteersTheTerminal() throws {
    let terminal = Terminal(width: 80, colour: false)
    let text = FiguresText(figures: try decoded(Self.figures), terminal: terminal).render()
    try Golden.expect(text, "figures.txt")
    #expect(!text.contains("\u{1B}") && text.split(separator: "\n").allSatisfy { Layout.width(String($0)) <= 80 })
    let none = FiguresText(figures: try decoded("{}"), terminal: terminal).render()
    #expect(none.contains("0 incidents since") && none.contains("Nobody was paged."))
  }

  @Test func changesAreListedByNumberAndAcceptedByIt() throws {
    let lesson = try decoded(Self.lesson)
    try Golden.expect(IncidentLesson.text(of: lesson), "lesson.txt")
    #expect(!IncidentLesson.text(of: lesson).contains("\u{1B}"))
    #expect(try IncidentLesson.keys([2, 1], in: lesson) == ["command-99", "symptom-84"])
    #expect(throws: Failure.self) { try IncidentLesson.keys([3], in: lesson) }
    #expect(throws: Failure.self) { try IncidentLesson.keys([0], in: lesson) }
    #expect(try IncidentLesson.text(of: decoded("{}")).hasPrefix("Nothing of"))
  }
}
