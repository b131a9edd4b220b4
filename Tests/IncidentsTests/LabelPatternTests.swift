import Testing

@testable import Incidents

/// Regular expressions as Alertmanager's people write them, in time that no pattern can stretch.
struct LabelPatternTests {
  @Test(arguments: [
    ("db-.*", "db-1", true), ("db-.*", "web-db-1", false), ("a|b|", "", true), ("(?i)PROD", "prod", true),
    ("[a-c]{2,3}", "abc", true), ("[a-c]{2,3}", "abca", false), ("[^0-9]+", "x1", false), ("\\d+\\.\\d+", "1.25", true),
    ("(foo|ba[rz])+", "foobarbaz", true), ("^x$", "x", true), ("x?y*z+", "yyz", true), ("a.c", "a\nc", false),
    ("(?s)a.c", "a\nc", true), ("[]a]", "]", true), ("[\\w-]+", "a-b_1", true), ("(?:ab){2}", "abab", true),
    ("größe", "größe", true), ("a{0}b", "b", true), (".*", "", true), ("a$b", "ab", false), ("(?P<n>a)b", "ab", true),
  ])
  func aPatternMustMatchTheWholeText(pattern: String, text: String, matches: Bool) throws {
    #expect(try LabelPattern(pattern).matches(text) == matches, "\(pattern) on \(text)")
  }

  @Test(arguments: ["(", ")", "[", "*a", "a**", "\\", "a{2,1}", "a{1001}", "(?=a)", "\\b", "[z-a]", "a{", "(?P<n"])
  func whatIsNoPatternIsRefused(pattern: String) {
    #expect(throws: PatternError.self) { try LabelPattern(pattern) }
  }

  @Test func aPatternThatMultipliesIsRefusedBeforeItGrows() {
    #expect(throws: PatternError.self) { try LabelPattern("((((a{100}){100}){100}){100})") }
    #expect(throws: PatternError.self) { try LabelPattern(String(repeating: "(", count: 10_000)) }
  }

  /// An engine that tries one way after another would need 2 to the power of 28 tries here.
  @Test func aHostilePatternTakesNoLongerThanItsText() throws {
    let pattern = try LabelPattern("(a?){28}a{28}|(a*)*b")
    #expect(pattern.matches(String(repeating: "a", count: 28)))
    #expect(!pattern.matches(String(repeating: "a", count: 1_000)))
  }

  @Test(arguments: [
    ("a=b", "a", "=", "b"), ("a = \"b c\"", "a", "=", "b c"), ("a!=\"\"", "a", "!=", ""),
    ("x=~\"d.*\"", "x", "=~", "d.*"),
    ("x!~y", "x", "!~", "y"), ("q=\"say \\\"hi\\\" \\\\ \\n\"", "q", "=", "say \"hi\" \\ \n"),
  ])
  func aMatcherIsReadAsItsToolsWriteIt(text: String, name: String, comparison: String, value: String) throws {
    let matcher = try Matcher(reading: text)
    #expect(matcher.name == name && matcher.comparison.rawValue == comparison && matcher.value == value)
  }

  @Test(arguments: ["", "a", "1a=b", "a-b=c", "=b", "a=\"b", "a=b\"c", "a=\"b\\\"", "a~b"])
  func whatIsNoMatcherIsRefused(text: String) {
    #expect(throws: PatternError.self) { try Matcher(reading: text) }
  }

  @Test func aLabelThatIsAbsentCountsAsEmpty() throws {
    #expect(try Matcher("a", .equal, "").matches([:]) && Matcher("a", .notEqual, "x").matches([:]))
    #expect(try !Matcher("a", .matches, ".+").matches([:]) && Matcher("a", .matchesNot, ".+").matches([:]))
  }
}
