import Storage

/// A store moved from a folder into PostgreSQL or back, while no server runs.
package enum StoreMove {
  /// Returns the rows by table. The source stays as it is. Throws `StartError` or `StoreCopyError`.
  package static func run(from source: StorePlace, to target: StorePlace) async throws -> [(table: String, rows: Int)] {
    let from = try source.open()
    defer { from.close() }
    let to = try target.open()
    defer { to.close() }
    return try await StoreCopy(from: from, to: to).run(now: PacedClock.wall())
  }
}
