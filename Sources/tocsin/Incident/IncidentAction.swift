import ArgumentParser

struct IncidentAction: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action", abstract: "Lists, adds, changes, ends and exports action items.",
    discussion: """
      An export goes to a tracker of the team file, GitHub or Jira; `tocsin incident items --csv` prints all as a table.

      Example:
        tocsin incident action latest
        tocsin incident action latest --add "Alert on pool size" --owner ana --due 2026-03-01
        tocsin incident action latest --change 1 --state started --priority high
        tocsin incident action latest --done 1
        tocsin incident action latest --export 1 --tracker jira
      """)
  @OptionGroup var target: IncidentTarget
  @Option(help: "What is to be done.") var add: String?
  @Option(help: "Number of an item that is changed by the options below.") var change: Int?
  @Option(help: "Number of an item that is done.") var done: Int?
  @Option(help: "Number of an item that a tracker is to have.") var export: Int?
  @Option(help: "Which tracker of the team file; else the first.") var tracker: String?
  @Option(help: "What is to be done, in other words.") var text: String?
  @Option(help: "Whose it is: a person of the team file, or any name.") var owner: String?
  @Option(help: "Until when, as 2026-03-01 or 2026-03-01T12:00Z; empty: no time.") var due: String?
  @Option(help: "high, medium or low.") var priority: String?
  @Option(help: "open, started, done or dropped.") var state: String?

  func validate() throws {
    let asked = [add != nil, change != nil, done != nil, export != nil].filter { $0 }.count
    guard asked <= 1 else { throw ValidationError("One of --add, --change, --done and --export at a time.") }
    guard tracker == nil || export != nil else {
      throw ValidationError("--tracker says where --export files an item; without --export it does nothing.")
    }
    guard change == nil || !wish.isEmpty else {
      throw ValidationError("Say what changes: --text, --owner, --due, --priority or --state.")
    }
  }

  func run() async throws {
    if let add {
      let item: [String: JSONField] = ["owner": "", "due": "", "priority": "medium"]
      let wanted = item.merging(wish) { $1 }.merging(["text": .text(add)]) { $1 }
      return try await target.act("item", wanted, saying: "action item added.")
    }
    if let done {
      return try await target.act("done", ["number": .number(Double(done))], saying: "action item \(done) done.")
    }
    if let change { return try await send(change, "", wish) }
    if let export { return try await send(export, "/export", tracker.map { ["tracker": .text($0)] } ?? [:]) }
    let items = try await target.fetch()["items"].elements
    guard !items.isEmpty else { return Output.complain("No action item.") }
    Output.write(items.map(Self.row).joined(separator: "\n"))
  }

  /// What is to be otherwise.
  private var wish: [String: JSONField] {
    ["text": text, "owner": owner, "due": due, "priority": priority, "state": state].compactMapValues { value in
      value.map { JSONField.text($0) }
    }
  }

  private func send(_ number: Int, _ verb: String, _ body: [String: JSONField]) async throws {
    let items = try await target.fetch()["items"].elements
    guard let id = items.first(where: { $0["number"].integer == number })?["id"].string else {
      throw Failure(.badData, "There is no action item \(number); there are \(items.count).")
    }
    let path = "/api/v1/items/\(ServerClient.part(id))\(verb)"
    let answer = try await target.connection.client().post(path, target.speaker.signed(body))
    if target.json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    Output.write(Self.row(try Answer.decode(JSONField.self, from: answer)))
  }

  /// "1  Alert on pool size  (high, ana, due 2026-03-01, started)", and where a tracker has it.
  static func row(_ item: JSONField) -> String {
    let owner = item["owner"].string.flatMap { $0.isEmpty ? nil : Layout.plain($0) } ?? "nobody's yet"
    let state = item["state"].string.flatMap { ["started", "dropped"].contains($0) ? $0 : nil }
    let due = item["due"].string.map { "due \($0.prefix(10))" }
    let end = item["doneAt"].string.map { "\(state ?? "done") \($0.prefix(10))" }
    let facts = [item["priority"].string.map(Layout.plain), owner] + (end.map { [$0] } ?? [due, state])
    let issue = item["url"].string.map { "  " + Layout.plain($0) } ?? ""
    let number = item["number"].integer.map(String.init) ?? "?"
    let told = facts.compactMap { $0 }.joined(separator: ", ")
    return "\(number)  \(Layout.plain(item["text"].string ?? ""))  (\(told))\(issue)"
  }
}

struct IncidentItems: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items", abstract: "Lists the action items of all incidents, or prints them as CSV.",
    discussion: """
      Example:
        tocsin incident items
        tocsin incident items --csv > action-items.csv
      """)
  @Flag(help: "Also those that are done or dropped.") var all = false
  @Flag(help: "Print every item as CSV.") var csv = false
  @OptionGroup var connection: Connection
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let client = try connection.client()
    if csv { return Output.write(String(decoding: try await client.get("/api/v1/items.csv"), as: UTF8.self)) }
    let answer = try await client.get("/api/v1/items?state=\(all ? "all" : "open")")
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let items = try Answer.decode(JSONField.self, from: answer)["items"].elements
    guard !items.isEmpty else { return Output.complain(all ? "No action item." : "No action item is open.") }
    let rows = items.map { "\(Layout.plain($0["incident"].string ?? ""))  \(IncidentAction.row($0))" }
    Output.write(rows.joined(separator: "\n"))
  }
}
