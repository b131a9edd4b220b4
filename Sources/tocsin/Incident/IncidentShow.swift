import ArgumentParser
import Foundation
import Incidents

struct IncidentShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows an incident: why it is what it is, what comes next, and its timeline.",
    discussion: """
      Example:
        tocsin incident show latest
      """)

  @OptionGroup var target: IncidentTarget

  func run() async throws {
    let client = try target.connection.client()
    let name = try await IncidentReference.resolve(target.incident, client)
    let answer = try await client.get("/api/v1/incidents/\(ServerClient.part(name))")
    if target.json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let incident = IncidentReading(try Answer.decode(JSONField.self, from: answer))
    Output.write(IncidentText(incident: incident, terminal: .current()).render())
  }
}
