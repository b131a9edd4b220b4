import Channels
import Engine
import Incidents
import Storage

/// Several pages to one address in one message: the worst incident in full, the others by name.
extension PageSender {
  func send(together pages: [Page]) async {
    guard pages.count > 1 else {
      if let page = pages.first { await send(page) }
      return
    }
    defer {
      for page in pages where slots.give(page.method.channel) { wake.by(decisions.clock.now()) }
    }
    do {
      var wanted: [(page: Page, view: IncidentView)] = []
      for page in pages {
        guard let view = try await decisions.view(page.incident) else { continue }
        if Delivery.isWanted(page, view.incident) {
          wanted.append((page, view))
        } else {
          try await conclude(page, Self.answered)
        }
      }
      wanted.sort { Self.weight($0) < Self.weight($1) }
      guard let worst = wanted.first else { return }
      var message = messages.make(worst.page, worst.view, now: decisions.clock.now())
      let others = wanted.dropFirst().map(\.view.incident).filter { $0.id != worst.view.incident.id }
      message.also = others.map(\.name)
      if !others.isEmpty { message.remarks.append(Self.words(others)) }
      let outcome = await channels.send(message, by: worst.page.method)
      respect(outcome, of: worst.page.method.channel)
      for (page, _) in wanted { try await conclude(page, outcome) }
      metrics.count("pages_gathered", by: wanted.count)
    } catch {
      logger.error("the outcome of gathered pages could not be stored", metadata: ["error": "\(error)"])
      metrics.count("sender_faults")
    }
  }

  private static func weight(_ item: (page: Page, view: IncidentView)) -> (Int, Int64) {
    (item.view.incident.severityRank, item.page.id)
  }

  /// "You are also wanted for INC-2 [P1] Queue stuck; INC-3 [P2] Disk full."
  private static func words(_ others: [Incident]) -> String {
    let named = others.prefix(8).map { "\($0.name) [\($0.severity)] \($0.scenario ?? $0.title)" }
    let more = others.count > named.count ? "; and \(others.count - named.count) more" : ""
    return "You are also wanted for \(named.joined(separator: "; "))\(more)."
  }
}
