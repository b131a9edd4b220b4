import ArgumentParser

struct IncidentClock: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "Answers a clock: a decision is taken, a promise kept.",
    discussion: """
      Without a clock it lists those that take an answer.

      Example:
        tocsin incident clock latest
        tocsin incident clock latest rollback go-on
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The clock's key, such as rollback or review.") var clock: String?
  @Argument(help: "done, not-needed, start, roll-back or go-on.") var answer: String = "done"

  func run() async throws {
    guard let clock else { return try await list() }
    try await target.act(
      "clock", ["clock": .text(clock), "answer": .text(answer)], saying: "\(Layout.plain(clock)): \(answer).")
  }

  private func list() async throws {
    let clocks = try await target.fetch()["clocks"].elements.filter { !$0["answers"].elements.isEmpty }
    guard !clocks.isEmpty else { return Output.complain("No clock takes an answer now.") }
    let rows = clocks.map { clock in
      let answers = clock["answers"].elements.compactMap(\.string).joined(separator: ", ")
      return "\(clock["key"].string ?? "")  \(Layout.plain(clock["what"].string ?? "")) (\(answers))"
    }
    Output.write(rows.joined(separator: "\n"))
  }
}
