import Incidents

/// A restored backup is old: what it holds open may have been answered long ago. Until a person says so, or a while has
/// passed, none of it pages; what comes in anew does.
package struct RecoveryState: Sendable, Hashable {
  /// When the backup was made.
  package var taken: Timestamp
  package var until: Timestamp

  package init(taken: Timestamp, until: Timestamp) {
    self.taken = taken
    self.until = until
  }
}

package enum RecoveryQueries {
  /// When the backup was made that this store is; no row where it is none, or was started since.
  package static let taken = time("backup.taken")
  /// Both ends of a hold that has begun.
  package static let until = time("recovery.until")
  package static let heldSince = time("recovery.taken")

  private static func time(_ name: String) -> Query<Timestamp> {
    Query("SELECT value FROM setting WHERE name = $1", [.text(name)]) { row throws(StorageError) in
      guard let microseconds = Int64(String(decoding: try row.bytes(0), as: UTF8.self)) else {
        throw .broken("\(name) holds no time")
      }
      return Timestamp(microseconds: microseconds)
    }
  }
}

package enum RecoveryStatements {
  /// Set in every copy, so that it is known for one however it comes into a data folder.
  package static func mark(taken: Timestamp) -> [Statement] {
    [forget("recovery.until"), forget("recovery.taken"), set("backup.taken", taken)]
  }

  /// Moves everything that is overdue, or falls due meanwhile, to the end of the hold. `open` are incidents whose
  /// timelines say that there is a gap.
  package static func begin(_ hold: RecoveryState, open: [Int64], now: Timestamp) -> [Statement] {
    var touches = IncidentTouches()
    let words = "Restored from a backup: what happened between then and now is missing here"
    for incident in open {
      let entry = TimelineEntry(
        incident: incident, at: now, kind: .fault, actor: TimelineEntry.tocsin, text: words,
        detail: "The backup is of \(CivilTime(hold.taken).rfc3339). Nobody is paged for it before "
          + "\(CivilTime(hold.until).rfc3339) unless a person starts it.")
      touches.add(incident, [entry], due: nil)
    }
    return touches.updates() + touches.appends()
      + dues.map {
        Statement("UPDATE \($0.table) SET \($0.due) = $1 WHERE \($0.due) < $1 AND \($0.live)", [[.time(hold.until)]])
      }
      + [forget("backup.taken"), set("recovery.until", hold.until), set("recovery.taken", hold.taken)]
  }

  /// What still waits for the end of the hold is due now.
  package static func end(_ hold: RecoveryState, now: Timestamp) -> [Statement] {
    dues.map {
      Statement(
        "UPDATE \($0.table) SET \($0.due) = $2 WHERE \($0.due) = $1 AND \($0.live)", [[.time(hold.until), .time(now)]])
    } + [forget("recovery.until"), forget("recovery.taken")]
  }

  /// Every column from which something goes out by itself.
  private static let dues: [(table: String, due: String, live: String)] = [
    ("page", "due", "status = 'pending'"), ("incident", "next_due", "next_due IS NOT NULL"),
    ("heartbeat", "due", "due IS NOT NULL"), ("bulletin", "due", "status = 'pending'"),
    ("shift_notice", "due", "status = 'pending'"),
  ]

  private static func set(_ name: String, _ time: Timestamp) -> Statement {
    SettingStatements.set(name, Array("\(time.microseconds)".utf8))
  }

  private static func forget(_ name: String) -> Statement {
    Statement("DELETE FROM setting WHERE name = $1", [[.text(name)]])
  }
}
