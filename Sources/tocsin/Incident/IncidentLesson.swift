import ArgumentParser
import Foundation

struct IncidentLesson: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Shows what an incident teaches the runbook, and takes what you accept.",
    discussion: """
      Without an option it lists the changes with their reasons. What is accepted is printed as a patch, or becomes a
      branch in the runbook's repository.

      Example:
        tocsin incident lesson latest
        tocsin incident lesson latest --accept 1 --accept 3 | git apply
        tocsin incident lesson latest --all --branch
      """)
  @OptionGroup var target: IncidentTarget
  @Option(help: "Number of a change that the runbook takes over; may be given again.") var accept: [Int] = []
  @Flag(help: "Accept every change.") var all = false
  @Flag(help: "Make a branch instead of printing the patch.") var branch = false

  func run() async throws {
    let client = try target.connection.client()
    let name = try await IncidentReference.resolve(target.incident, client)
    let address = "/api/v1/incidents/\(ServerClient.part(name))/lesson"
    var answer = try await client.get(address)
    let offered = try Answer.decode(JSONField.self, from: answer)
    let isNothing = accept.isEmpty && offered["changes"].elements.isEmpty
    guard !isNothing, all || !accept.isEmpty else {
      if branch, !isNothing { throw Failure(.usage, "Say which changes with --accept NUMBER, or --all.") }
      return Output.write(target.json ? String(decoding: answer, as: UTF8.self) : Self.text(of: offered))
    }
    let keys = try all ? offered["changes"].elements.compactMap(\.["key"].string) : Self.keys(accept, in: offered)
    let wish: [String: JSONField] = ["accept": .list(keys.map { .text($0) }), "branch": .bool(branch)]
    answer = try await client.post(address, target.speaker.signed(wish))
    let taken = try Answer.decode(JSONField.self, from: answer)
    if target.json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    if let made = taken["branch"].string {
      Output.write("\(Layout.plain(name)): the branch \(Layout.plain(made)) is in the runbook's repository.")
    } else {
      FileHandle.standardOutput.write(Data((taken["patch"].string ?? "").utf8))
    }
  }

  /// Counted from 1, as they are listed.
  static func keys(_ numbers: [Int], in lesson: JSONField) throws -> [String] {
    let changes = lesson["changes"].elements
    return try numbers.map { number in
      guard changes.indices.contains(number &- 1), let key = changes[number &- 1]["key"].string else {
        throw Failure(.usage, "There is no change \(number); there are \(changes.count).")
      }
      return key
    }
  }

  /// "1  L84  A symptom …", then its lines with - and +.
  static func text(of lesson: JSONField) -> String {
    let file = Layout.plain(lesson["runbook"].string ?? "the runbook")
    let name = Layout.plain(lesson["incident"].string ?? "")
    let changes = lesson["changes"].elements
    guard !changes.isEmpty else { return "Nothing of \(name) asks for a change of \(file)." }
    let parts = changes.enumerated().map { index, change -> String in
      let head = "\(index + 1)  L\(change["line"].integer ?? 0)  \(Layout.plain(change["why"].string ?? ""))"
      let lines =
        change["old"].elements.compactMap(\.string).map { "   - " + line($0) }
        + change["new"].elements.compactMap(\.string).map { "   + " + line($0) }
      return ([head] + lines).joined(separator: "\n")
    }
    return "\(name) suggests to \(file):\n\n" + parts.joined(separator: "\n\n")
  }

  /// As it is written, without what could steer a terminal.
  private static func line(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "\t" || $0.properties.generalCategory != .control }))
  }
}
