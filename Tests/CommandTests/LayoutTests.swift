import Testing

@testable import tocsin

@Suite struct LayoutTests {
  @Test func textIsBrokenAtSpacesAndKeepsItsIndent() {
    #expect(Layout.hanging("ab  ", "one two three", 20) == "ab  one two three")
    #expect(Layout.hanging("ab  ", "one two three four five", 20) == "ab  one two three\n    four five")
    #expect(Layout.wrapped("", 10) == [""])
  }

  @Test func wideLettersTakeTwoColumns() {
    #expect(Layout.width("障害") == 4)
    #expect(Layout.clipped("障害対応手順", 7) == "障害対…")
    #expect(Layout.padded("é", 3) == "é  ")
  }

  @Test func textFromOutsideCannotSteerTheTerminal() {
    #expect(Layout.plain("a\u{1B}[31mb\r\nc\u{202E}d") == "a [31mb c d")
  }

  @Test func minutesReadAsPeopleSayThem() {
    #expect(
      [0, 5, 7.5, 60, 90, 2_880].map(Count.minutes) == ["at once", "5 min", "7.5 min", "1 h", "1 h 30 min", "48 h"])
  }
}
