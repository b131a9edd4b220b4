import Crypto
import Incidents
import Storage

/// Makes and checks the chain over the timelines.
enum TimelineChain {
  /// Links for entries, each group of one incident and in order, after `head`.
  static func seals(for groups: [[TimelineEntry]], after head: TimelineSeal?, at now: Timestamp) -> [TimelineSeal] {
    var seals: [TimelineSeal] = []
    var before = head
    for entries in groups {
      guard let first = entries.first, let last = entries.last else { continue }
      var seal = TimelineSeal(
        id: (before?.id ?? 0) &+ 1, first: first.id, last: last.id, at: now,
        digest: sha256(TimelineSeal.content(entries)))
      seal.chain = sha256(seal.linked(to: before?.chain ?? []))
      seals.append(seal)
      before = seal
    }
    return seals
  }

  /// What is wrong with the whole chain, in sentences; reads it from its beginning in bounded portions.
  static func check(_ database: some Database) async throws -> (sealed: Int, problems: [String]) {
    var (sealed, problems): (Int, [String]) = (0, [])
    var before: TimelineSeal?
    while problems.count < 20 {
      let seals = try await database.read(SealQueries.after(before?.id ?? 0, limit: 200))
      if seals.isEmpty { break }
      for seal in seals {
        if let problem = link(seal, after: before) { problems.append(problem) }
        before = seal
        guard seal.erased == nil else { continue }
        let entries = try await database.read(SealQueries.entries(from: seal.first, through: seal.last))
        sealed += entries.count
        if sha256(TimelineSeal.content(entries)) != seal.digest {
          problems.append(
            "entries of incident \(RowID.incident(of: seal.first)) were changed or taken away after "
              + "\(CivilTime(seal.at).rfc3339), when they were sealed")
        }
      }
    }
    return (sealed, problems)
  }

  private static func link(_ seal: TimelineSeal, after before: TimelineSeal?) -> String? {
    guard seal.id == (before?.id ?? 0) &+ 1 else { return "seals before number \(seal.id) are missing" }
    guard sha256(seal.linked(to: before?.chain ?? [])) == seal.chain else {
      return "seal number \(seal.id) does not follow from the one before it"
    }
    return nil
  }

  private static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}
