import Runbooks
import Testing

/// Whatever the bytes, the reading ends soon and never traps.
struct HostileInputTests {
  @Test func aFileOfTwentyMegabytesIsRefused() {
    #expect(throws: ReadingError.tooLarge(name: "big", bytes: 20_000_000, limit: RunbookReader.limit)) {
      try RunbookReader.read([UInt8](repeating: 0x61, count: 20_000_000), name: "big")
    }
    #expect(
      ReadingError.tooLarge(name: "big", bytes: 2, limit: 1).message
        == "big holds 2 bytes; a runbook may hold 1. Split the document.")
  }

  @Test func aFileWithANulByteIsNoText() {
    #expect(throws: ReadingError.notText(name: "x", offset: 3)) {
      try RunbookReader.read([0x61, 0x62, 0x0A, 0], name: "x")
    }
    let noise = (0..<4000).map { UInt8(truncatingIfNeeded: 0x80 + $0 % 0x7F) }
    #expect(throws: ReadingError.self) { try RunbookReader.read(noise, name: "noise") }
  }

  @Test func aFewBadBytesAreReplacedAndReported() throws {
    let runbook = try RunbookReader.read(Array("# Title\n\nA caf".utf8) + [0xE9, 0x0A], name: "latin1")
    #expect(runbook.findings.map(\.rule) == ["R015"])
    #expect(runbook.findings.map(\.line) == [3])
  }

  @Test func anEmptyFileIsAnEmptyRunbook() throws {
    let runbook = try RunbookReader.read([], name: "empty")
    #expect(runbook.title == nil)
    #expect(runbook.severities.isEmpty)
  }

  @Test func aTableOfThreeHundredColumnsIsTextAndTheNextTableIsRead() throws {
    let wide =
      (0..<300).map { "c\($0)" }.joined(separator: "|") + "\n"
      + Array(repeating: "---", count: 300).joined(separator: "|")
    let text =
      "# R\n\n" + wide + "\n1|2\n\n## Severities\n\n| Severity | Response |\n|---|---|\n| P1 | 5 min |\n| P2 | 1 h |\n"
    let runbook = try Fixture.text(text)
    #expect(runbook.scale == ["P1  5", "P2  60"])
    #expect(runbook.findings.map(\.rule) == ["R016"])
    #expect(runbook.findings.map(\.line) == [4])
  }

  static let shapes: [(String, String)] = [
    ("pipes", String(repeating: "|", count: 200_000) + "\n" + String(repeating: "|-", count: 20_000)),
    (
      "short rows",
      String(repeating: "a|", count: 60) + "\n" + String(repeating: "-|", count: 60) + "\n"
        + String(repeating: "|\n", count: 60_000)
    ),
    ("quotes", String(repeating: ">", count: 200_000)),
    ("lists", String(repeating: "- ", count: 100_000)),
    ("deep lists", (0..<600).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")),
    ("brackets", String(repeating: "[", count: 200_000)),
    ("stars", String(repeating: "**a ", count: 50_000)),
    ("emphasis", String(repeating: "*a **b ", count: 30_000)),
    ("numbers", String(repeating: "1 ", count: 100_000)),
    ("headings", String(repeating: "# a\n", count: 50_000)),
    ("deep headings", String(repeating: "# a\n## b\n### c\n#### d\n##### e\n###### f\n", count: 5000)),
    ("labels", String(repeating: "**P1 - Critical**: 5 min\n\n", count: 8000)),
    ("severity headings", String(repeating: "### P1 - Critical (5 min)\n", count: 8000)),
    ("mojibake", String(repeating: "Ã¢â‚¬â„¢", count: 10_000)),
    ("fences", String(repeating: "```\n[x]\n", count: 25_000)),
    ("html", "<table>" + String(repeating: "<tr><td>", count: 25_000)),
    ("tags", String(repeating: "<", count: 200_000)),
    ("colons", String(repeating: ": ", count: 100_000)),
    ("escalation", "## Escalation\n\n" + String(repeating: "- CTO after 5 min or 10 min (P0/P1)\n", count: 5000)),
    ("scenarios", String(repeating: "### Scenario: x\n\n**Symptoms:** a\n\n**Fix:** b\n\n", count: 4000)),
  ]

  /// By name alone: a test's log holds its arguments, and these are long.
  @Test(arguments: shapes.map(\.0)) func everyShapeEnds(_ name: String) throws {
    let text = try #require(Self.shapes.first { $0.0 == name }?.1)
    let clock = ContinuousClock()
    let start = clock.now
    _ = try Fixture.text(text)
    let spent = start.duration(to: clock.now)
    // Generous, for a debug build on a busy machine; a quadratic reading takes minutes.
    #expect(spent < .seconds(20), "\(name): \(spent)")
  }

  @Test func anyCutOfADocumentIsRead() throws {
    for name in ["sev-headings", "situations", "words-only", "chinese"] {
      let bytes = try Fixture.bytes(name)
      for end in stride(from: 0, to: bytes.count, by: 37) {
        _ = try RunbookReader.read(Array(bytes[..<end]), name: name)
      }
    }
  }

  @Test func anyByteChangedIsRead() throws {
    for name in ["sla-table", "phases", "bold-paragraphs", "yaml-ladder"] {
      var bytes = try Fixture.bytes(name)
      for index in stride(from: 0, to: bytes.count, by: 5) {
        let byte = bytes[index]
        for other in [0x0A, 0x2D, 0x7C, 0x5B, 0x39, 0xC3, 0x2A] as [UInt8] {
          bytes[index] = other
          _ = try RunbookReader.read(bytes, name: name)
        }
        bytes[index] = byte
      }
    }
  }
}
