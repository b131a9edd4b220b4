import ArgumentParser
import Foundation

struct IncidentPin: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Pins an entry of the timeline for everybody.",
    discussion: """
      Entries count from 0, the oldest, as `tocsin incident show --json` lists them.

      Example:
        tocsin incident pin latest 4
        tocsin incident pin latest 4 --undo
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "Number of the entry.") var entry: Int
  @Flag(help: "Unpin it.") var undo = false

  func run() async throws {
    try await target.act(
      "pin", ["entry": .number(Double(entry)), "holds": .bool(!undo)], saying: undo ? "unpinned." : "pinned.")
  }
}

struct IncidentAttach: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Keeps a file with an incident, with its SHA-256; at most 10 MB.",
    discussion: """
      Example:
        tocsin incident attach latest access.log
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The file.") var file: String

  func run() async throws {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Failure(.missingFile, "\(file) cannot be read.")
    }
    let client = try target.connection.client()
    let name = try await IncidentReference.resolve(target.incident, client)
    let own = ServerClient.part(file.split(separator: "/").last.map(String.init) ?? "file")
    let who = target.speaker.signed([:])["actor"]?.string.map { "&actor=\(ServerClient.part($0))" } ?? ""
    let answer = try await client.send(
      "POST", "/api/v1/incidents/\(ServerClient.part(name))/files?name=\(own)\(who)", body: bytes)
    Output.write(target.json ? String(decoding: answer, as: UTF8.self) : "\(Layout.plain(name)): attached.")
  }
}

struct IncidentPrivate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "private", abstract: "Shows an incident to named people alone, or to the team again.",
    discussion: """
      Whoever answered, has a role or was paged stays, and whoever is paged later may see it.

      Example:
        tocsin incident private latest --people ana,bo
        tocsin incident private latest --admit eve
        tocsin incident private latest --open
      """)
  @OptionGroup var target: IncidentTarget
  @Option(help: "Who else may see it, with commas between.") var people: String?
  @Option(help: "Somebody more.") var admit: String?
  @Option(help: "Somebody who may not any more.") var exclude: String?
  @Flag(help: "Everybody in the team may see it again.") var open = false

  func run() async throws {
    var body: [String: JSONField] = [:]
    if let people { body["people"] = .text(people) }
    if let admit { body["admit"] = .text(admit) }
    if let exclude { body["exclude"] = .text(exclude) }
    if open { body["open"] = .bool(true) }
    try await target.act("private", body, saying: open ? "open to the team." : "who may see it is set.")
  }
}

struct IncidentHold: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Puts an incident under legal hold, or ends that.",
    discussion: """
      Example:
        tocsin incident hold latest "counsel asked for it"
        tocsin incident hold latest "released by counsel" --end
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "Why.") var reason: String
  @Flag(help: "The hold ends.") var end = false

  func run() async throws {
    try await target.act(
      "hold", ["reason": .text(reason), "holds": .bool(!end)], saying: end ? "no longer held." : "under legal hold.")
  }
}

struct IncidentExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes everything of an incident as one tar archive.",
    discussion: """
      The record, the timeline, the review draft, the runbook's revision, commands, messages and files, with SHA256SUMS.

      Example:
        tocsin incident export latest incident.tar
      """)
  @OptionGroup var target: IncidentTarget
  @Argument(help: "Where to write it.") var file: String

  func run() async throws {
    var client = try target.connection.client()
    client.answerLimit = 1 << 30
    client.timeoutSeconds = 120
    let name = try await IncidentReference.resolve(target.incident, client)
    let bytes = try await client.get("/api/v1/incidents/\(ServerClient.part(name))/export.tar")
    guard FileManager.default.createFile(atPath: file, contents: bytes) else {
      throw Failure(.missingFile, "\(file) cannot be written.")
    }
    Output.write("\(Layout.plain(name)): \(bytes.count) bytes in \(file).")
  }
}
