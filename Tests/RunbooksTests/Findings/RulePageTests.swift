import Foundation
import Testing

@testable import Runbooks

/// Each rule has its page, and the page's own examples show that the rule finds what it says and is quiet once mended.
@Suite struct RulePageTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/rules")

  private static func page(_ id: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent("\(id).md"), encoding: .utf8)
  }

  @Test func everyRuleHasItsPageAndEveryPageItsRule() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
    let pages = Set(names.map { String($0.dropLast(3)) }).subtracting(["README"])
    let team: Set = ["T001", "T002", "T003", "T004", "T005"]
    #expect(pages == Set(Findings.rules.map(\.id)).union(team))
    let table = Self.page("README") ?? ""
    for page in pages { #expect(table.contains("[\(page)](\(page).md)"), "\(page)") }
  }

  @Test(arguments: Findings.rules.map(\.id))
  func aPageSaysWhatTheRuleSays(_ id: String) throws {
    let rule = try #require(Findings.rules.first { $0.id == id })
    let page = try #require(Self.page(id))
    let level = rule.level.rawValue
    #expect(page.hasPrefix("# \(id): "))
    #expect(page.contains("**\(level.prefix(1).uppercased() + level.dropFirst()).** \(rule.why)"))
    #expect(page.contains("Source: \(rule.source.rawValue)."))
    #expect(page.contains("<!-- tocsin ignore \(id) "))
  }

  @Test(arguments: Findings.rules.map(\.id).filter { !["R015", "R016", "R017"].contains($0) })
  func theRuleFindsWhatItsPageShows(_ id: String) throws {
    let page = try #require(Self.page(id))
    let before = try #require(Self.example("Before", page))
    let after = try #require(Self.example("After", page))
    let found = try Self.check(before).filter { $0.rule == id }
    #expect(!found.isEmpty, "nothing is found in the example of \(id)")
    #expect(found.allSatisfy { !$0.message.isEmpty && !$0.hint.isEmpty && $0.line >= 1 && $0.column >= 1 })
    #expect(try Self.check(after).filter { $0.rule == id } == [], "\(id) is still found after the mend")
  }

  @Test func whatTheReadingReportsHasItsRule() throws {
    let book = try RunbookReader.read([0x61, 0xFF, 0x0A], name: "a.md")
    #expect(book.findings.map(\.rule) == ["R015"])
  }

  /// What stands in the fence below a heading.
  private static func example(_ heading: String, _ page: String) -> String? {
    guard let title = page.range(of: "\n## \(heading)\n"),
      let open = page.range(of: "````markdown\n", range: title.upperBound..<page.endIndex),
      let close = page.range(of: "\n````\n", range: open.upperBound..<page.endIndex)
    else { return nil }
    return String(page[open.upperBound..<close.lowerBound]) + "\n"
  }

  private static func check(_ text: String) throws -> [Finding] {
    let bytes = Array(text.utf8)
    var around = DocumentSurroundings(
      exists: { ["rollback.md", "scripts/restart-shop.sh"].contains($0) }, anchors: { _ in nil },
      damage: Mending.firstDamage(in: bytes))
    around.alertNames = ["checkoutlatencyhigh"]
    around.unreachable = ["https://graphs.gone.test/d/shop": WebComplaint("answers 404 Not Found", isAnswer: true)]
    around.isStrict = true
    around.runs = RunRecord([
      ("systemctl status shop --no-pager", .init(day: "2026-07-01", exit: 0)),
      ("systemctl status search --no-pager", .init(day: "2026-11-01", exit: 0)),
    ])
    return Findings.check(
      try RunbookReader.read(bytes, name: "example.md"), today: "2026-11-21", surroundings: around)
  }
}
