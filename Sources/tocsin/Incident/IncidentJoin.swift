import ArgumentParser

struct IncidentMerge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Ends an incident as a part of another that is open.",
    discussion: """
      Its pages and clocks end, its alerts and open action items go along.

      Example:
        tocsin incident merge INC-2026-02-14-02 --into INC-2026-02-14-01
      """)
  @OptionGroup var target: IncidentTarget
  @Option(help: "The incident that goes on: its name or number.") var into: String

  func run() async throws {
    try await target.act("merge", ["into": .text(into)], saying: "merged into \(Layout.plain(into)).")
  }
}

struct IncidentSplit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Moves an alert to an incident of its own, or lists the alerts.",
    discussion: """
      Example:
        tocsin incident split latest
        tocsin incident split latest --alert 42
      """)
  @OptionGroup var target: IncidentTarget
  @Option(help: "Number of the alert.") var alert: String?

  func run() async throws {
    if let alert {
      return try await target.act("split", ["alert": .text(alert)], saying: "the alert has its own incident now.")
    }
    let alerts = try await target.fetch()["alerts"].elements
    let rows = alerts.map {
      "\($0["id"].string ?? "")  \($0["state"].string ?? "")  \(Layout.plain($0["summary"].string ?? ""))"
    }
    Output.write(rows.joined(separator: "\n"))
  }
}

struct IncidentLink: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Says that another incident has to do with it.",
    discussion: """
      Example:
        tocsin incident link latest --with INC-2026-02-14-01
        tocsin incident link latest --with INC-2026-02-14-01 --undo
      """)
  @OptionGroup var target: IncidentTarget
  @Option(name: .customLong("with"), help: "The other incident: its name or number.") var other: String
  @Flag(help: "It has nothing to do with it.") var undo = false

  func run() async throws {
    try await target.act(
      "relate", ["with": .text(other), "holds": .bool(!undo)], saying: undo ? "no longer linked." : "linked.")
  }
}
