import Foundation
import Testing

@testable import tocsin

@Suite struct ShowTests {
  private func text(width: Int, team: Bool = true, colour: Bool = false) throws -> String {
    let terminal = Terminal(width: width, colour: colour)
    let bound = team ? try Fixture.team() : nil
    return ShowText(
      runbook: try Fixture.runbook(), name: "RUNBOOK.md", team: bound, now: Fixture.now, terminal: terminal
    ).render()
  }

  @Test func aWideTerminalShowsEachRungOnARow() throws { try Golden.expect(text(width: 100), "show-wide.txt") }
  @Test func aNarrowTerminalIsFilledAndNotOverrun() throws {
    let narrow = try text(width: 44)
    #expect(narrow.split(separator: "\n").allSatisfy { Layout.width(String($0)) <= 44 })
    try Golden.expect(narrow, "show-narrow.txt")
  }

  @Test func whoCannotBePagedStandsFirst() throws {
    let lines = try text(width: 80).split(separator: "\n")
    let hole = try #require(lines.firstIndex { $0.contains("Head of Platform reaches nobody") })
    let ladder = try #require(lines.firstIndex { $0.hasPrefix("Who is paged") })
    #expect(hole < ladder)
  }

  @Test func withoutATeamFileNobodyIsSaidToBePaged() throws {
    let shown = try text(width: 100, team: false)
    #expect(shown.contains("Nobody can be paged: there is no team file. `tocsin init RUNBOOK.md` writes one to fill."))
    #expect(!shown.contains("Ana Ruiz"))
  }

  @Test func colourIsOnlyColour() throws {
    let plain = try text(width: 80)
    let coloured = try text(width: 80, colour: true)
    #expect(coloured != plain)
    #expect(coloured.replacing(#/\u{1B}\[\d+m/#, with: "") == plain)
  }

  @Test func noColourWhereItIsNotWanted() {
    #expect(!Terminal.current(environment: ["NO_COLOR": "1", "COLUMNS": "300"]).colour)
    #expect(Terminal.current(environment: ["COLUMNS": "300"]).width == 120)
    #expect(Terminal.current(environment: ["COLUMNS": "7"]).width == 40)
  }
}
