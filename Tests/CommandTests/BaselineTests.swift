import Foundation
import Testing

@testable import tocsin

/// A folder of its own with the damaged runbook in it.
struct CheckFolder {
  let url: URL
  var runbook: String { url.appendingPathComponent("RUNBOOK.md").path }
  var baseline: String { url.appendingPathComponent(Baseline.name).path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("check-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Fixture.folder.appendingPathComponent("damaged/RUNBOOK.md").path, toPath: runbook)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  func edit(_ change: (String) -> String) throws {
    let text = String(decoding: try RunbookFile.bytes(of: runbook), as: UTF8.self)
    try Data(change(text).utf8).write(to: URL(fileURLWithPath: runbook))
  }
}

@Suite struct BaselineTests {
  @Test func anOldRunbookBeginsGreenAndOnlyWhatIsNewFails() throws {
    let folder = try CheckFolder()
    defer { folder.remove() }
    #expect(try Program("check", folder.runbook).code == 1)
    let written = try Program("check", folder.runbook, "--write-baseline")
    #expect(written.code == 0)
    #expect(written.complaint.contains("What is new from now on fails the check."))
    let green = try Program("check", folder.runbook)
    #expect(green.code == 0)
    #expect(green.complaint.contains("Nothing new to report."))
    try folder.edit { $0 + "\r\n[gone](nowhere.md)\r\n" }
    let red = try Program("check", folder.runbook)
    #expect(red.code == 1)
    #expect(red.output.contains("error R011"))
    #expect(red.complaint.contains("1 finding, 1 error among them."))
  }

  @Test func editsAboveMoveNothing() throws {
    let folder = try CheckFolder()
    defer { folder.remove() }
    _ = try Program("check", folder.runbook, "--write-baseline")
    try folder.edit { $0.replacing("## Severity levels", with: "Read this at night.\r\n\r\n## Severity levels") }
    #expect(try Program("check", folder.runbook).code == 0)
  }

  @Test func twoFindingsAlikeNeedTwoEntries() {
    let finding = CheckTests.found[0]
    let folder = URL(fileURLWithPath: "docs")
    let baseline = Baseline([Baseline.entry(finding, folder)])
    #expect(baseline.marked([finding, finding], folder: folder).map(\.known) == [true, false])
  }

  @Test func aBaselineOfAnotherNameIsTakenWhereItIsNamed() throws {
    let folder = try CheckFolder()
    defer { folder.remove() }
    let other = folder.url.appendingPathComponent("known.json").path
    _ = try Program("check", folder.runbook, "--write-baseline", "--baseline", other)
    #expect(try Program("check", folder.runbook).code == 1)
    #expect(try Program("check", folder.runbook, "--baseline", other).code == 0)
    #expect(try Program("check", folder.runbook, "--baseline", other + ".gone").code == 66)
    try "[]".write(toFile: other, atomically: true, encoding: .utf8)
    #expect(try Program("check", folder.runbook, "--baseline", other).code == 65)
  }

  @Test func theBaselineNamesFilesFromItsOwnFolder() {
    let finding = PlacedFinding(
      file: "/srv/team/docs/a.md", .init(rule: "R001", level: .warning, message: "m", hint: "", line: 1))
    #expect(Baseline.entry(finding, URL(fileURLWithPath: "/srv/team")).file == "docs/a.md")
    #expect(Baseline.entry(finding, URL(fileURLWithPath: "/srv/team/ops")).file == "../docs/a.md")
  }
}

@Suite struct RepairTests {
  @Test func whatCanBeMendedIsMendedAndNothingElse() throws {
    let folder = try CheckFolder()
    defer { folder.remove() }
    let before = try RunbookFile.bytes(of: folder.runbook)
    let preview = try Program("check", folder.runbook, "--diff")
    #expect(preview.code == 0)
    #expect(preview.output.contains("+docker compose ps\r\n"))
    #expect(try RunbookFile.bytes(of: folder.runbook) == before)
    let fixed = try Program("check", folder.runbook, "--fix")
    #expect(fixed.complaint.contains("5 lines mended."))
    let after = try RunbookFile.bytes(of: folder.runbook)
    let wanted = String(decoding: before, as: UTF8.self)
      .replacing("December 4, 2025", with: "2025-12-04").replacing("3 March 2027", with: "2027-03-03")
      .replacing("\u{E2}\u{2020}\u{2019}", with: "→").replacing("\r\ndocker-compose", with: "\r\ndocker compose")
      .replacing("sudo docker-compose", with: "sudo docker compose")
    #expect(String(decoding: after, as: UTF8.self) == wanted)
    #expect(try Program("check", folder.runbook, "--diff").complaint.contains("Nothing to mend."))
  }

  @Test func rightsAndLinksStay() throws {
    let folder = try CheckFolder()
    defer { folder.remove() }
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.runbook)
    let link = folder.url.appendingPathComponent("link.md").path
    try manager.createSymbolicLink(atPath: link, withDestinationPath: folder.runbook)
    _ = try Program("check", link, "--fix")
    #expect(try manager.destinationOfSymbolicLink(atPath: link) == folder.runbook)
    let rights = try manager.attributesOfItem(atPath: folder.runbook)[.posixPermissions] as? NSNumber
    #expect(rights?.intValue == 0o640)
  }

  @Test func theDiffIsOneThatPatchTakes() {
    let before = Array((1...12).map { "line \($0)" }.joined(separator: "\n").utf8)
    let after = Array(String(decoding: before, as: UTF8.self).replacing("line 12", with: "last").utf8)
    let diff = UnifiedDiff.text(before, after, name: "a.md")
    #expect(diff.hasPrefix("--- a/a.md\n+++ b/a.md\n@@ -9,4 +9,4 @@\n line 9\n"))
    #expect(diff.hasSuffix("-line 12\n\\ No newline at end of file\n+last\n\\ No newline at end of file\n"))
    #expect(UnifiedDiff.text(before, before, name: "a.md").isEmpty)
  }
}
