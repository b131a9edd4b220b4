import ArgumentParser
import Foundation

struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Says how the incidents of the last days went.",
    discussion: """
      Drills, false alarms and merged incidents are left out and counted.

      Example:
        tocsin figures
        tocsin figures --days 30 --csv > figures.csv
      """)
  @OptionGroup var connection: Connection
  @Option(help: "7, 30, 90 or 365.") var days = 90
  @Flag(help: "Print a table for spreadsheets.") var csv = false
  @Flag(help: "Print the figures as JSON.") var json = false

  func validate() throws {
    guard [7, 30, 90, 365].contains(days) else { throw ValidationError("--days takes 7, 30, 90 or 365.") }
  }

  func run() async throws {
    let client = try connection.client()
    if csv {
      let table = try await client.get("/api/v1/figures.csv?days=\(days)")
      return FileHandle.standardOutput.write(table)
    }
    let answer = try await client.get("/api/v1/figures?days=\(days)")
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    Output.write(
      FiguresText(figures: try Answer.decode(JSONField.self, from: answer), terminal: .current()).render())
  }
}
