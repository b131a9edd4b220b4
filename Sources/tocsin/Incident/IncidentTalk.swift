import ArgumentParser

struct IncidentSituation: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "situation", abstract: "Says that a situation of the runbook holds: whom it calls is paged.",
    discussion: """
      The pages go out at the situation's stated time, counted from now.

      Example:
        tocsin incident situation latest "security breach"
        tocsin incident situation latest "can't diagnose" --not
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The situation in the runbook's words, or some of them.") var situation: String
  @Flag(name: .customLong("not"), help: "It is not so, or no longer.") var not = false

  func run() async throws {
    try await target.act(
      "situation", ["situation": .text(situation), "holds": .bool(!not)], saying: not ? "noted as not so." : "noted.")
  }
}

struct IncidentHandover: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover", abstract: "Offers an incident to somebody, who is paged to take it.",
    discussion: """
      Whoever has it keeps it until the other acknowledges.

      Example:
        tocsin incident handover latest bo
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "A person of the team file, by identifier or name.") var person: String

  func run() async throws {
    try await target.act("handover", ["to": .text(person)], saying: "offered to \(person).")
  }
}
