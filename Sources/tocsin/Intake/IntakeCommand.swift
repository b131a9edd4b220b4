import ArgumentParser
import Foundation

struct IntakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake", abstract: "Lists every address that takes alerts, with the line to paste into the tool.",
    discussion: """
      Below them the keys: when each was last used, and what was last wrong with what came by it.

      Example:
        tocsin intake
      """)

  @OptionGroup var connection: Connection
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let client = try connection.client()
    let answer = try await client.get("/api/v1/intake")
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let listing = try Answer.decode(JSONField.self, from: answer)
    var lines: [String] = []
    for address in listing["addresses"].elements {
      lines.append(address.words("tool") ?? "?")
      lines.append("  " + (address.words("address") ?? ""))
      if let paste = address.words("paste"), paste != address.words("address") { lines.append("  " + paste) }
    }
    lines.append("")
    lines += listing["keys"].elements.map(Self.key)
    if listing["keys"].elements.isEmpty { lines.append("No key yet. `tocsin key create --name NAME` makes one.") }
    let heartbeats = try Answer.decode(JSONField.self, from: try await client.get("/api/v1/heartbeats"))
    lines += heartbeats["heartbeats"].elements.map(Self.heartbeat)
    Output.write(lines.joined(separator: "\n"))
  }

  /// "HEARTBEAT backup   up, expected by 2026-02-15T05:12:00Z".
  static func heartbeat(_ heartbeat: JSONField) -> String {
    let due = heartbeat.words("due").map { ", expected by \($0)" } ?? ""
    let last = heartbeat.words("lastPing").map { ", last report \($0)" } ?? " for its first report"
    return
      "HEARTBEAT \(Layout.padded(heartbeat.words("slug") ?? "?", 14))  \(heartbeat.words("state") ?? "?")\(last)\(due)"
  }

  static func key(_ key: JSONField) -> String {
    let used = key.words("lastUsed").map { "last used \($0)" } ?? "not used yet"
    let fault = key.words("lastError").map { "; last error \(key.words("lastErrorAt") ?? ""): \($0)" } ?? ""
    return "KEY \(Layout.padded(key.words("name") ?? "?", 20))  \(used)\(fault)"
  }
}

struct Why: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what became of an alert, and why it paged or did not.",
    discussion: """
      ALERT is its identifier, or the key that its sender gave it: a dedup key, an alias, a fingerprint.

      Example:
        tocsin why shop-http-502
      """)

  @Argument(help: "Identifier or dedup key.") var alert: String
  @OptionGroup var connection: Connection
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let answer = try await connection.client().get("/api/v1/alerts/\(ServerClient.part(alert))/why")
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let path = try Answer.decode(JSONField.self, from: answer)
    let alert = path["alert"]
    var lines = ["\(alert.words("summary") ?? "An alert"), \(alert.words("state") ?? "")"]
    lines += path["steps"].elements.map { step in
      "- " + (step.words("text") ?? "") + (step["line"].integer.map { "  L\($0)" } ?? "")
    }
    Output.write(lines.joined(separator: "\n"))
  }
}
