import Channels
import Foundation
import Incidents
import Logging
import ServiceLifecycle
import Storage

/// Watches over the paging itself. Each round the auditor looks and a page goes through the whole path; only if both
/// hold is the outward heartbeat sent, so that its silence is an alarm elsewhere. What is wrong is told to the team's
/// fallback contact over the channels directly, for the store may be what is broken.
struct SelfWatch: Sendable {
  let decisions: Decisions
  let auditor: Auditor
  let selfTest: SelfTest
  let troubles: Troubles
  let sender: Wake
  let channels: ChannelTable
  let http: OutboundHTTP
  let pace: Double
  let metrics: Metrics
  let logger: Logger

  /// What may be late before it is a fault, and how long a test may be under way; in real time.
  private static let patience = 60
  private static let testLimit = 30
  /// How long an unchanged fault is not told again; in rounds.
  private static let silence = 60

  func run() async {
    var (told, rounds): ([String], Int) = ([], 0)
    while await wait(.seconds(30)) {
      let began = decisions.clock.now()
      await begin()
      guard await wait(.seconds(Self.testLimit)) else { return }
      await audit()
      judge(since: began)
      let wrong = troubles.all
      if wrong.isEmpty {
        await beat()
      } else {
        metrics.count("self_watch_faults")
        if wrong != told || rounds.isMultiple(of: Self.silence) { await tell(wrong) }
      }
      rounds = wrong == told ? rounds + 1 : 1
      told = wrong
    }
  }

  private func begin() async {
    do { try await selfTest.begin(decisions, sender) } catch {
      logger.error("the self-test could not be written", metadata: ["error": "\(error)"])
    }
  }

  func audit() async {
    let late = decisions.clock.now() - .seconds(Int(Double(Self.patience) * max(pace, 1)))
    do {
      let found = try await auditor.look(late: late)
      troubles.clear("store")
      if found.isEmpty { troubles.clear("audit") } else { troubles.raise("audit", found.joined(separator: " ")) }
    } catch {
      troubles.raise("store", "The store cannot be looked at: \(error)")
    }
  }

  func judge(since began: Timestamp) {
    if let arrived = selfTest.lastArrival, arrived >= began {
      troubles.clear("self-test")
    } else {
      troubles.raise(
        "self-test", "A test page did not come through within \(Self.testLimit) s, so others may not either.")
    }
  }

  /// Says outside that paging works.
  private func beat() async {
    guard let url = decisions.shelf.snapshot().configuration.watch.heartbeat else { return }
    let answer = await http.ping(url.reveal())
    if case .accepted = answer { return }
    metrics.count("heartbeat_out_faults")
    logger.warning("the outward heartbeat did not get through", metadata: ["outcome": "\(answer)"])
  }

  private func tell(_ wrong: [String]) async {
    logger.critical("paging is in doubt", metadata: ["what": "\(wrong)"])
    let team = decisions.shelf.team()
    guard let person = team.people.first(where: { $0.id == team.fallback }) else { return }
    for method in person.methods {
      let message = FallbackMessage.make(wrong, to: person, now: decisions.clock.now())
      if case .accepted = await channels.send(message, by: method) { return }
    }
    logger.critical("the fallback contact cannot be told either", metadata: ["person": "\(person.name)"])
  }

  private func wait(_ time: Duration) async -> Bool {
    (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: time) }) != nil
  }
}

/// What the fallback contact is told when the paging itself is in doubt.
package enum FallbackMessage {
  package static func make(_ wrong: [String], to person: Person, now: Timestamp) -> PageMessage {
    PageMessage(
      key: "tocsin-self-\(now.microseconds / 1_000_000)", reason: .notice, incident: "Tocsin itself",
      title: "Paging is in doubt", severity: "", severityLabel: "", severityRank: 0,
      summary: wrong.prefix(5).joined(separator: " "), opened: now, person: person.name,
      why: "You are the fallback contact of the team file.", line: nil, next: "", acknowledgeURL: nil, incidentURL: nil)
  }
}
