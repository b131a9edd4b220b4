import Engine
import Testing

/// How a person names what is to be played.
@Suite struct ScenarioNameTests {
  @Test(arguments: [
    ("Shop Down", "Shop Down"), ("shop down", "Shop Down"), ("SHOP", "Shop Down"), ("card", "Card Payments Declined"),
    ("disk full", "Database Disk Full"), ("tickets", "Gate Scanners Reject Tickets"),
    ("personal data", "Personal data exposed"), ("Scenario 1: Shop Down (P0)", "Shop Down"),
  ])
  func theBeginningOrTheWordsOfATitleAreEnough(words: String, title: String) throws {
    #expect(try Example.drill().find(words) == .one(title))
  }

  @Test func severalAndNoneAreSaid() throws {
    let drill = try Example.drill()
    #expect(drill.find("d") == .one("Database Disk Full"))
    #expect(drill.find("of") == .several(["Timetable Out of Date", "A ship waits because of us"]))
    #expect(drill.find("aliens") == .none)
    #expect(drill.find("") == .none)
  }

  @Test func peopleAreNamedByIdentifierNameOrRole() throws {
    let drill = try Example.drill()
    for words in ["dana", "Dana", "Dana Weiss", "Engineering Manager"] {
      #expect(drill.people(named: words, at: .night).map(\.id) == ["dana"], "\(words)")
    }
    #expect(drill.people(named: "nobody", at: .night).isEmpty)
  }
}
