import App
import ArgumentParser

struct Key: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keys with which tools send alerts.",
    discussion: """
      One key serves every protocol. It can create alerts and reaches nothing but its own.

      Example:
        tocsin key create --name prometheus
      """,
    subcommands: [KeyCreate.self, KeyList.self, KeyRevoke.self])
}

/// Where the keys are: behind a running server, or in a data folder that nobody has open.
struct KeyPlace: ParsableArguments {
  @Option(help: "Data folder of the server.") var data = "./tocsin-data"
  @Option(help: "The server's PostgreSQL database, if it has one; also TOCSIN_DATABASE.") var database: String?
  @Option(help: "Address of a server elsewhere.") var server: String?
  @Option(help: "Token of scope admin for that server; also TOCSIN_TOKEN.") var token: String?

  var store: StorePlace { StorePlace(data: data, database: StoreOption.address(database)) }

  /// The server to ask, or nil where none runs on the data folder and the folder itself is to be opened.
  func runningServer() async throws(Failure) -> ServerClient? {
    var connection = Connection()
    connection.server = server
    connection.token = token
    connection.data = data
    if server != nil { return try connection.client() }
    return try await connection.answeringLocalClient()
  }
}
