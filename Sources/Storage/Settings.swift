/// Small facts about this store itself, such as the secret made at first start.
package enum SettingQueries {
  package static func value(_ name: String) -> Query<[UInt8]> {
    Query("SELECT value FROM setting WHERE name = $1", [.text(name)]) { row throws(StorageError) in
      try row.bytes(0)
    }
  }
}

package enum SettingStatements {
  package static func set(_ name: String, _ value: [UInt8]) -> Statement {
    Statement(
      """
      INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [[.text(name), .bytes(value)]], expect: 1)
  }

  /// Sets it only where it is not set yet; read it after to learn which value holds.
  package static func setOnce(_ name: String, _ value: [UInt8]) -> Statement {
    Statement(
      "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", [[.text(name), .bytes(value)]])
  }
}
