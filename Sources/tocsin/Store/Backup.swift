import App
import ArgumentParser
import Foundation

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copies everything a server keeps into one file, while it runs.",
    discussion: """
      The copy is of one moment, and is looked through before it gets its name. It holds what the data
      folder holds: keep it as safe. Runbooks and the team file are files of yours and are not in it.

      Example:
        tocsin backup /var/backups/tocsin-$(date +%F).sqlite --data /var/lib/tocsin
      """)

  @Argument(help: "The file to make.") var file: String
  @Option(help: "Data folder of the server.") var data = "./tocsin-data"
  @Flag(help: "Replace the file if it is there.") var replace = false
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    try StoreFile.demand(StoreFile.path(in: data))
    guard replace || !FileManager.default.fileExists(atPath: file) else {
      throw Failure(.badData, "\(file) is there already. With --replace it is replaced once the new one is whole.")
    }
    let found = try await Backups.make(of: data, as: file, now: PacedClock.wall())
    if json { return Output.write(try Answer.json(found)) }
    Output.complain("\(file) holds \(found.inWords).")
  }
}

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts a backup into a data folder whose server is stopped.",
    discussion: """
      The backup is looked through first; a store that is there already is kept beside it. The server then
      begins with a hold: what was open in the backup pages nobody for 15 minutes, or until you say so, since
      it may have been answered long ago. New alerts page at once.

      Example:
        tocsin restore tocsin-2026-11-28.sqlite --data /var/lib/tocsin
        tocsin restore --page-now        ends the hold of the running server
      """)

  @Argument(help: "The backup.") var file: String?
  @OptionGroup var connection: Connection
  @Flag(help: "Move a store that is there aside.") var replace = false
  @Flag(help: "End the hold: what the backup held open pages now.") var pageNow = false

  func validate() throws {
    guard (file == nil) == pageNow else { throw ValidationError("Name the backup, or give --page-now.") }
  }

  func run() async throws {
    guard let file else {
      _ = try await connection.client().post("/api/v1/recovery/end", [:])
      return Output.complain("What was open in the backup pages from now on.")
    }
    try StoreFile.demand(file)
    let (found, kept) = try await Backups.restore(
      file, into: connection.data, replacing: replace, now: PacedClock.wall())
    Output.complain("\(connection.data) now holds \(found.inWords), as of \(found.backupTaken ?? "a time not known").")
    if let kept { Output.complain("The store that was there is kept as \(kept).") }
    Output.complain(
      "Once started, what is open in it pages nobody for 15 minutes, or until `tocsin restore --page-now`.")
  }
}

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks through a store: the database, the chain over the timelines, what would never page.",
    discussion: """
      Works beside the running server, and on a backup. Ends with 1 where something is wrong.

      Example:
        tocsin verify
        tocsin verify tocsin-2026-11-28.sqlite --json
      """)

  @Argument(help: "A backup; else the data folder's store.") var file: String?
  @Option(help: "Data folder of the server.") var data = "./tocsin-data"
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let path = file ?? StoreFile.path(in: data)
    try StoreFile.demand(path)
    let found = try await Verification.of(file: path, now: PacedClock.wall())
    if json {
      Output.write(try Answer.json(found))
    } else {
      Output.write("\(path) holds \(found.inWords).")
      Output.write(found.problems.isEmpty ? "Nothing is wrong with it." : found.problems.joined(separator: "\n"))
    }
    if !found.problems.isEmpty { throw Failure(.found, "") }
  }
}

enum StoreFile {
  static func path(in data: String) -> String { data + "/tocsin.sqlite" }

  static func demand(_ path: String) throws(Failure) {
    guard FileManager.default.fileExists(atPath: path) else { throw Failure(.missingFile, "\(path) does not exist.") }
  }
}

extension Verification {
  var inWords: String {
    """
    \(incidents) \(incidents == 1 ? "incident" : "incidents") (\(open) open), \(alerts) alerts, \(pages) pages and \
    \(timelineEntries) timeline entries, \(sealed) of them sealed
    """
  }
}
