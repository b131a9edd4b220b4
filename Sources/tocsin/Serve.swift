import App
import ArgumentParser
import Foundation

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes alerts and pages people, until it is stopped.",
    discussion: """
      SIGTERM ends it after what has been accepted is written; runbooks and the team file
      are read again soon after they change, or at once on SIGHUP. Open incidents stay with what they opened under.

      Example:
        tocsin serve RUNBOOK.md --listen 127.0.0.1:7070
        tocsin serve payments/ search.md
      """)

  @Argument(help: "Runbooks, as they are: files, or folders that are one runbook each.") var runbooks: [String]
  @Option(help: "The team file; else tocsin.yaml beside the first runbook.") var team: String?
  @Option(help: "Folder for everything that must not be lost.") var data = "./tocsin-data"
  @Option(help: "A PostgreSQL address instead, postgresql://USER@HOST/NAME, for several nodes; also TOCSIN_DATABASE.")
  var database: String?
  @Option(help: "HOST:PORT to listen on.") var listen = "127.0.0.1:7070"
  @Option(help: "Public address for links in pages, such as https://tocsin.example.org.") var origin: String?
  @Option(help: "Seconds that pass in one real second; for demonstrations.") var pace = 1.0

  func validate() throws {
    guard pace.isFinite, pace >= 1, pace <= 100_000 else { throw ValidationError("--pace is from 1 to 100000.") }
    guard Serve.isAddress(listen) else { throw ValidationError("--listen is HOST:PORT, such as 127.0.0.1:7070.") }
  }

  func run() async throws {
    for file in runbooks where !FileTree.isFolder(file) { _ = try RunbookFile.bytes(of: file) }
    if let team { _ = try RunbookFile.bytes(of: team) }
    let options = ServerOptions(
      runbooks: runbooks, team: team, data: data, database: StoreOption.address(database), listen: listen, pace: pace,
      origin: origin)
    try await Server.run(options, ready: nil)
  }

  static func isAddress(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex else { return false }
    return UInt16(text[text.index(after: colon)...]) != nil
  }
}
