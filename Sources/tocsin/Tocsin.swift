import App
import ArgumentParser
import Foundation

/// The command line. What each command promises to scripts stands in docs/guide; exit codes are in `Failure`.
@main struct Tocsin: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tocsin",
    abstract: "Reads a team's incident runbook and pages people as it says.",
    discussion: """
      Example:
        tocsin show RUNBOOK.md       what was understood, and who cannot be paged
        tocsin demo                  a whole incident on the example team
        tocsin serve RUNBOOK.md      take alerts and page people
      """,
    subcommands: [
      Serve.self, Demo.self, Show.self, Check.self, Match.self, DrillCommand.self, Init.self, ImportCommand.self,
      Key.self, IncidentCommand.self, Room.self, ReviewCommand.self, FiguresCommand.self, Run.self, StatusCommand.self,
      Oncall.self,
      IntakeCommand.self, Why.self, Backup.self, Restore.self, Move.self, Verify.self, Watch.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Says on standard error what is wrong and ends with the code that belongs to it.
  private static func end(with error: any Error) -> Never {
    guard let failure = Failure(error) else { exit(withError: error) }
    if !failure.message.isEmpty { Output.complain(failure.message) }
    Foundation.exit(failure.code.rawValue)
  }
}
