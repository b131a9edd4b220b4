/// One run of a runbook's command, by a person on a machine of their own.
package struct CommandRun: Sendable, Hashable {
  package var id: Int64
  package var incident: Int64
  /// The command as the runbook has it, and its line.
  package var text: String
  package var line: Int
  /// What was run: placeholders filled, secrets removed.
  package var command: String
  /// Where, as the runbook names it; empty = the person's own machine.
  package var host: String
  package var actor: String
  package var started: Timestamp
  package var took: Span
  package var exit: Int
  /// The output without its secrets, cut.
  package var output: String

  package init(
    id: Int64, incident: Int64, text: String, line: Int, command: String, host: String, actor: String,
    started: Timestamp, took: Span, exit: Int, output: String
  ) {
    self.id = id
    self.incident = incident
    self.text = text
    self.line = line
    self.command = command
    self.host = host
    self.actor = actor
    self.started = started
    self.took = took
    self.exit = exit
    self.output = output
  }

  /// The first line that says something, at most 200 characters.
  package var firstLine: String {
    let lines = output.split(whereSeparator: \.isNewline)
    return lines.first { !$0.allSatisfy(\.isWhitespace) }.map { String($0.prefix(200)) } ?? ""
  }
}
