import ArgumentParser
import Foundation

struct Oncall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says who is behind each role of the runbook now.",
    discussion: """
      Example:
        tocsin oncall
      """)

  @OptionGroup var connection: Connection
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let answer = try await connection.client().get("/api/v1/oncall")
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let roles = try Answer.decode(JSONField.self, from: answer)["roles"].elements
    guard !roles.isEmpty else { return Output.complain("The runbook names no role.") }
    let terminal = Terminal.current()
    Output.write(roles.map { Self.row($0, terminal) }.joined(separator: "\n"))
  }

  static func row(_ role: JSONField, _ terminal: Terminal) -> String {
    let people = role["people"].elements.compactMap { $0.words("name") ?? $0.string.map(Layout.plain) }
    let names = people.isEmpty ? terminal.styled("reaches nobody", .error) : people.joined(separator: ", ")
    let line = role["line"].integer.map { "  L\($0)" } ?? ""
    return Layout.padded(role.words("role") ?? "?", min(36, terminal.width / 2)) + "  " + names + line
  }
}
