import ArgumentParser
import Foundation

struct IncidentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident", abstract: "Looks at incidents and acts on them.",
    discussion: """
      INCIDENT is a name such as INC-2026-02-14-01, its number, or `latest`.

      Example:
        tocsin incident list
        tocsin incident ack latest
      """,
    subcommands: [
      IncidentList.self, IncidentShow.self, IncidentDeclare.self, IncidentAck.self, IncidentResolve.self,
      IncidentReopen.self, IncidentNote.self, IncidentUpdate.self, IncidentSeverity.self, IncidentScenario.self,
      IncidentForget.self, IncidentRunbook.self, IncidentPage.self, IncidentClock.self, IncidentAction.self,
      IncidentItems.self, IncidentDraft.self, IncidentFiles.self,
      IncidentSituation.self, IncidentHandover.self, IncidentTick.self, IncidentRole.self,
      IncidentFalseAlarm.self, IncidentEscalate.self,
      IncidentMerge.self, IncidentSplit.self, IncidentLink.self,
      IncidentPin.self, IncidentAttach.self, IncidentPrivate.self, IncidentHold.self, IncidentExport.self,
      IncidentPublish.self, IncidentLesson.self,
    ])
}

/// What the commands on one incident share: which one, on which server, and how the answer is printed.
struct IncidentTarget: ParsableArguments {
  @Argument(help: "Name, number, or `latest`.") var incident: String
  @OptionGroup var connection: Connection
  @OptionGroup var speaker: Speaker
  @Flag(help: "Print the incident as JSON.") var json = false

  /// The incident as the server tells it.
  func fetch() async throws -> JSONField {
    let client = try connection.client()
    let name = try await IncidentReference.resolve(incident, client)
    return try Answer.decode(JSONField.self, from: try await client.get("/api/v1/incidents/\(ServerClient.part(name))"))
  }

  func act(_ verb: String, _ body: [String: JSONField] = [:], saying sentence: String) async throws {
    let client = try connection.client()
    let name = try await IncidentReference.resolve(incident, client)
    let answer = try await client.post("/api/v1/incidents/\(ServerClient.part(name))/\(verb)", speaker.signed(body))
    Output.write(json ? String(decoding: answer, as: UTF8.self) : "\(Layout.plain(name)): \(sentence)")
  }
}

/// On whose behalf a command acts, where its token belongs to nobody.
struct Speaker: ParsableArguments {
  @Option(name: .customLong("as"), help: "Who acts, for the timeline; else the name of this login.") var name: String?

  func signed(_ body: [String: JSONField]) -> [String: JSONField] {
    let environment = ProcessInfo.processInfo.environment
    guard let who = name ?? environment["USER"] ?? environment["LOGNAME"], !who.isEmpty else { return body }
    return body.merging(["actor": .text(who)]) { given, _ in given }
  }
}
