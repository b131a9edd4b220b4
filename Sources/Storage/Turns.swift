/// How often each role whose people take turns was paged, so that a restart keeps the turn.
package enum TurnQueries {
  package static let all = Query<(role: String, taken: Int)>("SELECT role, taken FROM turn") {
    row throws(StorageError) in (try row.text(0), try row.count(1))
  }
}

enum TurnStatements {
  /// One more for each name, as often as it stands there.
  static func take(_ roles: [String]) -> Statement? {
    roles.isEmpty
      ? nil
      : Statement(
        "INSERT INTO turn (role, taken) VALUES ($1, 1) ON CONFLICT (role) DO UPDATE SET taken = turn.taken + 1",
        roles.sorted().map { [.text($0)] })
  }
}
