import App
import Engine
import Foundation
import Testing

@testable import tocsin

/// What the command refuses, and with which code.
@Suite struct DrillCommandTests {
  private func failure(_ arguments: String...) async throws -> Failure? { try await failure(of: arguments) }

  private func failure(of arguments: [String]) async throws -> Failure? {
    do {
      try await DrillCommand.parse(arguments).run()
      return nil
    } catch {
      return Failure(error)
    }
  }

  private func file(_ text: String, _ name: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test(arguments: [
    ["--severity", "P9"], ["--scenario", "aliens"], ["--scenario", "of"], ["--never-ack", "--ack-after", "3"],
    ["--raise", "3"], ["--raise", "x:P0"], ["--raise", "3:P9"], ["--asleep", "zed"], ["--channel-down", "pigeon"],
    ["--at", "tomorrow"], ["--rounds", "9"], ["--resolve-after", "99999999"], ["--all", "--severity", "P0"],
    ["--live", "--all"],
  ])
  func wrongUsageIs64(arguments: [String]) async throws {
    let failure = try #require(try await failure(of: [Example.path] + arguments))
    #expect(failure.code == .usage)
    #expect(!failure.message.isEmpty)
  }

  @Test func itsHelpHasAnExample() { #expect(DrillCommand.helpMessage().contains("Example:")) }

  @Test func badFilesAre65AndMissingOnes66() async throws {
    #expect(try await failure("/nowhere/RUNBOOK.md")?.code == .missingFile)
    #expect(try await failure(Example.path, "--team", "/nowhere/tocsin.yaml")?.code == .missingFile)
    #expect(try await failure(Example.path, "--team", file("people: [", "tocsin.yaml"))?.code == .badData)
  }

  @Test func playingAllFailsWhereOneReachesNobodyAndNamesIt() async throws {
    let team = try file(
      """
      people:
        ana: { name: Ana Ruiz, contact: [console] }
      roles:
        Primary On-Call Engineer: ana
        Secondary On-Call Engineer: ana
        Senior Engineer: ana
        Engineering Manager: ana
        Security Lead: ana
      """, "tocsin.yaml")
    let failure = try #require(try await failure(Example.path, "--team", team, "--all", "--json"))
    #expect(failure.code == .found)
    #expect(failure.message.hasPrefix("10 of 28 drills reach nobody at some rung: Shop Down at P0;"))
    #expect(try await self.failure(Example.path, "--all") == nil)
  }
}
