import Incidents
import Storage

/// Looks at every firing alert when silences change, begin or end: whatever they come to cover waits, and what still
/// fires when the last one ends pages at once.
struct SilenceWatch: Sendable {
  let decisions: Decisions
  let book: SilenceBook

  func look() async throws -> DueLoop.Next {
    try await sweep()
    return .at(book.nextChange(after: decisions.clock.now()))
  }

  /// The store says of each alert what held when it was last looked at; only differences are written.
  func sweep() async throws {
    // Most teams have no silence most of the time, and may have a hundred thousand alerts.
    let isIdle = book.active(at: decisions.clock.now()).isEmpty
    if isIdle, try await decisions.database.read(AlertQueries.someSilenced).isEmpty { return }
    var last: Int64 = 0
    while true {
      let part = try await decisions.database.read(AlertQueries.firing(after: last))
      guard let end = part.last?.id else { return }
      last = end
      let active = book.active(at: decisions.clock.now())
      let verdicts = part.compactMap { alert -> SilenceVerdict? in
        let isSilenced =
          active.contains { $0.covers(alert.labels, of: alert.integration) } || waits(alert)
        return isSilenced == alert.isSilenced ? nil : SilenceVerdict(alert: alert, isSilenced: isSilenced)
      }
      if !verdicts.isEmpty { _ = try await decisions.write(.verdicts(verdicts)) }
    }
  }
}

/// Alerts that opened nothing because another one explains them.
extension SilenceWatch {
  private func waits(_ alert: Alert) -> Bool {
    guard alert.incident == 0 else { return false }
    return decisions.shelf.snapshot().configuration.dependencies.contains { dependency in
      dependency.need(of: alert.labels).map(decisions.desk.isExplained) ?? false
    }
  }
}

/// Ends alerts whose senders repeat them while they last, once they have not.
struct TermWatch: Sendable {
  let decisions: Decisions

  func look() async throws -> DueLoop.Next {
    let lapsed = try await decisions.database.read(AlertTerms.lapsed(by: decisions.clock.now(), limit: 500))
    guard lapsed.isEmpty else {
      _ = try await decisions.write(.lapsed(lapsed))
      return .atOnce
    }
    return .at(try await decisions.database.read(AlertTerms.earliest).first)
  }
}
