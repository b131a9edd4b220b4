import App
import ArgumentParser
import Foundation
import Incidents

struct KeyList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the keys, never their secrets.",
    discussion: """
      Example:
        tocsin key list --json
      """)

  @OptionGroup var place: KeyPlace
  @Flag(help: "Print JSON.") var json = false

  struct Listing: Codable {
    struct Row: Codable {
      var name: String
      var created: String
      var lastUsed: String?
      var revoked: String?
    }
    var keys: [Row]
  }

  func run() async throws {
    let listing = try await listing()
    if json { return Output.write(try Answer.json(listing)) }
    guard !listing.keys.isEmpty else {
      return Output.complain("No key yet. `tocsin key create --name NAME` makes one.")
    }
    Output.write(listing.keys.map(Self.line).joined(separator: "\n"))
  }

  private func listing() async throws -> Listing {
    if let server = try await place.runningServer() {
      return try Answer.decode(Listing.self, from: try await server.get("/api/v1/keys"))
    }
    let keys = try await LocalKeys.list(in: place.store)
    return Listing(
      keys: keys.map { key in
        let text = { (time: Timestamp?) in time.map { CivilTime($0).rfc3339 } }
        return .init(
          name: key.name, created: CivilTime(key.created).rfc3339, lastUsed: text(key.lastUsed),
          revoked: text(key.revoked))
      })
  }

  static func line(_ row: Listing.Row) -> String {
    let state = row.revoked.map { "revoked \($0)" } ?? row.lastUsed.map { "last used \($0)" } ?? "not used yet"
    return "\(Layout.padded(Layout.plain(row.name), 24))  created \(row.created)  \(state)"
  }
}
