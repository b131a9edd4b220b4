import Foundation
import Incidents
import Runbooks
import Testing

@testable import tocsin

@Suite struct CheckTests {
  static let found = [
    Finding(
      rule: "T002", level: .error, message: "Head of Platform reaches nobody.", hint: "Bind the role in tocsin.yaml.",
      line: 19),
    Finding(
      rule: "R063", level: .warning, message: "50 % of \"A, b\" is\nwithout a check.", hint: "", line: 30, column: 7),
    Finding(rule: "R112", level: .hint, message: "No watch period.", hint: "Say how long to watch.", line: 1),
  ].map { PlacedFinding(file: "docs/a,b.md", $0) }

  @Test(arguments: [
    (Check.Format.text, "check.txt"), (.json, "check.json"), (.github, "check.github.txt"), (.sarif, "check.sarif"),
  ])
  func eachFormatNamesFileLineAndRemedy(format: Check.Format, golden: String) throws {
    let report = CheckReport(Self.found, pages: "https://docs.example.org/rules")
    try Golden.expect(report.written(format, Terminal(width: 80, colour: false)) + "\n", golden)
  }

  /// The example as everybody sees it, and a document with everything wrong.
  @Test(arguments: [
    ("examples/lanterna/RUNBOOK.md", "check-lanterna.txt"),
    ("Tests/CommandTests/Fixtures/damaged/RUNBOOK.md", "check-damaged.txt"),
  ])
  func aRunbookIsCheckedAsATeamReadsIt(path: String, golden: String) throws {
    let report = try Self.report(path)
    try Golden.expect(report.written(.text, Terminal(width: 80, colour: false)) + "\n\(report.sum)\n", golden)
  }

  @Test func theExampleHasNoError() throws {
    #expect(try Self.report("examples/lanterna/RUNBOOK.md").failing == 0)
  }

  /// On a day of its own, and without asking Git.
  private static func report(_ path: String) throws -> CheckReport {
    let root = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent(path).path
    var around = Surroundings.of(file, try RunbookFile.bytes(of: file))
    around.changedOn = nil
    // 2026-11-21
    let now = Timestamp(microseconds: 1_795_219_200_000_000)
    let checked = try CheckedRunbook(file, team: nil, at: now, around)
    let found = checked.found.map { finding in
      var short = finding
      short.file = "RUNBOOK.md"
      return short
    }
    return CheckReport(found, ready: [CheckReport.Ready(file: "RUNBOOK.md", readiness: checked.readiness)])
  }

  @Test func aPlaceWhoseValueTheTeamFileGivesIsNotOpen() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("values-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (runbook, team) = (folder.appendingPathComponent("R.md"), folder.appendingPathComponent("tocsin.yaml"))
    try Data("# R\n\n```bash\nkubectl logs <POD> --tail=5\n```\n".utf8).write(to: runbook)
    func open() throws -> Int {
      try CheckedRunbook(runbook.path, team: nil, at: Fixture.now).found.count { $0.rule == "R087" }
    }
    #expect(try open() == 1)
    try Data("values: { POD: web-7f }\n".utf8).write(to: team)
    #expect(try open() == 0)
  }

  @Test func whomNobodyReachesComesFirst() {
    let report = CheckReport(
      [
        PlacedFinding(file: "a.md", Finding(rule: "R003", level: .error, message: "", hint: "", line: 1)),
        PlacedFinding(file: "a.md", Finding(rule: "R031", level: .error, message: "", hint: "", line: 9)),
      ])
    #expect(report.found.map(\.rule) == ["R031", "R003"])
  }

  @Test func aRoleThatReachesNobodyFailsTheCheck() throws {
    let check = try Program("check", Fixture.path)
    #expect(check.code == 1)
    #expect(check.output.contains("RUNBOOK.md:18:1: error T002: Head of Platform reaches nobody.\n"))
    #expect(check.output.contains("Readiness, of 100\n"))
    #expect(check.complaint.contains("among them."))
  }

  @Test func aRunbookWithoutATeamFileIsToldThatNobodyWasChecked() throws {
    let runbook = try Fixture.runbook()
    let findings = Holes.findings(runbook, nil, at: Fixture.now)
    #expect(findings.map(\.rule) == ["T003"])
    #expect(findings.map(\.level) == [.hint])
  }

  @Test func aWrongTeamFileIsAFindingOfItsOwn() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("wrong-\(UUID().uuidString).yaml")
    try "people:\n  ana: { contcat: [console] }\n".write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let check = try Program("check", Fixture.path, "--team", file.path, "--format", "json")
    #expect(check.code == 1)
    #expect(check.output.contains("did you mean `contact`?"))
    #expect(check.output.contains("\"rule\" : \"T001\""))
  }
}
