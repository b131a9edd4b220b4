import App
import ArgumentParser
import Foundation

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a team file for a runbook, ready to be filled.",
    discussion: """
      It stands beside the runbook as tocsin.yaml and holds every role and channel that the runbook mentions, with its \
      lines.

      Example:
        tocsin init RUNBOOK.md
      """)

  @Argument(help: "The runbook.") var runbook: String
  @Flag(help: "Write over a team file that is there.") var force = false

  func run() throws {
    let reading = try RunbookFile.read(runbook)
    let file = URL(fileURLWithPath: runbook).deletingLastPathComponent().appendingPathComponent("tocsin.yaml")
    if !force, FileManager.default.fileExists(atPath: file.path) {
      throw Failure(.badData, "\(file.relativePath) is there already and stays as it is. --force writes over it.")
    }
    do {
      try Data(TeamFile.skeleton(for: reading).utf8).write(to: file, options: .atomic)
    } catch {
      throw Failure(.missingFile, "\(file.relativePath) cannot be written. Check the rights of its folder.")
    }
    Output.complain("Fill in people and roles, then see who is paged: tocsin show \(runbook)")
    Output.write(file.path)
  }
}
