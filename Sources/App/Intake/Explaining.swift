import Incidents
import Storage

extension House {
  /// What follows from the rules of the team file for alerts that fire already: which of them explain others, and
  /// what maintenance windows cover.
  func applyRules() async throws {
    let configuration = shelf.snapshot().configuration
    silences.put(configuration.maintenance)
    var tokens: [OpenIndex.Key: [String]] = [:]
    var last: Int64 = 0
    while !configuration.dependencies.isEmpty {
      let part = try await store.database.read(AlertQueries.firing(after: last))
      guard let end = part.last?.id else { break }
      last = end
      for alert in part {
        let explains = configuration.dependencies.compactMap { $0.explanation(by: alert.labels) }
        tokens[OpenIndex.Key(integration: alert.integration, dedupKey: alert.dedupKey)] = explains
      }
    }
    desk.explain(tokens)
    aftermath.silences.by(clock.now())
  }
}
