import ArgumentParser
import Foundation

struct IncidentDeclare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare", abstract: "Opens an incident without an alert, and pages as the ladder says.",
    discussion: """
      Example:
        tocsin incident declare "Customers cannot pay" --severity P1
      """)

  @Argument(help: "What is wrong, in a line.") var title: String
  @Option(help: "A severity of the runbook; else the scenario's, else the highest.") var severity: String?
  @Option(help: "Title of a scenario of the runbook; else the title's words find it.") var scenario: String?
  @Option(help: "Name of the runbook, where the server has several; else the one that fits.") var runbook: String?
  @Flag(help: "Practice: people are paged with DRILL in front.") var drill = false
  @OptionGroup var connection: Connection
  @OptionGroup var speaker: Speaker
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    var body: [String: JSONField] = ["title": .text(title)]
    if let severity { body["severity"] = .text(severity) }
    if let scenario { body["scenario"] = .text(scenario) }
    if let runbook { body["runbook"] = .text(runbook) }
    if drill { body["drill"] = .bool(true) }
    let answer = try await connection.client().post("/api/v1/incidents", speaker.signed(body))
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let incident = IncidentReading(try Answer.decode(JSONField.self, from: answer))
    Output.write("\(incident.name)  \(incident.severity)  \(incident.title)")
  }
}
