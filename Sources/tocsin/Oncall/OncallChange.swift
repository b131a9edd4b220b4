import ArgumentParser
import Foundation

struct OncallOverride: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override", abstract: "Puts a person on call for a while.",
    discussion: """
      Times without an offset are on the schedule's clocks. Those concerned are told.

      Example:
        tocsin oncall override primary bo --from "2026-12-24 18:00" --until "2026-12-26 09:00" --instead ana
      """)

  @Argument(help: "The schedule or rotation.") var schedule: String
  @Argument(help: "Who is on call, by the short name in the team file.") var person: String
  @Option(help: "When it begins; else now.") var from: String?
  @Option(help: "When it ends.") var until: String
  @Option(help: "Only where this person would be on call.") var instead: String?
  @Option(help: "Why, in a few words.") var note: String?
  @OptionGroup var connection: Connection
  @OptionGroup var speaker: Speaker
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    var body: [String: JSONField] = ["schedule": .text(schedule), "person": .text(person), "until": .text(until)]
    for (name, value) in [("from", from), ("instead", instead), ("note", note)] {
      if let value { body[name] = .text(value) }
    }
    let answer = try await connection.client().post("/api/v1/overrides", speaker.signed(body))
    try OverrideText.write(answer, asJSON: json)
  }
}

struct OncallSwap: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap", abstract: "Exchanges the next shifts of two people.",
    discussion: """
      Example:
        tocsin oncall swap primary ana bo --from 2026-12-21
      """)

  @Argument(help: "The schedule or rotation.") var schedule: String
  @Argument(help: "One person.") var person: String
  @Argument(help: "The other.") var other: String
  @Option(help: "Shifts that begin after this; else after now.") var from: String?
  @OptionGroup var connection: Connection
  @OptionGroup var speaker: Speaker
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    var body: [String: JSONField] = ["schedule": .text(schedule), "person": .text(person), "with": .text(other)]
    if let from { body["from"] = .text(from) }
    let answer = try await connection.client().post("/api/v1/swaps", speaker.signed(body))
    try OverrideText.write(answer, asJSON: json)
  }
}

struct OncallOverrides: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overrides", abstract: "Lists the overrides that are not over.",
    discussion: """
      Example:
        tocsin oncall overrides
      """)

  @OptionGroup var connection: Connection
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    try OverrideText.write(try await connection.client().get("/api/v1/overrides"), asJSON: json)
  }
}

struct OncallTakeBack: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-back", abstract: "Ends an override; those concerned are told.",
    discussion: """
      Example:
        tocsin oncall take-back 17
      """)

  @Argument(help: "Its number, as `tocsin oncall overrides` lists it.") var id: Int64
  @OptionGroup var connection: Connection

  func run() async throws {
    _ = try await connection.client().delete("/api/v1/overrides/\(id)")
    Output.write("Override \(id) is taken back.")
  }
}

/// Overrides as lines of a terminal.
enum OverrideText {
  static func write(_ answer: Data, asJSON: Bool) throws {
    if asJSON { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let rows = try Answer.decode(JSONField.self, from: answer)["overrides"].elements
    Output.write(rows.isEmpty ? "No override." : rows.map(row).joined(separator: "\n"))
  }

  static func row(_ row: JSONField) -> String {
    let instead = row.words("instead").map { " for \($0)" } ?? ""
    let note = row.words("note").map { $0.isEmpty ? "" : "  \($0)" } ?? ""
    let id = Layout.padded(row.words("id") ?? "file", 6)
    return
      "\(id) \(row.words("schedule") ?? "?")  \(row.words("name") ?? "?")\(instead)  \(row.words("from") ?? "?") to "
      + "\(row.words("until") ?? "?")  by \(row.words("by") ?? "?")\(note)"
  }
}
