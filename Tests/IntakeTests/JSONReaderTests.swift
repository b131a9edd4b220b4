import Testing

@testable import Intake

@Suite struct JSONReaderTests {
  private func skipped(_ text: String) -> IntakeError? { skipped(bytes(text)) }

  private func skipped(_ body: [UInt8]) -> IntakeError? {
    refusal { () throws(IntakeError) in
      var reader = try JSONReader(body, limit: 1 << 20)
      try reader.skip()
      try reader.finish()
    }
  }

  private func string(_ text: String) throws(IntakeError) -> String {
    var reader = try JSONReader(bytes(text), limit: 1 << 20)
    return try reader.string()
  }

  private func number(_ text: String) throws(IntakeError) -> Double {
    var reader = try JSONReader(bytes(text), limit: 1 << 20)
    return try reader.number()
  }

  @Test(arguments: [
    "{}", "[]", " [ ] ", "null", "true", "false", "0", "-0", "-0.5e+10", "1E3", "\"\"", "[1,2,[3,{\"a\":[]}]]",
    "{\"a\":1,\"a\":2}", "\"\\ud83d\\ude80\"", "\"\u{7F}é\u{10FFFF}\"", "\t\r\n{\"a\" : 1 }\n", "1e309",
  ])
  func takesWhatTheStandardAllows(_ text: String) { #expect(skipped(text) == nil) }

  @Test(arguments: [
    "", " ", "{", "[", "}", "]", "{]", "[}", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",
    "{'a':1}", "{\"a\" 1}", "{1:2}", "nul", "nullx", "True", "01", "-", "-a", "1.", ".5", "+1", "1e", "1e+", "0x10",
    "NaN",
    "Infinity", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\t\"", "\"\n\"", "1 2", "{} {}", "[1]]",
    "/* */1", "\u{FEFF}1", "\"\\u0000\"", "\"\\ud83d\"", "\"\\ude80\"", "\"\\ud83d\\u0041\"", "\"\\ud83d\\ud83d\"",
    "\"\\ud83dx\"", "\u{0C}1",
  ])
  func refusesWhatTheStandardForbids(_ text: String) { #expect(skipped(text) != nil) }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE],
    ] as [[UInt8]])
  func refusesDamagedUTF8(_ damaged: [UInt8]) {
    #expect(skipped([0x22] + damaged + [0x22])?.message.contains("not UTF-8") == true)
    #expect(skipped([0x22] + damaged) != nil)
  }

  @Test func readsEscapes() throws {
    #expect(try string(#""a\"\\\/\b\f\n\r\t\u00e9\u20AC\ud83d\ude80z""#) == "a\"\\/\u{8}\u{C}\n\r\té€🚀z")
    #expect(try string("\"plain é\"") == "plain é")
  }

  @Test func everyScalarValueSurvivesItsEscape() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      guard let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &generator)) else { continue }
      let escape = Character(scalar).utf16.map { "\\u" + String(0x10000 + UInt32($0), radix: 16).dropFirst() }
      #expect(try string("\"" + escape.joined() + "\"") == String(Character(scalar)))
    }
  }

  @Test func readsNumbers() throws {
    #expect(try number("-12.5e2") == -1_250)
    #expect(try number("1e-400") == 0)
    #expect(throws: IntakeError.numberOutOfRange(.init(path: "", byte: 0))) { try number("1e309") }
    #expect(throws: IntakeError.self) { try number("\"1\"") }
  }

  @Test func refusesDepthBeyondTheLimitWithoutReadingOn() {
    #expect(skipped(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) == nil)
    let deep = skipped(String(repeating: "[", count: 100_000))
    #expect(deep == .tooDeep(limit: 64, .init(path: String(repeating: "[0]", count: 8) + "…", byte: 64)))
    #expect(skipped(String(repeating: "{\"a\":", count: 100_000))?.message.contains("64 deep") == true)
  }

  @Test func refusesABodyAboveTheLimitBeforeReading() {
    let error = refusal { () throws(IntakeError) in try JSONReader([0x7B, 0x7D], limit: 1) }
    #expect(error == .tooLarge(bytes: 2, limit: 1))
  }

  @Test func namesThePathOfAnError() {
    let text = #"{"a":[{"x":1},{"b c":{"d":[true,tru]}}]}"#
    #expect(skipped(text)?.message == #"a[1].b c.d[1]: expected a value, found a truth value, at byte 32"#)
    #expect(skipped(#"{"a":1 "b":2}"#)?.message == #"a: expected a comma or "}", found a string, at byte 7"#)
    #expect(skipped("[1,2")?.message == #"[1]: expected a comma or "]", found the end of the text, at byte 4"#)
  }

  @Test func keepsErrorsShortWhateverTheNames() {
    let name = String(repeating: "n", count: 100_000)
    let message = skipped("{\"\(name)\":x}")?.message ?? ""
    #expect(message.hasPrefix("nnn") && message.utf8.count < 120)
  }
}
