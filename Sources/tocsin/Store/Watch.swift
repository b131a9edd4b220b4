import App
import ArgumentParser
import Channels
import Foundation
import Incidents

struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watches a server from elsewhere and pages the fallback contact itself when it is silent.",
    discussion: """
      It asks every 30 seconds whether the server takes alerts and pages people. After three times without
      a yes it sends a page by the channels of the team file, and again every 15 minutes, and says when the
      server is back. Run it on another machine; two servers can watch each other.

      Example:
        tocsin watch https://tocsin.example.org --team tocsin.yaml
        tocsin watch https://tocsin.example.org --once       for a monitor of yours: 0 or 1
      """)

  @Argument(help: "Address of the server.") var url: String
  @Option(help: "The team file, for its fallback contact and its channels.") var team: String?
  @Option(help: "Whom to page instead of the fallback: a name under people.") var page: String?
  @Option(help: "Seconds between two questions.") var every = 30
  @Option(help: "How often in a row without a yes is silence.") var tries = 3
  @Flag(help: "Ask once; end with 0 where the server pages people, else with 1.") var once = false

  func validate() throws {
    guard once || team != nil else { throw ValidationError("Give --team, so that somebody can be paged, or --once.") }
    guard (1...3_600).contains(every), (1...100).contains(tries) else {
      throw ValidationError("--every is 1 to 3600, --tries is 1 to 100.")
    }
  }

  func run() async throws {
    var client = try ServerClient(address: url, token: nil)
    client.timeoutSeconds = 10
    if once {
      guard let wrong = await Self.silence(client) else { return Output.complain("\(url) pages people.") }
      throw Failure(.found, wrong)
    }
    guard let team else { return }
    let lookout = try Lookout(team: team, page: page, watched: url)
    Output.complain("watching \(url); \(lookout.person.name) is paged when it is silent")
    try await watch(client, lookout)
  }

  private func watch(_ client: ServerClient, _ lookout: Lookout) async throws {
    var (missed, paged): (Int, ContinuousClock.Instant?) = (0, nil)
    while true {
      if let wrong = await Self.silence(client) {
        missed = min(missed + 1, 1_000_000)
        Output.complain("\(CivilTime(PacedClock.wall()).rfc3339) \(wrong)")
        let isDue = paged.map { .now - $0 > .seconds(900) } ?? true
        if missed >= tries, isDue, await lookout.page("No paging: \(wrong)") { paged = .now }
      } else {
        if paged != nil, await lookout.page("\(url) pages people again.") { paged = nil }
        missed = 0
      }
      try await Task.sleep(for: .seconds(every))
    }
  }

  /// What is wrong with the server, or nil where it says that it pages people.
  private static func silence(_ client: ServerClient) async -> String? {
    do {
      let (status, answer) = try await client.exchange("GET", "/readyz?paging=1", body: nil)
      if status == 200 { return nil }
      let said = String(decoding: answer.prefix(300), as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
      return "\(client.address) says: HTTP \(status) \(Layout.plain(said))"
    } catch {
      return error.message
    }
  }
}

/// Somebody who is told by the team file's own channels, without any server.
struct Lookout: Sendable {
  let person: Person
  private let watched: String
  private let channels: [String: any Channel]

  init(team path: String, page: String?, watched: String) throws {
    let configuration = try RunbookSources.teamFile(at: path)
    let wanted = page ?? configuration.team.fallback
    guard let found = configuration.team.people.first(where: { $0.id == wanted }), !found.methods.isEmpty else {
      throw Failure(.badData, "\(path) names no fallback who can be reached. Write `fallback: NAME`, or give --page.")
    }
    person = found
    self.watched = watched
    let http = OutboundHTTP()
    channels = Dictionary(
      configuration.channels.map {
        ($0.name, Channels.make(name: $0.name, configuration: $0.configuration, http: http) { Output.write($0) })
      }, uniquingKeysWith: { first, _ in first })
  }

  /// True once a channel has taken it.
  func page(_ words: String) async -> Bool {
    let message = FallbackMessage.make([words], to: person, now: PacedClock.wall())
    for method in person.methods {
      guard let channel = channels[method.channel] else { continue }
      let outcome = await channel.send(message, to: method.address)
      if case .accepted = outcome { return true }
      Output.complain("\(person.name) could not be told by \(method.channel): \(outcome)")
    }
    return false
  }
}
