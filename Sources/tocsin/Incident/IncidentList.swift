import ArgumentParser
import Foundation
import Incidents

struct IncidentList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists incidents, the open ones unless told otherwise.",
    discussion: """
      Example:
        tocsin incident list --status all --json
      """)

  @Option(help: "open, resolved or all.") var status = "open"
  @OptionGroup var connection: Connection
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let answer = try await connection.client().get("/api/v1/incidents?status=\(ServerClient.part(status))")
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let incidents = try Answer.decode(JSONField.self, from: answer)["incidents"].elements.map { IncidentReading($0) }
    guard !incidents.isEmpty else { return Output.complain(status == "open" ? "Nothing burns." : "No incident.") }
    Output.write(Self.table(incidents, .current()))
  }

  static func table(_ incidents: [IncidentReading], _ terminal: Terminal) -> String {
    let names = incidents.map { Layout.width($0.name) }.max() ?? 0
    let severities = min(incidents.map { Layout.width($0.severity) }.max() ?? 0, 12)
    return incidents.map { incident in
      let opened = incident.opened.map { "\(CivilTime($0).date) \(CivilTime($0).clock)" } ?? ""
      let state = Layout.padded(incident.status, 12) + "  " + opened + " UTC"
      let lead = [Layout.padded(incident.name, names), Layout.padded(incident.severity, severities), state]
        .joined(separator: "  ")
      let wide = terminal.width - Layout.width(lead) - 2 >= 20
      return wide
        ? lead + "  " + Layout.clipped(incident.title, terminal.width - Layout.width(lead) - 2)
        : Layout.clipped(lead, terminal.width) + "\n  " + Layout.clipped(incident.title, terminal.width - 2)
    }.joined(separator: "\n")
  }
}
