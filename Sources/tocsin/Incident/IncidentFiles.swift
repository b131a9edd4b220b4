import ArgumentParser
import Foundation

struct IncidentFiles: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files", abstract: "Lists the files of an incident, or writes one of them.",
    discussion: """
      Example:
        tocsin incident files latest
        tocsin incident files latest --take 1 --into access.log
      """)
  @OptionGroup var target: IncidentTarget
  @Option(help: "Number of the file to write, as they are listed.") var take: Int?
  @Option(help: "Where to write it.") var into: String?

  func validate() throws {
    guard (take == nil) == (into == nil) else { throw ValidationError("--take and --into belong together.") }
  }

  func run() async throws {
    let incident = try await target.fetch()
    let files = incident["attachments"].elements
    if let take, let into { return try await write(take, of: files, incident["name"].string ?? "", into) }
    guard !files.isEmpty else { return Output.complain("No file.") }
    Output.write(files.enumerated().map { "\($0.offset + 1)  \(Self.row($0.element))" }.joined(separator: "\n"))
  }

  private func write(_ number: Int, of files: [JSONField], _ name: String, _ path: String) async throws {
    guard files.indices.contains(number &- 1), let id = files[number &- 1]["id"].string else {
      throw Failure(.usage, "There is no file \(number); there are \(files.count).")
    }
    let address = "/api/v1/incidents/\(ServerClient.part(name))/files/\(ServerClient.part(id))"
    let bytes = try await target.connection.client().get(address)
    guard FileManager.default.createFile(atPath: path, contents: bytes) else {
      throw Failure(.missingFile, "\(path) cannot be written.")
    }
    Output.write("\(Layout.plain(name)): \(bytes.count) bytes in \(path).")
  }

  /// "access.log  9 bytes, Ana Ruiz, 2026-02-14 03:46  sha256 9f86…"
  static func row(_ file: JSONField) -> String {
    let at = (file["at"].string ?? "").prefix(16).replacing("T", with: " ")
    let by = Layout.plain(file["by"].string ?? "")
    let head = "\(Layout.plain(file["name"].string ?? ""))  \(file["size"].integer ?? 0) bytes, \(by), \(at)"
    return "\(head)  sha256 \(Layout.plain(file["sha256"].string ?? ""))"
  }
}
