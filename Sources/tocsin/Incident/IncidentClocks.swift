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

struct IncidentAction: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action", abstract: "Lists, adds and ends action items: what is to be done afterwards.",
    discussion: """
      Example:
        tocsin incident action latest
        tocsin incident action latest --add "Alert on pool size" --owner ana --due 2026-03-01
        tocsin incident action latest --done 1
      """)
  @OptionGroup var target: IncidentTarget
  @Option(help: "What is to be done.") var add: String?
  @Option(help: "Whose it is: a person of the team file, or any name.") var owner: String?
  @Option(help: "Until when, as 2026-03-01 or 2026-03-01T12:00Z.") var due: String?
  @Option(help: "high, medium or low.") var priority: String?
  @Option(help: "Number of an item that is done.") var done: Int?

  func run() async throws {
    if let add {
      let item: [String: JSONField] = [
        "text": .text(add), "owner": .text(owner ?? ""), "due": .text(due ?? ""),
        "priority": .text(priority ?? "medium"),
      ]
      return try await target.act("item", item, saying: "action item added.")
    }
    if let done {
      return try await target.act("done", ["number": .number(Double(done))], saying: "action item \(done) done.")
    }
    let items = try await target.fetch()["items"].elements
    guard !items.isEmpty else { return Output.complain("No action item.") }
    Output.write(items.map(Self.row).joined(separator: "\n"))
  }

  static func row(_ item: JSONField) -> String {
    let owner = item["owner"].string.flatMap { $0.isEmpty ? nil : $0 } ?? "nobody's yet"
    let due = item["due"].string.map { ", due \($0.prefix(10))" } ?? ""
    let end = item["doneAt"].string.map { ", done \($0.prefix(10))" } ?? due
    let number = item["number"].integer.map(String.init) ?? "?"
    let priority = item["priority"].string.map { "\(Layout.plain($0)), " } ?? ""
    return "\(number)  \(Layout.plain(item["text"].string ?? ""))  (\(priority)\(Layout.plain(owner))\(end))"
  }
}
