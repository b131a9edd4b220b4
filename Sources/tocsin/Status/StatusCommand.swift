import App
import ArgumentParser
import Foundation

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Shows, exports and announces on the public status page.",
    discussion: """
      Example:
        tocsin status show
        tocsin status export ./public
        tocsin status announce "New nodes" --starts 2026-02-14T08:00Z --ends 2026-02-14T08:20Z --component website
      """,
    subcommands: [StatusShow.self, StatusExportCommand.self, StatusAnnounce.self, StatusCallOff.self],
    defaultSubcommand: StatusShow.self)
}

struct StatusShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Says what the page says, and what of it is not so.")

  @OptionGroup var connection: Connection
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let answer = try await connection.client().get("/api/v1/status")
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    Output.write(StatusText.page(try Answer.decode(JSONField.self, from: answer)))
  }
}

struct StatusExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the page as files that stand for themselves.")

  @Argument(help: "Folder to write into; made at need.") var folder: String
  @OptionGroup var connection: Connection

  func run() async throws {
    let answer = try await connection.client().get("/api/v1/status/export")
    let fields = try Answer.decode(JSONField.self, from: answer)["files"]
    guard case .object(let files) = fields else { throw Failure(.badData, "The server sent no files.") }
    do {
      let pairs = files.compactMap { path, text in text.string.map { (path: path, content: Data($0.utf8)) } }
      try StatusExport.write(pairs, to: folder)
    } catch {
      throw Failure(.badData, "\(folder) cannot be written: \(error.localizedDescription)")
    }
    Output.write("\(files.count) files in \(folder); open \(folder)/index.html")
  }
}

struct StatusAnnounce: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announce", abstract: "Announces maintenance on the page and to its followers.")

  @Argument(help: "What is done.") var title: String
  @Option(help: "When it begins: 2026-02-14T08:00Z.") var starts: String
  @Option(help: "When it ends.") var ends: String
  @Option(help: "What people will notice.") var text = ""
  @Option(help: "A part that it touches, by its short name; may be given again.") var component: [String] = []
  @OptionGroup var connection: Connection

  func run() async throws {
    let answer = try await connection.client().post(
      "/api/v1/maintenance",
      [
        "title": .text(title), "text": .text(text), "starts": .text(starts), "ends": .text(ends),
        "components": .list(component.map { .text($0) }),
      ])
    Output.write(StatusText.page(try Answer.decode(JSONField.self, from: answer)))
  }
}

struct StatusCallOff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call-off", abstract: "Calls announced maintenance off, or ends it where it runs.")

  @Argument(help: "Its number, as `tocsin status show` prints it.") var number: Int
  @OptionGroup var connection: Connection

  func run() async throws {
    let answer = try await connection.client().post("/api/v1/maintenance/\(number)/cancel")
    Output.write(StatusText.page(try Answer.decode(JSONField.self, from: answer)))
  }
}
