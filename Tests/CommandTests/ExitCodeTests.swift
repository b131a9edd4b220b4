import Foundation
import Testing

/// The codes that scripts rely on, and which stream says what.
@Suite struct ExitCodeTests {
  @Test func aReadableRunbookEndsWithZeroAndDataOnStandardOutput() throws {
    let show = try Program("show", Fixture.path, "--json")
    #expect(show.code == 0)
    #expect(show.complaint.isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(show.output.utf8)) as? [String: Any]
    #expect(json?["schema"] as? String == "tocsin.runbook/1")
  }

  @Test(arguments: [
    ["show"], ["show", "a", "b"], ["nonsense"], ["check", "x", "--format", "xml"], ["key", "create"],
  ])
  func wrongUsageIs64(arguments: [String]) throws {
    let run = try Program(arguments)
    #expect(run.code == 64)
    #expect(run.output.isEmpty)
    #expect(!run.complaint.isEmpty)
  }

  @Test func whatIsNoTextIs65() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("binary-\(UUID().uuidString).md")
    try Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0, 0, 0]).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let show = try Program("show", file.path)
    #expect(show.code == 65)
    #expect(show.complaint.contains(file.lastPathComponent))
  }

  @Test(arguments: [["show"], ["check"], ["match"], ["drill"], ["init"], ["serve"], ["demo"]])
  func aMissingFileIs66(command: [String]) throws {
    let run = try Program(command + ["/nowhere/RUNBOOK.md"])
    #expect(run.code == 66)
    #expect(run.complaint == "/nowhere/RUNBOOK.md does not exist.\n")
  }

  @Test func aServerThatDoesNotAnswerIs69() throws {
    let run = try Program("incident", "list", "--server", "http://127.0.0.1:9")
    #expect(run.code == 69)
    #expect(run.complaint == "The server at http://127.0.0.1:9 does not answer (connection refused).\n")
    let none = try Program("oncall", "--data", "/nowhere")
    #expect(none.code == 69)
    #expect(none.complaint.hasPrefix("No server is known: /nowhere/server.json does not exist."))
  }

  @Test func everyCommandsHelpHasAnExample() throws {
    let commands = [
      [], ["serve"], ["demo"], ["show"], ["check"], ["match"], ["drill"], ["init"], ["key"], ["key", "create"],
      ["key", "list"],
      ["key", "revoke"], ["incident"], ["oncall"], ["oncall", "override"],
      ["oncall", "swap"], ["oncall", "overrides"], ["oncall", "take-back"],
    ]
    let verbs = [
      "list", "show", "declare", "ack", "resolve", "reopen", "note", "update", "severity", "scenario", "page",
    ]
    for command in commands + verbs.map({ ["incident", $0] }) {
      let help = try Program(command + ["--help"])
      #expect(help.code == 0)
      #expect(help.output.contains("Example:"), "\(command)")
    }
  }
}
