import ArgumentParser

struct IncidentAck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Acknowledges: stops reminders and the rungs that wait for an answer.",
    discussion: """
      Rungs that the runbook ties to resolution go on.

      Example:
        tocsin incident ack latest
      """)
  @OptionGroup var target: IncidentTarget

  func run() async throws { try await target.act("acknowledge", saying: "acknowledged.") }
}

struct IncidentResolve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Resolves: ends every page and clock but the review's.",
    discussion: """
      What the runbook asks for before the end is looked at: its verification, its watch. What is missing is said; with a
      reason it is resolved all the same, and both stand on the timeline.

      Example:
        tocsin incident resolve latest --reason "sender switched off"
      """)
  @OptionGroup var target: IncidentTarget
  @Option(help: "Why, where something is missing.") var reason: String?

  func run() async throws {
    try await target.act("resolve", reason.map { ["reason": .text($0)] } ?? [:], saying: "resolved.")
  }
}

struct IncidentReopen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Opens a resolved incident again and climbs its ladder anew.",
    discussion: """
      Example:
        tocsin incident reopen INC-2026-02-14-01
      """)
  @OptionGroup var target: IncidentTarget

  func run() async throws { try await target.act("reopen", saying: "open again.") }
}

struct IncidentNote: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Writes a note on the timeline.",
    discussion: """
      Example:
        tocsin incident note latest "replica promoted"
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The note.") var text: String

  func run() async throws { try await target.act("note", ["text": .text(text)], saying: "noted.") }
}

struct IncidentSeverity: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "severity", abstract: "Changes the severity and with it every clock.",
    discussion: """
      Example:
        tocsin incident severity latest P0
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "A severity of the runbook.") var severity: String

  func run() async throws {
    try await target.act("severity", ["severity": .text(severity)], saying: "now \(severity).")
  }
}

struct IncidentScenario: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "Says which scenario of the runbook it is; none without one.",
    discussion: """
      Example:
        tocsin incident scenario latest "Database down"
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The scenario's title.") var scenario: String?

  func run() async throws {
    let field = scenario.map { JSONField.text($0) } ?? .null
    try await target.act("scenario", ["scenario": field], saying: "scenario is \(scenario ?? "none").")
  }
}

struct IncidentPage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Pages a rung of the ladder now instead of waiting for its time.",
    discussion: """
      Example:
        tocsin incident page latest "Engineering Manager"
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The role, as the runbook's ladder names it, or the number of its step.") var role: String

  func run() async throws {
    let client = try target.connection.client()
    let reference = try await IncidentReference.resolve(target.incident, client)
    let incident = try Answer.decode(
      JSONField.self, from: try await client.get("/api/v1/incidents/\(ServerClient.part(reference))"))
    let revision = ServerClient.part(incident["runbook"].string ?? "")
    let runbook = try Answer.decode(
      JSONField.self, from: try await client.get("/api/v1/runbook?revision=\(revision)"))
    let ladder = runbook["escalation"].elements.map { $0["target"].string ?? "" }
    let step = try Self.step(for: role, in: ladder)
    let name = ladder.indices.contains(step) ? Layout.plain(ladder[step]) : "step \(step)"
    try await target.act("page", ["step": .number(Double(step))], saying: "\(name) is paged.")
  }

  /// The role's place in the ladder, by its whole name or by a part of it that no other rung has.
  static func step(for role: String, in ladder: [String]) throws(Failure) -> Int {
    if let number = Int(role), number >= 0 { return number }
    let wanted = role.lowercased()
    let names = ladder.map { $0.lowercased() }
    if let exact = names.firstIndex(of: wanted) { return exact }
    let near = names.indices.filter { names[$0].contains(wanted) }
    if let only = near.first, near.count == 1 { return only }
    let known = ladder.map(Layout.plain).joined(separator: ", ")
    throw Failure(
      .badData, "\(near.isEmpty ? "No rung is" : "More than one rung is") called \(role). The ladder has \(known).")
  }
}
