import ArgumentParser
import Foundation

struct IncidentForget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Takes back what was said of the incident's alerts: the next time their words decide.",
    discussion: """
      Example:
        tocsin incident forget latest
      """)
  @OptionGroup var target: IncidentTarget

  func run() async throws { try await target.act("forget", saying: "the correction is taken back.") }
}

struct IncidentRunbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runbook", abstract: "Moves the incident to the runbook that is in force, and sets every clock anew.",
    discussion: """
      An incident follows the revision of the runbook that it opened under until somebody moves it. `--changes` says
      what would change and moves nothing.

      Example:
        tocsin incident runbook latest --changes
        tocsin incident runbook latest
      """)
  @OptionGroup var target: IncidentTarget
  @Flag(help: "Only say what the runbook in force says otherwise.") var changes = false

  func run() async throws {
    guard changes else { return try await target.act("runbook", saying: "moved to the runbook in force.") }
    let client = try target.connection.client()
    let name = try await IncidentReference.resolve(target.incident, client)
    let answer = try await client.get("/api/v1/incidents/\(ServerClient.part(name))")
    let incident = try Answer.decode(JSONField.self, from: answer)
    let newer = incident["newer"]
    guard newer["revision"].string != nil else {
      return Output.write("\(Layout.plain(name)) follows the runbook that is in force.")
    }
    let rows = newer["changes"].elements.map { change in
      let lines = [
        change["before"].integer.map(LinePlaces(incident["files"]).label),
        change["after"].integer.map(LinePlaces(newer["files"]).label),
      ].map { $0 ?? "-" }
      return "  \(change.words("text") ?? "")  (\(lines.joined(separator: " → ")))"
    }
    let read = newer.words("read") ?? ""
    Output.write(
      ([rows.isEmpty ? "Nothing that Tocsin reads has changed since." : "Read at \(read):"] + rows).joined(
        separator: "\n"))
  }
}
