import Foundation
import Incidents
import Testing

@testable import Runbooks

/// What an editor, a formatter or a translator does to a document changes nothing of what it says.
struct MutationTests {
  typealias Change = @Sendable ([String]) -> [String]

  /// Changes that touch the form only, by name.
  static let changes: [(String, Change)] = [
    ("trailing spaces", { $0.map { $0.isEmpty ? $0 : $0 + " " } }),
    ("deeper headings", { Lines.outsideFences($0) { $0.hasPrefix("##") && !$0.hasPrefix("######") ? "#" + $0 : $0 } }),
    (
      "other bullets",
      { Lines.outsideFences($0) { $0.hasPrefix("- ") && !$0.hasPrefix("- -") ? "* " + $0.dropFirst(2) : $0 } }
    ),
    ("renumbered", renumbered),
    ("wrapped prose", { Lines.outsideFences($0, Lines.wrapped) }),
    ("emphasised headings", { Lines.outsideFences($0, Lines.bolded) }),
  ]

  @Test(arguments: Expected.names) func theReadingIsTheSame(_ name: String) throws {
    let lines = Lines.of(try Fixture.bytes(name))
    let facts = Facts.of(try Fixture.read(name))
    for (change, apply) in Self.changes {
      let changed = Facts.of(try Fixture.text(apply(lines).joined(separator: "\n") + "\n"))
      #expect(changed == facts, "\(change)")
    }
  }

  @Test(arguments: Expected.names) func lineEndsAndAMarkInFrontChangeNothing(_ name: String) throws {
    let bytes = try Fixture.bytes(name)
    let dos = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let original = try Fixture.read(name)
    #expect(try RunbookReader.read(dos, name: name) == original)
    #expect(try RunbookReader.read([0xEF, 0xBB, 0xBF] + bytes, name: name) == original)
  }

  /// A label in another language means the same; the tables of words are the only place where it stands.
  @Test(arguments: ["five-levels", "grouped-by-severity", "live-review"], [1, 2, 3, 4, 5, 6, 7, 8])
  func translatedLabelsMeanTheSame(_ name: String, _ language: Int) throws {
    let concepts: [(String, Concept)] = [("Symptoms", .symptoms), ("Diagnosis", .diagnosis)]
    var text = String(decoding: try Fixture.bytes(name), as: UTF8.self)
    for (word, concept) in concepts {
      guard let other = Lexicon.languages[language].first(where: { $0.0 == concept })?.1.first else { continue }
      text = text.replacingOccurrences(of: "**\(word)", with: "**\(other)")
    }
    #expect(Facts.of(try Fixture.text(text)) == Facts.of(try Fixture.read(name)))
  }

  @Test(arguments: [
    "five-levels", "time-by-severity", "yaml-and-admonitions", "german-clinic", "chinese-pay", "french-rail",
  ])
  func aTableOfSeveritiesSaysTheSameAsBullets(_ name: String) throws {
    let lines = Lines.of(try Fixture.bytes(name))
    let changed = try Fixture.text(Lines.tableAsBullets(lines).joined(separator: "\n") + "\n")
    let original = try Fixture.read(name)
    #expect(changed.severities.map(\.name) == original.severities.map(\.name))
    #expect(changed.severities.map(\.responseMinutes) == original.severities.map(\.responseMinutes))
    #expect(changed.cadence.map(\.minutes) == original.cadence.map(\.minutes))
    #expect(changed.ladder == original.ladder)
  }

  /// Scenario numbers, each ten higher.
  private static let renumbered: Change = { lines in
    Lines.outsideFences(lines) { line in
      guard line.hasPrefix("#"), let digit = line.firstIndex(where: { "123456789".contains($0) }) else { return line }
      let before = line[..<digit]
      guard
        before.allSatisfy({ $0 == "#" || $0 == " " }) || before.hasSuffix("Playbook ") || before.hasSuffix("Scenario ")
      else { return line }
      return before + "1" + line[digit...]
    }
  }
}

/// What is asserted of a document, without its lines.
enum Facts {
  static func of(_ runbook: Runbook) -> [String] {
    var facts = runbook.scale + runbook.ladder
    facts += runbook.cadence.map { "update \($0.severity ?? "all") \($0.minutes ?? -1)" }
    facts += runbook.scenarios.map { scenario in
      let commands = scenario.actions.count { $0.kind == .command }
      return "\(scenario.title) \(scenario.severity ?? "-") \(scenario.symptoms.count) \(commands) \(scenario.hasFix) "
        + "\(scenario.hasVerification)"
    }
    facts += runbook.templates.map { "template \($0.name) \($0.kind)" }
    facts.append("review \(runbook.review.present) \(runbook.review.deadlineHours ?? -1)")
    facts.append("\(runbook.checklistItems.count) items, \(runbook.contacts.count) contacts")
    facts.append("\(runbook.lastUpdated ?? "-") \(runbook.nextReview ?? "-")")
    return facts
  }
}

/// A document taken apart for changing it.
enum Lines {
  static func of(_ bytes: [UInt8]) -> [String] {
    var lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  static func outsideFences(_ lines: [String], _ change: (String) -> String) -> [String] {
    var fence: String?
    var matter = lines.first == "---"
    return lines.enumerated().map { index, line in
      if matter {
        if index > 0, line == "---" { matter = false }
        return line
      }
      let mark = line.drop { $0 == " " }.prefix { $0 == "`" }
      if let open = fence {
        if mark.count >= open.count, line.drop(while: { $0 == " " }).allSatisfy({ $0 == "`" }) { fence = nil }
        return line
      }
      if mark.count >= 3 {
        fence = String(mark)
        return line
      }
      return change(line)
    }
  }

  /// A line of prose broken at a space behind its sixtieth sign.
  static func wrapped(_ line: String) -> String {
    guard line.count > 75, line.first?.isLetter == true, !line.contains("|"), !line.contains("**"),
      !line.hasPrefix("P"),
      let cut = line.index(line.startIndex, offsetBy: 60, limitedBy: line.endIndex),
      let space = line[cut...].firstIndex(of: " ")
    else { return line }
    return line[..<space] + "\n" + line[line.index(after: space)...]
  }

  static func bolded(_ line: String) -> String {
    guard line.hasPrefix("### "), !line.contains("*") else { return line }
    return "### **" + line.dropFirst(4) + "**"
  }

  /// The first table whose head speaks of severities, as a bullet for each row.
  static func tableAsBullets(_ lines: [String]) -> [String] {
    guard
      let head = lines.indices.dropLast().first(where: {
        lines[$0].hasPrefix("|") && lines[$0 + 1].hasPrefix("|") && lines[$0 + 1].contains("---")
      })
    else { return lines }
    let columns = cells(lines[head])
    let end = lines[head...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    let bullets = lines[(head + 2)..<end].flatMap { row -> [String] in
      let values = cells(row)
      return ["- **\(values.first ?? "")**"] + zip(columns, values).dropFirst().map { "  - \($0): \($1)" }
    }
    return Array(lines[..<head]) + bullets + Array(lines[end...])
  }

  private static func cells(_ row: String) -> [String] {
    row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
