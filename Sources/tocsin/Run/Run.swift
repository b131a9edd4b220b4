import ArgumentParser
import Foundation
import Runbooks

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a command of an incident's scenario on this machine, and writes the result on its timeline.",
    discussion: """
      INCIDENT is a name, a number or `latest`. ACTION is a number of the list, a line such as L57, or words that only
      one action has. Without ACTION the actions are listed. It runs as you: the server runs nothing.

      A command that only looks runs at once. One that changes something asks you to type the host, or yes; one that
      destroys asks for the word destroy. What nobody knows counts as a change.

      Example:
        tocsin run latest
        tocsin run latest L57
        tocsin run latest 4 --set POD_NAME=web-7f
      """)

  @Argument(help: "Name, number, or `latest`.") var incident: String
  @Argument(help: "Number, line or words of an action; without it, the list.") var action: String?
  @Option(name: .customLong("set"), help: "A placeholder's value, NAME=VALUE; may be given again.") var values:
    [String] = []
  @Option(help: "Seconds after which it is stopped; else 30 for a look, 300 for a change.") var timeout: Int?
  @Flag(help: "Show the command as it would run, and stop.") var dryRun = false
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var connection: Connection
  @OptionGroup var speaker: Speaker

  func run() async throws {
    let client = try connection.client()
    let name = try await IncidentReference.resolve(incident, client)
    let path = "/api/v1/incidents/\(ServerClient.part(name))"
    let answer = try await client.get(path + "/actions")
    let listing = try Answer.decode(JSONField.self, from: answer)
    let offered = listing["actions"].elements.map { OfferedAction($0, LinePlaces(listing["files"])) }
    guard let action else {
      return json ? Output.write(String(decoding: answer, as: UTF8.self)) : list(offered, listing)
    }
    let chosen = try OfferedAction.chosen(action, from: offered)
    guard let command = try prepared(chosen) else { return }
    let result = try RunProcess(
      command: command, seconds: timeout ?? (command.effect == .read ? 30 : 300),
      environment: ProcessInfo.processInfo.environment
    ).run()
    try await keep(result, of: chosen, command, client, path)
  }

  private func list(_ offered: [OfferedAction], _ listing: JSONField) {
    let terminal = Terminal.current()
    let scenario = listing.words("scenario") ?? "no scenario of the runbook"
    let title = "\(listing.words("incident") ?? incident): \(scenario)"
    guard !offered.isEmpty else { return Output.write("\(title)\nThe runbook offers no command for it.") }
    Output.write(([terminal.styled(title, .strong)] + offered.map { $0.row(terminal) }).joined(separator: "\n"))
  }

  /// Shows what would run and asks for what its effect demands; nil where it is not to run.
  private func prepared(_ action: OfferedAction) throws -> FilledCommand? {
    guard !action.isManual else {
      Output.complain("This step is for a person (\(action.place)): \(Layout.plain(action.text))")
      return nil
    }
    if action.isInteractive, action.suggestion == nil {
      throw Failure(
        .usage, "This command waits for a person or never ends, so Tocsin does not run it: \(Layout.plain(action.text))"
      )
    }
    let environment = ProcessInfo.processInfo.environment
    let command = try FilledCommand(action, values: try Self.pairs(values), environment: environment)
    Output.complain(Self.shown(action, command))
    if dryRun { return nil }
    guard Confirmation.given(command, read: { readLine() }) else {
      Output.complain("Not run.")
      return nil
    }
    return command
  }

  static func pairs(_ values: [String]) throws(Failure) -> [String: String] {
    var pairs: [String: String] = [:]
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Failure(.usage, "\(Layout.plain(value)) is no value. Write --set NAME=VALUE.")
      }
      pairs[OpenPlaces.name(parts[0])] = parts[1]
    }
    return pairs
  }

  /// The exact command, what it does and why, where, and whence it comes.
  static func shown(_ action: OfferedAction, _ command: FilledCommand) -> String {
    let lines = command.text.split(separator: "\n").map { "  " + Layout.plain(String($0)) }
    let place = command.host.isEmpty ? "on this machine, as you" : "on \(command.host), over ssh, as you"
    let why = command.reason.isEmpty ? "" : " (\(Layout.plain(command.reason)))"
    let instead = action.isInteractive ? ["In place of \(Layout.plain(action.text)), which waits for a person."] : []
    let caption = action.caption.isEmpty ? [] : [action.caption]
    return
      (caption + lines + instead + ["\(command.effect.rawValue)\(why), \(place), \(action.place) of the runbook"])
      .joined(separator: "\n")
  }

  private func keep(
    _ result: RunProcess.Result, of action: OfferedAction, _ command: FilledCommand, _ client: ServerClient,
    _ path: String
  ) async throws {
    if !result.output.isEmpty { Output.write(result.output) }
    let milliseconds =
      Double(result.took.components.seconds) * 1_000
      + Double(result.took.components.attoseconds) / 1e15
    let over = result.stopped.map { " \($0)" } ?? ""
    let hidden = result.removed > 0 ? " \(Count.of(result.removed, "secret")) removed from the output." : ""
    Output.complain("Exit \(result.exit) after \(String(format: "%.1f", milliseconds / 1_000)) s.\(over)\(hidden)")
    let body: [String: JSONField] = [
      "text": .text(action.text), "line": .number(Double(action.line)),
      "command": .text(Redaction.clean(command.text).text), "host": .text(command.host),
      "exit": .number(Double(result.exit)), "milliseconds": .number(milliseconds.rounded()),
      "output": .text(String(decoding: result.output.utf8.prefix(24_576), as: UTF8.self)),
    ]
    let answer = try await client.post(path + "/runs", speaker.signed(body))
    if json { Output.write(String(decoding: answer, as: UTF8.self)) }
    if result.exit != 0 { throw Failure(.found, "") }
  }
}
