import Engine
import Incidents
import Storage

extension Site {
  /// Where the public page says something else than the inside knows.
  func untruths() async throws -> [Untruth] {
    guard let board = status.board() else { return [] }
    let open = try await context.database.read(IncidentQueries.open(limit: 100))
    let recent = open.isEmpty ? [] : try await context.database.read(RunQueries.recentExits(limit: 200))
    let runs = Dictionary(grouping: recent, by: \.incident)
    var inside: [Truthfulness.Inside] = []
    for incident in open where !incident.isPrivate {
      inside.append(
        Truthfulness.Inside(
          incident: incident, runbook: try await runbook(of: incident).runbook, runs: runs[incident.id] ?? []))
    }
    var ended: Set<Int64> = []
    for published in board.open where !open.contains(where: { $0.id == published.incident }) {
      let found = try await context.database.read(IncidentQueries.byId(published.incident)).first
      if found?.status.isOpen != true { ended.insert(published.incident) }
    }
    return Truthfulness.check(board, open: inside, ended: ended, now: context.now())
  }
}

extension FindingRow {
  init(_ untruth: Untruth) {
    self.init(word: "Untrue", level: .error, fact: untruth.fact, remedy: untruth.remedy, line: untruth.line)
  }
}
