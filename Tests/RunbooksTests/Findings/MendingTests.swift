import Testing

@testable import Runbooks

@Suite struct MendingTests {
  private func mended(_ text: String) throws -> String {
    String(decoding: try Mending.mended(Array(text.utf8), name: "a.md"), as: UTF8.self)
  }

  private func fenced(_ body: String, _ language: String = "bash") -> String { "# A\n\n```\(language)\n\(body)\n```\n" }

  @Test(arguments: [
    ("docker-compose ps", "docker compose ps"), ("sudo docker-compose up -d", "sudo docker compose up -d"),
    ("cd /srv && docker-compose pull | cat", "cd /srv && docker compose pull | cat"),
    ("$ docker-compose ps", "$ docker compose ps"), ("A=1 docker-compose ps", "A=1 docker compose ps"),
    ("docker-compose -f docker-compose.yml ps", "docker compose -f docker-compose.yml ps"),
    ("docker-compose stop; docker-compose rm", "docker compose stop; docker compose rm"),
    ("which docker-compose", "which docker-compose"), ("# docker-compose is old", "# docker-compose is old"),
    ("apt-get install \\\n  docker-compose", "apt-get install \\\n  docker-compose"),
    ("/usr/bin/docker-compose ps", "/usr/bin/docker-compose ps"), ("'docker-compose' ps", "'docker-compose' ps"),
  ])
  func onlyTheCommandChanges(before: String, after: String) throws {
    #expect(try mended(fenced(before)) == fenced(after))
  }

  @Test func textOutsideOfCommandsStays() throws {
    for text in ["Install docker-compose.\n", fenced("docker-compose: 1", "yaml"), "`docker-compose ps`\n"] {
      #expect(try mended(text) == text)
    }
  }

  @Test(arguments: [
    ("**Last Updated:** December 4, 2025", "**Last Updated:** 2025-12-04"),
    ("Last updated: 4 December 2025", "Last updated: 2025-12-04"),
    ("_Last updated: Dec 4, 2025_", "_Last updated: 2025-12-04_"),
    ("*Next review: March 4, 2026*", "*Next review: 2026-03-04*"),
    ("Last updated: December 2025", "Last updated: December 2025"),
    ("Last updated: 04/12/2025", "Last updated: 04/12/2025"),
    ("We moved on December 4, 2025.", "We moved on December 4, 2025."),
  ])
  func onlyTheDocumentsOwnDatesChange(before: String, after: String) throws {
    #expect(try mended("# A\n\n\(before)\n") == "# A\n\n\(after)\n")
  }

  @Test func aLineMayStateBothDates() throws {
    let text = "# A\n\nLast updated: December 4, 2025 | Next review: March 4, 2026\n"
    #expect(try mended(text) == "# A\n\nLast updated: 2025-12-04 | Next review: 2026-03-04\n")
  }

  @Test func damagedLettersAreStoredAsTheyAreShown() throws {
    let text = "# A\n\nNot solved \u{E2}\u{2020}\u{2019} call. Caf\u{C3}\u{A9}.\n"
    let bytes = Array(text.utf8)
    let shown = try RunbookReader.read(bytes, name: "a.md").lines
    let stored = try RunbookReader.read(try Mending.mended(bytes, name: "a.md"), name: "a.md")
    #expect(stored.lines == shown)
    #expect(!stored.encodingRepaired)
    #expect(Mending.firstDamage(in: bytes) == DocumentSurroundings.Damage(line: 3, column: 12))
  }

  /// Line ends, the byte order mark, a missing last line end, and bytes that are no text.
  @Test func everythingElseIsByteForByteTheSame() throws {
    let stays: [[UInt8]] = [
      Array("\u{FEFF}# A\r\n\r\ntext\r\n".utf8), Array("# A\rtext".utf8), Array("a\r\nb\nc\rd".utf8), [],
      Array("# A\n\n".utf8) + [0xE9, 0x0A] + Array("caf\u{E9}".utf8),
    ]
    for bytes in stays { #expect(try Mending.mended(bytes, name: "a.md") == bytes) }
    let mixed = "\u{FEFF}# A\r\n\r\n```bash\r\ndocker-compose ps\r\n```\r\nend  "
    #expect(try mended(mixed) == mixed.replacing("docker-compose", with: "docker compose"))
  }

  @Test func mendingWhatIsMendedChangesNothing() throws {
    let text = "# A\n\nLast updated: December 4, 2025\n\n\u{C3}\u{A2}\u{2020}\u{2019}\n\n```\ndocker-compose ps\n```\n"
    let once = try Mending.mended(Array(text.utf8), name: "a.md")
    #expect(once != Array(text.utf8))
    #expect(try Mending.mended(once, name: "a.md") == once)
  }

  @Test(
    .enabled(if: SharedRunbooks.present, "../shared/runbooks is not there: the five runbooks are not mended"),
    arguments: SharedRunbooks.names)
  func aRealRunbookReadsTheSameOnceMended(_ name: String) throws {
    let bytes = SharedRunbooks.bytes(name)
    let once = try Mending.mended(bytes, name: name)
    #expect(try Mending.mended(once, name: name) == once)
    let (before, after) = (try RunbookReader.read(bytes, name: name), try RunbookReader.read(once, name: name))
    #expect(before.lines.count == after.lines.count && !after.encodingRepaired)
    #expect(before.scenarios.map(\.title) == after.scenarios.map(\.title))
    #expect(before.lastUpdated == after.lastUpdated && before.nextReview == after.nextReview)
  }
}
