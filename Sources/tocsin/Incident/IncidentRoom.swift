import ArgumentParser
import Foundation

struct IncidentTick: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick", abstract: "Ticks a step of the runbook off, or lists the steps.",
    discussion: """
      Example:
        tocsin incident tick latest
        tocsin incident tick latest "Acknowledge the page"
        tocsin incident tick latest "Restart" --undo
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The step in the runbook's words, some of them, or its key.") var step: String?
  @Option(help: "What you saw.") var remark: String?
  @Flag(help: "It is not done after all.") var undo = false

  func run() async throws {
    guard let step else { return try await list() }
    var body: [String: JSONField] = ["check": .text(step), "done": .bool(!undo)]
    if let remark { body["remark"] = .text(remark) }
    try await target.act("tick", body, saying: undo ? "no longer ticked off." : "ticked off.")
  }

  private func list() async throws {
    let lists = try await target.fetch()["checklists"].elements
    guard !lists.isEmpty else { return Output.complain("The runbook lists no steps for this incident.") }
    Output.write(lists.map(Self.text).joined(separator: "\n\n"))
  }

  static func text(_ list: JSONField) -> String {
    let head = Layout.plain(list["title"].string ?? "")
    let rows = list["items"].elements.map { item in
      let by = item["by"].string.map { "  (\(Layout.plain($0)), \((item["at"].string ?? "").dropFirst(11).prefix(5)))" }
      return "  [\(item["by"] == .null ? " " : "x")] \(Layout.plain(item["text"].string ?? ""))\(by ?? "")"
    }
    return ([head] + rows).joined(separator: "\n")
  }
}

struct IncidentRole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Takes, gives or leaves a role of the runbook, or lists who has which.",
    discussion: """
      Example:
        tocsin incident role latest
        tocsin incident role latest "Communications Lead"
        tocsin incident role latest "Scribe" --to bo
        tocsin incident role latest "Scribe" --leave
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The role in the runbook's words, or some of them.") var role: String?
  @Option(help: "Who is to have it; that person is paged.") var to: String?
  @Flag(help: "Nobody has it any more.") var leave = false

  func run() async throws {
    guard let role else { return try await list() }
    var body: [String: JSONField] = ["role": .text(role), "leave": .bool(leave)]
    if let to { body["to"] = .text(to) }
    let saying = leave ? "nobody has \(role) now." : "\(to.map { "\($0) has" } ?? "you have") \(role) now."
    try await target.act("role", body, saying: Layout.plain(saying))
  }

  private func list() async throws {
    let roles = try await target.fetch()["roles"].elements
    Output.write(roles.map(Self.row).joined(separator: "\n"))
  }

  static func row(_ role: JSONField) -> String {
    let who = role["person"].string ?? "nobody"
    let since = role["since"].string.map { ", since \($0.dropFirst(11).prefix(5))" } ?? ""
    let line = role["line"].integer.map { "  L\($0)" } ?? "  assumed"
    return "\(Layout.plain(role["role"].string ?? "")): \(Layout.plain(who))\(since)\(line)"
  }
}

struct IncidentFalseAlarm: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "false-alarm", abstract: "Ends an incident that was none: it counts in no figure.",
    discussion: """
      Example:
        tocsin incident false-alarm latest "the probe was misconfigured"
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "What it was instead.") var reason: String

  func run() async throws { try await target.act("dismiss", ["reason": .text(reason)], saying: "a false alarm.") }
}

struct IncidentEscalate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate", abstract: "Calls a rung, a role or a person in by hand, with what they are to know.",
    discussion: """
      Example:
        tocsin incident escalate latest "Engineering Manager" "Card data may be affected; we need a decision."
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "A rung, a role or a person, by words of the name.") var to: String
  @Argument(help: "What they are to know.") var message: String = ""

  func run() async throws {
    try await target.act(
      "escalate", ["to": .text(to), "text": .text(message)], saying: "\(Layout.plain(to)) is paged.")
  }
}
