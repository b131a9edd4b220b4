import Foundation
import Hummingbird
import Incidents
import Runbooks
import Storage

/// Which commands an incident's runbook offers, and what became of those that people ran on machines of their own.
/// The server itself never runs one.
enum APIRuns {
  /// Bytes of a command's output that are kept.
  static let longestOutput = 32_768

  struct ActionJSON: Encodable {
    var number: Int
    var kind: String
    var phase: String
    var text: String
    var caption: String?
    var host: String?
    var effect: String
    var effectReason: String
    var interactive: Bool
    var suggestion: String?
    var placeholders: [String]
    /// What the team file gives for places, by their names; `env:NAME` is the reader's to look up.
    var values: [String: String]
    var expectation: String?
    var line: Int
    var lastRun: RunJSON?
  }

  struct RunJSON: Encodable {
    var text: String
    var line: Int
    var command: String
    var host: String
    var actor: String
    var at: String
    var milliseconds: Int64
    var exit: Int
    var firstLine: String

    init(_ run: CommandRun) {
      (text, line, command, host, actor) = (run.text, run.line, run.command, run.host, run.actor)
      at = rfc3339(run.started)
      milliseconds = run.took.microseconds / 1_000
      exit = run.exit
      firstLine = run.firstLine
    }
  }

  /// The commands and steps of the incident's scenario, then those that go back.
  @Sendable static func actions(_ visit: Visit) async throws -> Response {
    struct Listing: Encodable {
      var incident: String
      var scenario: String?
      var actions: [ActionJSON]
      /// Where the runbook is several files: which of its lines are whose.
      var files: [FileJSON]?
    }
    let incident = try await APIHandlers.incident(visit)
    let runbook = try await visit.site.runbook(of: incident).runbook
    let runs = try await visit.context.database.read(RunQueries.of(incident.id))
    let rows = offered(runbook, incident).enumerated().map { index, action in
      ActionJSON(
        number: index + 1, kind: action.kind.rawValue, phase: action.phase.rawValue, text: action.text,
        caption: action.caption, host: action.target, effect: action.effect.rawValue,
        effectReason: action.effectReason, interactive: action.interactive, suggestion: action.suggestion,
        placeholders: action.placeholders, values: values(for: action, visit), expectation: action.expectation,
        line: action.line,
        lastRun: runs.first { $0.line == action.line && $0.text == action.text }.map(RunJSON.init))
    }
    return try Reply.json(
      Listing(incident: incident.name, scenario: incident.scenario, actions: rows, files: FileJSON.all(runbook)))
  }

  private static func values(for action: Action, _ visit: Visit) -> [String: String] {
    let names = Set(action.placeholders.map(OpenPlaces.name))
    return visit.context.shelf.team().values.filter { names.contains($0.key) }
  }

  private static func offered(_ runbook: Runbook, _ incident: Incident) -> [Action] {
    let scenario = runbook.scenarios.first { $0.title == incident.scenario }
    let all = (scenario?.actions ?? []) + (runbook.rollback?.options.flatMap(\.actions) ?? [])
    return all.filter { !opensSession($0) }
  }

  /// `ssh HOST` alone says where the commands below it run; it is none itself.
  private static func opensSession(_ action: Action) -> Bool {
    let words = action.text.split(separator: " ")
    return words.count == 2 && words.first == "ssh"
  }

  private struct RunRequest: Decodable {
    var text: String
    var line: Int
    var command: String
    var host: String?
    var exit: Int
    var milliseconds: Int64
    var output: String?
    var actor: String?
  }

  /// Takes a result only for a command that the incident's own revision of the runbook offers.
  @Sendable static func record(_ visit: Visit) async throws -> Response {
    let incident = try await APIHandlers.incident(visit)
    guard let request = try? JSONDecoder().decode(RunRequest.self, from: visit.json) else {
      throw Failure.bad("The body is not a run: text, line, command, exit and milliseconds are needed.")
    }
    let runbook = try await visit.site.runbook(of: incident).runbook
    guard let action = offered(runbook, incident).first(where: { $0.line == request.line && $0.text == request.text })
    else { throw Failure.refused("text: the runbook of this incident has no such command in line \(request.line).") }
    let who = try await APIHandlers.actor(request.actor, visit)
    let took = Span(microseconds: min(max(request.milliseconds, 0), 86_400_000) * 1_000)
    let run = CommandRun(
      id: visit.context.newID(), incident: incident.id, text: action.text, line: action.line,
      command: Redaction.clean(String(request.command.prefix(8_192))).text,
      host: String((request.host ?? "").prefix(200)), actor: who, started: visit.now - took, took: took,
      exit: min(max(request.exit, -255), 255), output: kept(request.output ?? ""))
    try await APIHandlers.refusing { try await visit.context.acts.record(run, by: who) }
    return try Reply.json(RunJSON(run), status: .created)
  }

  /// Cleaned a second time: nothing is stored on a client's word that it holds no secret and steers no screen.
  private static func kept(_ output: String) -> String {
    let cut = String(decoding: output.utf8.prefix(longestOutput), as: UTF8.self)
    return Redaction.clean(PlainOutput.of(cut)).text
  }

  /// The latest runs of all incidents that the visitor may see, for `tocsin check`.
  @Sendable static func list(_ visit: Visit) async throws -> Response {
    struct Listing: Encodable { var runs: [RunJSON] }
    let runs = try await visit.context.database.read(RunQueries.recent(limit: 5_000))
    let incidents = try await visit.site.incidents(Set(runs.map(\.incident)))
    let viewer = try await visit.viewer()
    let seen = runs.filter { incidents[$0.incident]?.isVisible(to: viewer) ?? true }
    return try Reply.json(Listing(runs: seen.map(RunJSON.init)))
  }
}
