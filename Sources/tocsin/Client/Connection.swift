import App
import ArgumentParser
import Foundation

/// Which server a command talks to, and what it shows there.
struct Connection: ParsableArguments {
  @Option(help: "Address of the server; also TOCSIN_SERVER.") var server: String?
  @Option(help: "Token for the server; also TOCSIN_TOKEN.") var token: String?
  @Option(help: "Data folder of a server on this machine.") var data = "./tocsin-data"

  /// The first of: what the command line says, what the environment says, the server that runs on the data folder.
  /// A local server's token is never sent to another address.
  func client(environment: [String: String] = ProcessInfo.processInfo.environment) throws(Failure) -> ServerClient {
    let local = LocalAccess.read(from: data)
    // A variable that is set to nothing says nothing.
    let environment = environment.filter { !$0.value.isEmpty }
    guard let address = server ?? environment["TOCSIN_SERVER"] ?? local?.address else {
      throw Failure(
        .unreachable,
        "No server is known: \(data)/\(LocalAccess.fileName) does not exist. Start one with `tocsin serve RUNBOOK`, "
          + "or name one with --server or TOCSIN_SERVER.")
    }
    let given = token ?? environment["TOCSIN_TOKEN"]
    let isLocal = local.map { ServerClient.trimmed($0.address) == ServerClient.trimmed(address) } ?? false
    return try ServerClient(address: address, token: given ?? (isLocal ? local?.token : nil))
  }
}

extension Connection {
  /// The server on the data folder if it answers: its file stays behind when it is killed.
  func answeringLocalClient() async throws(Failure) -> ServerClient? {
    guard let local = LocalAccess.read(from: data) else { return nil }
    var client = try ServerClient(address: local.address, token: local.token)
    client.timeoutSeconds = 5
    return (try? await client.exchange("GET", "/healthz", body: nil))?.status == 200 ? client : nil
  }
}
