import App
import ArgumentParser
import Foundation

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Makes a team file out of another system's export.",
    discussion: """
      KIND is opsgenie, grafana-oncall, pagerduty or alertmanager; PATH is a file of its API's JSON (or alertmanager.yml), \
      or a folder of such files. The team file goes to standard output, or to --output; what did not map goes to \
      standard error, with each escalation policy as a ladder to paste into the runbook.

      Example:
        tocsin import opsgenie export/ --output tocsin.yaml
      """)

  @Argument(help: "opsgenie, grafana-oncall, pagerduty or alertmanager.") var kind: String
  @Argument(help: "A file, or a folder of files.") var path: String
  @Option(help: "Where the team file is written; a file that is there stays unless --force.") var output: String?
  @Flag(help: "Write over a file that is there.") var force = false

  func validate() throws {
    guard Importing(rawValue: kind) == nil else { return }
    throw ValidationError(
      "KIND is one of \(Importing.allCases.map(\.rawValue).joined(separator: ", ")), not \(kind.prefix(40)).")
  }

  func run() throws {
    guard FileManager.default.fileExists(atPath: path) else { throw Failure(.missingFile, "There is no \(path).") }
    guard let system = Importing(rawValue: kind) else { return }
    let team: ImportedTeam
    do { team = try system.read(path) } catch { throw Failure(.badData, "\(error)") }
    if let output { try write(team.yaml, to: output) } else { Output.write(team.yaml) }
    Output.complain(team.report)
    if let problems = team.problems() {
      throw Failure(.badData, "The team file needs your hand before it loads:\n\(problems)")
    }
  }

  private func write(_ text: String, to output: String) throws {
    if !force, FileManager.default.fileExists(atPath: output) {
      throw Failure(.badData, "\(output) is there already and stays as it is. --force writes over it.")
    }
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic) } catch {
      throw Failure(.missingFile, "\(output) cannot be written. Check the rights of its folder.")
    }
  }
}
