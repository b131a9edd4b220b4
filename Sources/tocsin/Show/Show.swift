import App
import ArgumentParser
import Foundation
import Incidents
import Runbooks

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints what Tocsin understood of a runbook, and first of all who cannot be paged.",
    discussion: """
      L57 is line 57 of the runbook. Who is paged is read from tocsin.yaml beside it. A folder is read as one runbook:
      the document with the severities and the ladder, and the pages beside it.

      Example:
        tocsin show RUNBOOK.md
        tocsin show runbooks/
        tocsin show RUNBOOK.md --json | jq .escalation
      """)

  @Argument(help: "The runbook, a file or a folder.") var runbook: String
  @Option(help: "The team file; else tocsin.yaml beside the runbook.") var team: String?
  @Flag(help: "Print the machine-readable reading.") var json = false

  func run() throws {
    let reading = try RunbookFolder.checked(runbook)
    if json { return Output.write(RunbookJSON.encode(reading)) }
    let text = ShowText(
      runbook: reading, name: runbook, team: try bound(), now: PacedClock.wall(), terminal: .current())
    Output.write(text.render())
  }

  /// The team; a file beside the runbook that is wrong is said and set aside, one that was named is an error.
  private func bound() throws -> Team? {
    do {
      return try TeamText.read(named: team, beside: runbook)?.team
    } catch let errors as TeamFileErrors where team == nil {
      Output.complain(errors.description)
      return nil
    }
  }
}

/// A team file as a reader needs it: secrets need not be there, for nothing is sent.
enum TeamText {
  static func read(named path: String?, beside runbook: String) throws -> TeamConfiguration? {
    guard let path = path ?? RunbookFile.teamFile(beside: runbook) else { return nil }
    let text = String(decoding: try RunbookFile.bytes(of: path), as: UTF8.self)
    // An address that is also a plausible secret: whatever the reference stands for, it reads.
    let absent = "https://unset.invalid"
    return try TeamFile.read(text, name: path, environment: { _ in absent }, readFile: { _ in absent })
  }
}
