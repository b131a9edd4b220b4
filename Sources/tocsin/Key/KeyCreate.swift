import App
import ArgumentParser
import Foundation

struct KeyCreate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Makes a key and prints it, this once.",
    discussion: """
      Works while the server runs.

      Example:
        tocsin key create --name prometheus
      """)

  @Option(help: "What the key is for, such as the tool that gets it.") var name: String
  @OptionGroup var place: KeyPlace
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard !name.isEmpty, name.count <= 100 else { throw ValidationError("--name is 1 to 100 characters long.") }
  }

  func run() async throws {
    let key = try await create()
    if json { return Output.write(JSONField.object(["name": .text(name), "key": .text(key)]).line) }
    Output.complain("Key for \(name). It is not shown again.")
    Output.write(key)
  }

  private func create() async throws -> String {
    guard let server = try await place.runningServer() else {
      return try await LocalKeys.create(name: name, in: place.store)
    }
    struct Created: Decodable { var key: String }
    return try Answer.decode(Created.self, from: try await server.post("/api/v1/keys", ["name": .text(name)])).key
  }
}
