import Incidents
import Runbooks

extension TeamFile {
  /// A team file for a runbook, ready to be filled: every role, rotation and channel that it mentions, with its lines.
  /// It can be read as it stands; until a role is filled, `tocsin show` says that it reaches nobody.
  package static func skeleton(for runbook: Runbook) -> String {
    let mentions = TeamMentions(runbook)
    let parts = [header(runbook), people, rotations, roles(mentions), fallback, channels(mentions)]
    return parts.joined(separator: "\n")
  }

  private static func header(_ runbook: Runbook) -> String {
    let title = oneLine(runbook.title ?? "the runbook")
    return """
      # Who is behind the roles of \(clipped(title)). L57 is line 57 of the runbook.
      # Fill in `people`, then put their short names behind the roles. `tocsin show` says who cannot be paged.
      # Secrets stay outside: `env:NAME` reads an environment variable, `file:PATH` a file.
      team:\(runbook.owner.map { " " + quoted(clipped(oneLine($0))) } ?? "")

      """
  }

  private static let people = """
    people:
      # ana:
      #   name: Ana Ruiz
      #   zone: Europe/Madrid
      #   contact:
      #     - console
      #     - mail: ana@example.org
      #       after: 5m

    """

  private static let rotations = """
    rotations:
      # primary: { people: [ana, bo], start: 2026-01-05, at: "09:00", zone: Europe/Madrid, every: 1w }

    """

  private static func roles(_ mentions: TeamMentions) -> String {
    guard !mentions.roles.isEmpty else {
      return "# The runbook names no role.\nroles:\n  # On-Call: ana\n"
    }
    let lines = mentions.roles.map { role in
      "  # \(role.notes.joined(separator: "; "))\n  \(quoted(role.name)):\n"
    }
    return "# A role is held by a person, a list [ana, bo], or { rotation: primary, position: 2 }.\nroles:\n"
      + lines.joined()
  }

  private static let fallback = """
    # Paged at once when a rung reaches nobody.
    fallback:

    """

  private static func channels(_ mentions: TeamMentions) -> String {
    var lines = ["channels:"]
    if !mentions.ways.isEmpty {
      let ways = mentions.ways.map { "\($0.name) (\($0.notes.joined(separator: ", ")))" }
      lines.append("  # The runbook speaks of \(ways.joined(separator: ", ")).")
    }
    return (lines + ChannelKind.allCases.compactMap { kind in kind.example.map { "  # \($0)" } }).joined(
      separator: "\n")
      + "\n"
  }

  /// A YAML key or value that means exactly this text. Double quotes wherever a plain one could mean something else.
  static func quoted(_ text: String) -> String {
    let plain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || " -_/.()+".unicodeScalars.contains(scalar)
      }
    let startsPlain = text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    let reserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    if plain, startsPlain, !reserved, text.last != " " { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
