import Foundation
import Runbooks
import Testing

/// A folder is one runbook, and every fact keeps its file.
struct FolderTests {
  private func file(_ path: String, _ text: String) -> RunbookLibrary.File {
    RunbookLibrary.File(path: path, bytes: Array(text.utf8))
  }

  private func folder() throws -> [RunbookLibrary.File] {
    [
      file("alerts/PersistentVolume.md", String(decoding: try Fixture.bytes("alert-page"), as: UTF8.self)),
      file(
        "handbook.md",
        String(decoding: try Fixture.bytes("five-levels"), as: UTF8.self)
          + "\nSee [rollback](rollback-procedure.md), [volumes](./alerts/PersistentVolume.md#meaning), [old](gone.md).\n"
      ),
      file(
        "rollback-procedure.md",
        "---\nowner: x\n---\n# Rollback procedure\n\n## When to roll back\n\n- Errors above 5%\n\n## Application\n\n"
          + "```bash\nhelm rollback shop\n```\n"),
    ]
  }

  @Test func theDocumentWithTheLadderIsTheMainOne() throws {
    let runbook = try RunbookLibrary.read(folder())
    #expect(runbook.parts.map(\.file) == ["handbook.md", "alerts/PersistentVolume.md", "rollback-procedure.md"])
    #expect(runbook.severities.count == 5)
    #expect(runbook.owner == "storefront-oncall")
    #expect(runbook.parts.map(\.gave).map { $0.last ?? "" } == ["2 scenarios", "1 scenario", "rollback"])
  }

  @Test func aPageForOneAlertIsAScenarioWithItsOwnFileAndLine() throws {
    let runbook = try RunbookLibrary.read(folder())
    let scenario = try #require(runbook.scenarios.last)
    #expect(scenario.title == "KubePersistentVolumeFillingUp")
    let place = try #require(runbook.parts.place(of: scenario.line))
    #expect(place == ("alerts/PersistentVolume.md", 1))
    let command = try #require(scenario.actions.first)
    #expect(runbook.parts.place(of: command.line)?.line == 16)
    #expect(runbook.lines[command.line - 1].hasPrefix("kubectl get pvc"))
  }

  @Test func aLinkedProcedureGivesTheRollback() throws {
    let rollback = try #require(try RunbookLibrary.read(folder()).rollback)
    #expect(rollback.criteria.map(\.text) == ["Errors above 5%"])
    #expect(rollback.options.flatMap(\.actions).map(\.text) == ["helm rollback shop"])
  }

  @Test func aDeadRelativeLinkIsAFinding() throws {
    let dead = try RunbookLibrary.read(folder()).findings.filter { $0.rule == "R011" }
    #expect(dead.map(\.message) == ["The link to gone.md is dead: handbook.md has no such file beside it."])
    #expect(try RunbookLibrary.read(folder(), others: ["gone.md"]).findings.filter { $0.rule == "R011" }.isEmpty)
  }

  @Test func theMachineReadableReadingNamesTheFileOfEachFact() throws {
    let json = RunbookJSON.encode(try RunbookLibrary.read(folder()))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let scenarios = try #require(object["scenarios"] as? [[String: Any]])
    #expect(scenarios.compactMap { $0["file"] as? String }.last == "alerts/PersistentVolume.md")
    #expect(scenarios.compactMap { $0["line"] as? Int }.last == 1)
    #expect((object["files"] as? [[String: Any]])?.count == 3)
  }

  @Test func anEmptyFolderIsAnEmptyRunbookAndABadPageIsAFinding() throws {
    #expect(try RunbookLibrary.read([]).severities.isEmpty)
    let bad = RunbookLibrary.File(path: "a.md", bytes: [0x61, 0])
    #expect(throws: ReadingError.self) { try RunbookLibrary.read([bad]) }
    #expect(try RunbookLibrary.read([bad] + folder()).findings.contains { $0.message.hasPrefix("a.md is not text") })
  }
}
