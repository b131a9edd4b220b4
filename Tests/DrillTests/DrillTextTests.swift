import App
import Engine
import Foundation
import Incidents
import Testing

@testable import tocsin

@Suite struct DrillTextTests {
  private func text(_ question: DrillQuestion, width: Int, colour: Bool = false, all: Bool = false) throws -> String {
    let drill = try Example.drill()
    let terminal = Terminal(width: width, colour: colour)
    let text = DrillText(drill: drill, question: question, name: "RUNBOOK.md", terminal: terminal)
    return try all ? text.render(all: drill.playAll(question)) : text.render(drill.play(question))
  }

  private static let silence = DrillQuestion(scenario: "Shop Down", start: .night)
  private static let answered = DrillQuestion(
    scenario: "Card Payments Declined", start: .night, acknowledgeAfter: 5, resolveAfter: 40,
    change: .init(minute: 12, severity: "P0"), asleep: ["bo"])

  @Test func aWideTerminalShowsTheNightInColumns() throws {
    try Golden.expect(text(Self.silence, width: 100), "silence-wide.txt")
    try Golden.expect(text(Self.answered, width: 80), "answered.txt")
  }

  @Test func aNarrowTerminalIsFilledAndNotOverrun() throws {
    let narrow = try text(Self.silence, width: 44)
    #expect(narrow.split(separator: "\n").allSatisfy { Layout.width(String($0)) <= 44 })
    try Golden.expect(narrow, "silence-narrow.txt")
  }

  @Test func allOfThemAreARowEach() throws {
    try Golden.expect(text(DrillQuestion(start: .night), width: 80, all: true), "all.txt")
  }

  @Test func colourIsOnlyColour() throws {
    let plain = try text(Self.silence, width: 80)
    let coloured = try text(Self.silence, width: 80, colour: true)
    #expect(coloured != plain)
    #expect(coloured.replacing(#/\u{1B}\[\d+m/#, with: "") == plain)
  }

  @Test func eachLineOfJSONHoldsTheFieldsOfTheContractInTheirOrder() throws {
    let night = try Example.drill().play("Shop Down")
    let page = try #require(night.events.first { $0.kind == .page && $0.minute == 10 })
    #expect(
      DrillJSON.line(page)
        == #"{"minute":10,"kind":"page","target":"Secondary On-Call Engineer","reason":"escalated","line":30,"#
        + #""text":"Ana Ruiz (Secondary On-Call Engineer): nobody answered in 10 min. Next on call by primary.","#
        + #""at":"2026-02-14T03:22:00Z","#
        + #""people":["Ana Ruiz"]}"#)
    for event in night.events {
      let line = Data(DrillJSON.line(event, of: night).utf8)
      let fields = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
      #expect(["minute", "kind", "target", "reason", "line", "text"].allSatisfy(fields.keys.contains))
      #expect(fields["severity"] as? String == "P0")
    }
  }
}
