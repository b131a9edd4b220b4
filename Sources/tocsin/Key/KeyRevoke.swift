import App
import ArgumentParser

struct KeyRevoke: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Ends a key: what is sent with it from now on is refused.",
    discussion: """
      Example:
        tocsin key revoke --name prometheus
      """)

  @Option(help: "The key's name.") var name: String
  @OptionGroup var place: KeyPlace

  func run() async throws {
    if let server = try await place.runningServer() {
      _ = try await server.delete("/api/v1/keys/\(ServerClient.part(name))")
    } else {
      try await LocalKeys.revoke(name: name, in: place.store)
    }
    Output.complain("Key \(name) is revoked.")
  }
}
