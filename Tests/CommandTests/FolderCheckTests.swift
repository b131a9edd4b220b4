import Foundation
import Testing

@testable import tocsin

/// A runbook that is a folder: the whole is asked for what only one page says, each page for its own form.
@Suite struct FolderCheckTests {
  private static func folder(_ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("folder-\(UUID().uuidString)")
    let pages = url.appendingPathComponent("pages")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    for name in ["RUNBOOK.md", "tocsin.yaml"] {
      try FileManager.default.copyItem(
        at: Fixture.folder.appendingPathComponent(name), to: url.appendingPathComponent(name))
    }
    let page =
      "# DiskFull\n\nThe disk is full.\n\n## Diagnosis\n\nSee [the graph](graph.md).\n"
      + "\n```bash\ndf -h\n```\n\n## Mitigation\n\n```bash\nrm -rf /var/tmp/cache\n```\n"
    try page.write(to: pages.appendingPathComponent("DiskFull.md"), atomically: true, encoding: .utf8)
    try body(url.path)
  }

  @Test func findingsNameThePageAndItsOwnLine() throws {
    try Self.folder { path in
      let check = try Program("check", path)
      #expect(check.code == 1)
      #expect(check.output.contains("\(path)/pages/DiskFull.md:7:15: error R011: "))
      #expect(check.output.contains("\(path)/pages/DiskFull.md:16:1: error R084: "))
      #expect(check.output.contains("\(path)/RUNBOOK.md:18:1: error T002: "))
    }
  }

  @Test func aPageIsNotAskedForWhatTheWholeSays() throws {
    try Self.folder { path in
      let check = try Program("check", path)
      #expect(!check.output.contains("R020") && !check.output.contains("R030"))
      #expect(!check.output.contains("error R060: \"DiskFull\""))
    }
  }

  @Test func marksAreAskedForOnlyWhereSomebodyWantsThem() throws {
    try Self.folder { path in
      let usual = try Program("check", path)
      #expect(!usual.output.contains("R086"))
      let strict = try Program("check", path, "--strict")
      #expect(strict.output.contains("DiskFull.md:16:1: warning R086: "))
      #expect(!strict.output.contains("R086: \"df -h\""))
    }
  }

  @Test func theBaselineLiesInTheFolder() throws {
    try Self.folder { path in
      let kept = try Program("check", path, "--write-baseline").code
      #expect(kept == 0)
      #expect(FileManager.default.fileExists(atPath: "\(path)/\(Baseline.name)"))
      let again = try Program("check", path).code
      #expect(again == 0)
    }
  }

  @Test func namesOfAlertRulesAreFoundInTheRepository() throws {
    try Self.folder { path in
      try "groups:\n- rules:\n  - alert: DiskFull\n    expr: x\n  - alert: \"PodLoops\"\n"
        .write(toFile: path + "/rules.yml", atomically: true, encoding: .utf8)
      #expect(AlertNames.of(URL(fileURLWithPath: path)) == ["diskfull", "podloops"])
    }
  }
}
