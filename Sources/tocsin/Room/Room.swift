import ArgumentParser
import Foundation

struct Room: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room", abstract: "Shows an incident live in the terminal: clocks, steps, roles, timeline.",
    discussion: """
      It is drawn anew each second until the incident is over or Ctrl-C. Into a pipe it writes once, then each new entry.

      Example:
        tocsin room latest
        tocsin room INC-2026-02-14-01 --once
      """)
  @Argument(help: "Name, number, or `latest`.") var incident: String
  @OptionGroup var connection: Connection
  @Flag(help: "Draw it once and end.") var once = false

  func run() async throws {
    let client = try connection.client()
    let name = try await IncidentReference.resolve(incident, client)
    let isLive = isatty(STDOUT_FILENO) == 1 && !once
    var known = 0
    var lost = false
    while true {
      do throws(Failure) {
        let json = try Answer.decode(
          JSONField.self, from: try await client.get("/api/v1/incidents/\(ServerClient.part(name))"))
        let screen = RoomScreen(json, terminal: .current(), rows: isLive ? RoomScreen.windowRows() : nil)
        let entries = screen.incident.course
        if isLive {
          Output.write("\u{1B}[H\u{1B}[2J" + screen.render())
        } else if known == 0 {
          Output.write(screen.render())
        } else {
          for entry in entries.dropFirst(known) { Output.write(IncidentText.row(entry, .current())) }
        }
        known = max(entries.count, 1)
        lost = false
        if once || screen.isOver { return }
      } catch {
        // A server that starts again is waited for; what is wrong from the beginning is said at once.
        guard known > 0, error.code == .unreachable else { throw error }
        if !lost { Output.complain("Not live: \(error.message) Trying again.") }
        lost = true
      }
      try await Task.sleep(for: .seconds(1))
    }
  }
}
