import ArgumentParser
import Foundation

struct IncidentPublish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publishes an update on the status page.",
    discussion: """
      Example:
        tocsin incident publish INC-2026-02-14-01 identified "A cable is cut. We switch to the other." \\
          --title "Website is down" --component website=major_outage --next 15
      """)

  @OptionGroup var target: IncidentTarget
  @Argument(help: "investigating, identified, monitoring or resolved.") var state: String
  @Argument(help: "Exactly what is published.") var text: String
  @Option(help: "Title, as people outside know it.") var title: String
  @Option(help: "How a part stands: website=major_outage; may be given again.") var component: [String] = []
  @Option(help: "Minutes to the next update that is promised; 0: none.") var next = 0
  @Flag(help: "Show how it will be read, and publish nothing.") var preview = false

  func run() async throws {
    var components: [String: JSONField] = [:]
    for word in component {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw Failure(.usage, "\(word) is not written as PART=STATE.") }
      components[parts[0]] = .text(parts[1])
    }
    let update: [String: JSONField] = [
      "state": .text(state), "text": .text(text), "title": .text(title), "components": .object(components),
      "nextUpdateMinutes": .number(Double(next)),
    ]
    if preview { return try await target.preview(update.merging(["audience": "external"]) { $1 }) }
    try await target.act("publish", update, saying: "published.")
  }
}
