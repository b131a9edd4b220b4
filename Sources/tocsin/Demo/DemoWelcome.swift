import App
import Foundation

/// The demo that waits for its reader: says where everything is and leaves the rest to them.
struct DemoWelcome: Sendable {
  let plan: DemoPlan
  let folder: String
  let runbook: String

  func run(_ options: ServerOptions) async throws {
    var options = options
    options.console = { Output.write($0) }
    _ = try await DemoServer.run(options) { Output.write(try await text($0)) }
  }

  /// As this program was started: whoever came by script/run has none in PATH.
  private static var program: String {
    let name = CommandLine.arguments.first ?? "tocsin"
    return name.contains("/") ? URL(fileURLWithPath: name).path : name
  }

  private func text(_ running: RunningServer) async throws -> String {
    struct Created: Decodable { var key: String }
    let client = try ServerClient(address: running.address, token: running.token)
    let key = try Answer.decode(Created.self, from: try await client.post("/api/v1/keys", ["name": "demo"])).key
    // Inside single quotes a shell takes everything but a single quote as it is.
    let event = plan.event(key: key, action: "trigger").line.replacing("'", with: #"'\''"#)
    return """
      Tocsin runs on \(runbook) at \(running.address). Demo: one minute passes each second.

      Sign in:       \(running.setupLink ?? running.address)
      Ingest key:    \(key)
      Send an alert:

      curl -sS \(running.address)/v2/enqueue -H 'Content-Type: application/json' -d '\(event)'

      1. Send the alert. The page appears here, the incident in the browser.
      2. Do nothing, and see the ladder climb to the next person.
      3. Answer in the browser, by the link in a page, or with: \(Self.program) incident ack latest --data \(folder)
      4. Resolve it, read its review. Ctrl-C ends the demo; nothing is kept.

      """
  }
}
