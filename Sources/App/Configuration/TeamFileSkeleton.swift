import Incidents
import Runbooks

extension TeamFile {
  /// A team file for a runbook, ready to be filled: every role, rotation and channel that it mentions, with its lines.
  /// It can be read as it stands; until a role is filled, `tocsin show` says that it reaches nobody.
  package static func skeleton(for runbook: Runbook) -> String {
    let mentions = TeamMentions(runbook)
    let open = OpenPlaces(runbook)
    let parts = [header(runbook), people, rotations, roles(mentions), fallback, channels(mentions)]
    return (parts + [values(open.places), hosts(open.hosts)].filter { !$0.isEmpty }).joined(separator: "\n")
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
    let (paged, written) = (mentions.roles.filter(\.isPaged), mentions.roles.filter { !$0.isPaged })
    let rest =
      written.isEmpty
      ? [] : ["\n  # Written down, paged by no rung and no rule. Those who are nobody's may be left empty.\n"]
    return "# A role is held by a person, a list [ana, bo], or { rotation: primary, position: 2 }.\nroles:\n"
      + (paged.map(entry) + rest + written.map(entry)).joined()
  }

  private static func entry(_ role: TeamMentions.Mention) -> String {
    "  # \(role.notes.joined(separator: "; "))\n  \(quoted(role.name)):\n"
  }

  private static func values(_ places: [OpenPlaces.Mention]) -> String {
    guard !places.isEmpty else { return "" }
    let lines = places.map { place in
      // An unfilled variable comes from the environment anyway; saying so makes the check green.
      let value = place.isVariable ? " \(quoted("env:" + oneLine(place.name)))" : ""
      return "  \(quoted(oneLine(place.name))):\(value) # \(lineList(place.lines))\n"
    }
    return """
      # What stands for the open places of commands. Leave empty what is another each time: `tocsin run --set` fills it.
      # `env:NAME` comes from the environment of whoever runs the command.
      values:

      """ + lines.joined()
  }

  private static func hosts(_ hosts: [OpenPlaces.Mention]) -> String {
    guard !hosts.isEmpty else { return "" }
    let lines = hosts.map { "#   \(clipped(oneLine($0.name))) (\(lineList($0.lines)))\n" }
    return "# Commands run on these hosts over ssh; the ssh of whoever runs them must know each.\n" + lines.joined()
  }

  private static func lineList(_ lines: [Int]) -> String {
    lines.prefix(4).map { "L\($0)" }.joined(separator: ", ") + (lines.count > 4 ? ", …" : "")
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
