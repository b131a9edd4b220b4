import Foundation
import Testing

@Suite struct InitTests {
  @Test func aTeamFileIsWrittenOnceAndNeverOverwritten() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("init-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let runbook = folder.appendingPathComponent("RUNBOOK.md").path
    try FileManager.default.copyItem(atPath: Fixture.path, toPath: runbook)
    let first = try Program("init", runbook)
    #expect(first.code == 0)
    let file = folder.appendingPathComponent("tocsin.yaml")
    #expect(first.output == file.path + "\n")
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written.contains("\n  Head of Platform:\n"))

    try "team: Mine\n".write(to: file, atomically: true, encoding: .utf8)
    let second = try Program("init", runbook)
    #expect(second.code == 65)
    #expect(second.complaint.contains("--force writes over it"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "team: Mine\n")
    #expect(try Program("init", runbook, "--force").code == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == written)
  }
}
