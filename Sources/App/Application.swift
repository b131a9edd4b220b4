import Incidents
import Logging
import Storage
import Web

/// The web of a running server.
extension House {
  /// What people and tools may do.
  var acts: IncidentActs {
    IncidentActs(
      decisions: decisions, desk: desk, book: silences, wake: aftermath.silences, heartbeats: aftermath.heartbeats,
      newID: { [ids] in ids.next() }, http: http, origin: origin, channels: channels, messages: pageMessages)
  }

  func site() async throws -> Site {
    var context = WebContext(
      database: store.database, acts: acts, shelf: shelf, changes: aftermath.feed, now: { [clock] in clock.now() },
      write: { [decisions] in try await decisions.writer.submit($0) }, newID: { [ids] in ids.next() }, secret: secret,
      pace: options.pace, origin: origin, metrics: { await metricsText() },
      ready: { [aftermath] in !aftermath.engine.isStopped }, logger: logger)
    context.held = { [hold] in hold.current }
    context.endHold = { [hold, decisions, aftermath] in try await hold.end(decisions, aftermath) }
    context.doubts = { [troubles] in troubles.all }
    return Site(context, keys: keys)
  }

  private func metricsText() async -> String {
    let counters = decisions.writer.counters
    let age = Double(counters.oldest.components.seconds) + Double(counters.oldest.components.attoseconds) / 1e18
    return metrics.text(gauges: [
      ("writer_commits", "Commits since start.", Double(counters.commits)),
      ("writer_works", "Event requests made durable since start.", Double(counters.works)),
      ("writer_refusals", "Commits refused since start.", Double(counters.refusals)),
      ("writer_queue", "What waits for the writer.", Double(counters.waiting)),
      ("writer_queue_age_seconds", "Age of the oldest of it.", age),
      ("alerts_firing", "Alerts that fire now.", Double(desk.firing)),
      ("troubles", "What is wrong with the paging itself.", Double(troubles.all.count)),
      ("pages_under_way", "Pages that are being sent.", Double(slots.inUse)),
    ])
  }
}
