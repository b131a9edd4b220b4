import ArgumentParser
import Foundation

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Shows the review of an incident, keeps a new text of it, publishes it.",
    discussion: """
      Without an option it says how the review stands and prints its text.

      Example:
        tocsin review latest
        tocsin review INC-2026-02-14-01 --markdown > review.md
        tocsin review INC-2026-02-14-01 --html > review.html
        tocsin review INC-2026-02-14-01 --keep review.md --publish
      """)
  @Argument(help: "Name, number, or `latest`.") var incident: String
  @OptionGroup var connection: Connection
  @OptionGroup var speaker: Speaker
  @Flag(help: "Print the Markdown alone.") var markdown = false
  @Flag(help: "Print it as one page of HTML that needs nothing beside it.") var html = false
  @Flag(help: "Print the review as JSON.") var json = false
  @Option(help: "Keep the Markdown of this file as a new version.") var keep: String?
  @Flag(help: "Declare the text to be the review.") var publish = false

  func validate() throws {
    guard [markdown, html, json].filter({ $0 }).count <= 1 else {
      throw ValidationError("One of --markdown, --html and --json at a time.")
    }
  }

  func run() async throws {
    let client = try connection.client()
    let name = try await IncidentReference.resolve(incident, client)
    let address = "/api/v1/incidents/\(ServerClient.part(name))/review"
    var answer = try await client.get(address)
    if keep != nil || publish {
      let before = try Answer.decode(JSONField.self, from: answer)
      answer = try await client.post(address, speaker.signed(try wish(before)))
    }
    if html { return Output.write(String(decoding: try await client.get(address + ".html"), as: UTF8.self)) }
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let review = try Answer.decode(JSONField.self, from: answer)
    if !markdown { Output.complain(Self.head(review)) }
    if markdown || (keep == nil && !publish) { Output.write(ReviewCommand.text(of: review)) }
  }

  private func wish(_ before: JSONField) throws -> [String: JSONField] {
    var wish: [String: JSONField] = ["publish": .bool(publish), "version": before["version"]]
    if let keep {
      guard let text = String(bytes: try RunbookFile.bytes(of: keep), encoding: .utf8) else {
        throw Failure(.badData, "\(keep) is not text in UTF-8.")
      }
      wish["text"] = .text(text)
    }
    return wish
  }

  /// "INC-2026-02-14-01: draft, 3 places ask for a person: Users affected; …"
  static func head(_ review: JSONField) -> String {
    let open = review["open"].elements.compactMap(\.string).map(Layout.plain)
    let version = review["version"].integer ?? 0
    let state = Layout.plain(review["state"].string ?? "") + (version > 0 ? ", version \(version)" : "")
    let places =
      open.isEmpty
      ? "no place is open"
      : "\(open.count) \(open.count == 1 ? "place asks" : "places ask") for a person: \(open.joined(separator: "; "))"
    return "\(Layout.plain(review["incident"].string ?? "")): \(state), \(places)."
  }

  /// Line by line, so that nothing in it steers the terminal.
  static func text(of review: JSONField) -> String {
    (review["text"].string ?? "").split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.filter { $0 == "\t" || $0.properties.generalCategory != .control }))
    }.joined(separator: "\n")
  }
}
