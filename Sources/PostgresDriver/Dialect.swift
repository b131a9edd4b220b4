/// What the common SQL means on PostgreSQL. Only tables need a change: a row id is as wide there as everywhere, and
/// text is ordered by its bytes, as SQLite orders it, not by the language of the server.
enum Dialect {
  static func translated(_ sql: String) -> String {
    guard sql.hasPrefix("CREATE TABLE") else { return sql }
    return sql.replacing("integer PRIMARY KEY", with: "bigint PRIMARY KEY")
      .replacing(/([a-z_]+) text\b/) { "\($0.output.1) text COLLATE \"C\"" }
  }
}
