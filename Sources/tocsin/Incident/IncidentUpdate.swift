import ArgumentParser

struct IncidentUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Records the update that the runbook asks for, and starts its clock anew.",
    discussion: """
      It goes to the timeline and to the channels that the team file names under `updates`.

      Example:
        tocsin incident update latest "Found the cause; next word at 04:00 UTC." --preview
        tocsin incident update latest "Found the cause; next word at 04:00 UTC."
        tocsin incident update latest "Customers were told by phone." --to external
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The update.") var text: String
  @Option(help: "Whose clock it keeps: internal, external or both.") var to = "both"
  @Flag(help: "Show how it will be read, and post nothing.") var preview = false

  func run() async throws {
    // Words that the room posts are read inside, whomever they count for.
    if preview { return try await target.preview(["text": .text(text), "audience": "internal"]) }
    try await target.act("update", ["text": .text(text), "audience": .text(to)], saying: "update recorded.")
  }
}

struct IncidentDraft: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Prints the runbook's own message, filled in as far as Tocsin knows.",
    discussion: """
      What a person must add stands in its brackets, and is listed on standard error.

      Example:
        tocsin incident draft latest
        tocsin incident draft latest --for external --state identified
        tocsin incident draft latest --for escalation
      """)
  @OptionGroup var target: IncidentTarget
  @Option(name: .customLong("for"), help: "internal, external or escalation.") var audience = "internal"
  @Option(help: "What the page will say: investigating, identified, monitoring or resolved.") var state: String?
  @Option(help: "Which of the templates that fit, from 1.") var template = 1

  func run() async throws {
    let client = try target.connection.client()
    let name = try await IncidentReference.resolve(target.incident, client)
    let words = [
      "audience=\(ServerClient.part(audience))", "template=\(min(max(template, 1), 99) - 1)",
      state.map { "state=\(ServerClient.part($0))" },
    ]
    let query = words.compactMap { $0 }.joined(separator: "&")
    let answer = try await client.get("/api/v1/incidents/\(ServerClient.part(name))/draft?\(query)")
    if target.json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let draft = try Answer.decode(JSONField.self, from: answer)
    let text = draft["text"].string ?? ""
    if !text.isEmpty { Output.write(IncidentMessage.lines(text)) }
    Output.complain(IncidentMessage.remarks(draft))
  }
}

/// Messages in a terminal.
enum IncidentMessage {
  /// Line by line, so that nothing in it steers the terminal.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.filter { $0 == "\t" || $0.properties.generalCategory != .control }))
    }.joined(separator: "\n")
  }

  /// Which templates fit, and what is to be filled in.
  static func remarks(_ draft: JSONField) -> String {
    let templates = draft["templates"].elements.enumerated().map { number, template in
      "  \(number + 1)  \(Layout.plain(template["name"].string ?? "")) (L\(template["line"].integer ?? 0))"
    }
    guard !templates.isEmpty else { return "The runbook has no template for this; write it freely." }
    let asks = draft["asks"].elements.compactMap(\.string).map(Layout.plain)
    let open = asks.isEmpty ? "Nothing is to be filled in." : "To be filled in: \(asks.joined(separator: ", "))"
    return ([open, "Templates that fit (--template NUMBER):"] + templates).joined(separator: "\n")
  }

  /// Each way with its place above it.
  static func ways(_ answer: JSONField) -> String {
    let ways = answer["ways"].elements.map { way in
      "--- \(Layout.plain(way["place"].string ?? ""))\n\(lines(way["words"].string ?? ""))"
    }
    let asks = answer["asks"].elements.compactMap(\.string).map(Layout.plain)
    let open = asks.isEmpty ? [] : ["It still holds \(asks.joined(separator: ", ")), so nothing can be posted yet."]
    return (ways + open).joined(separator: "\n\n")
  }
}

extension IncidentTarget {
  /// Shows a message on each way that it would take.
  func preview(_ body: [String: JSONField]) async throws {
    let client = try connection.client()
    let name = try await IncidentReference.resolve(incident, client)
    let answer = try await client.post("/api/v1/incidents/\(ServerClient.part(name))/preview", speaker.signed(body))
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    Output.write(IncidentMessage.ways(try Answer.decode(JSONField.self, from: answer)))
  }
}
