import GRDB
import GRDBSQLite
import Glibc
import Storage

/// From SQLite's result codes to the seam's closed set. https://www.sqlite.org/rescode.html
enum SQLiteFailure {
  /// What a failed step means. `committing` is true while COMMIT itself runs: only then can an outcome be unknown.
  static func error(_ code: Int32, on connection: OpaquePointer, committing: Bool = false) -> StorageError {
    let isFull = isFull
    let extended = sqlite3_extended_errcode(connection)
    let text = message(code, extended, connection)
    return switch code {
    case SQLITE_CONSTRAINT: .violates(text)
    case SQLITE_BUSY, SQLITE_LOCKED: .busy(text)
    case SQLITE_FULL: .full(text)
    case SQLITE_IOERR where extended == refusedWrite && isFull: .full(text)
    case SQLITE_IOERR where committing: .outcomeUnknown(text)
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_NOMEM, SQLITE_PERM, SQLITE_INTERRUPT:
      .unavailable(text)
    default: .broken(text)
    }
  }

  /// SQLITE_IOERR_WRITE. A refused write, as against a refused flush, left no commit mark behind: it is known that
  /// nothing was committed.
  private static let refusedWrite: Int32 = SQLITE_IOERR | (3 << 8)

  /// SQLite calls only ENOSPC full, and keeps no system error of a failed COMMIT; the C library's own is still there.
  private static var isFull: Bool { errno == ENOSPC || errno == EDQUOT || errno == EFBIG }

  private static func message(_ code: Int32, _ extended: Int32, _ connection: OpaquePointer) -> String {
    let words = sqlite3_errmsg(connection).map { String(cString: $0) } ?? "no message"
    return "\(words) (SQLite \(code), extended \(extended))"
  }
}
