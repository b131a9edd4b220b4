import CPQ
import Storage

/// Why the server refused a query: its five-character code and its words. The query after a refused one is skipped.
/// https://www.postgresql.org/docs/15/errcodes-appendix.html
enum Refusal: Error {
  case said(code: String, words: String)
  case skipped

  var storageError: StorageError {
    guard case .said(let code, let words) = self else { return .broken("skipped after an earlier refusal") }
    let text = "\(words) (\(code))"
    return switch code {
    case "40001", "40P01", "55P03": .busy(text)
    case "53100": .full(text)
    case "08P01": .broken(text)
    case _ where code.hasPrefix("23"): .violates(text)
    case _ where ["08", "53", "57", "58"].contains(code.prefix(2)): .unavailable(text)
    case "25006": .unavailable(text)
    default: .broken(text)
    }
  }
}

/// From libpq's results to the seam's.
enum ResultReading {
  static func answer(_ result: OpaquePointer) -> Result<Outcome, Refusal> {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK: .success(Outcome(changed: changed(result), rows: .none))
    case PGRES_TUPLES_OK: .success(Outcome(changed: changed(result), rows: rows(result)))
    case PGRES_PIPELINE_ABORTED: .failure(.skipped)
    default: .failure(.said(code: field(result, "C"), words: field(result, "M")))
    }
  }

  private static func changed(_ result: OpaquePointer) -> Int {
    PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
  }

  /// `PG_DIAG_SQLSTATE` is C, `PG_DIAG_MESSAGE_PRIMARY` is M.
  private static func field(_ result: OpaquePointer, _ name: Character) -> String {
    guard let code = name.asciiValue, let text = PQresultErrorField(result, Int32(code)) else { return "" }
    return String(cString: text)
  }

  private static func rows(_ result: OpaquePointer) -> Rows {
    let width = PQnfields(result)
    let types = (0..<width).map { PQftype(result, $0) }
    var cells: [Cell] = []
    for row in 0..<PQntuples(result) {
      for (column, type) in types.enumerated() { cells.append(cell(result, row, Int32(column), type)) }
    }
    return Rows(width: Int(width), cells: cells)
  }

  private static func cell(_ result: OpaquePointer, _ row: Int32, _ column: Int32, _ type: Oid) -> Cell {
    guard PQgetisnull(result, row, column) == 0, let value = PQgetvalue(result, row, column) else { return .null }
    let bytes = UnsafeRawBufferPointer(start: value, count: Int(PQgetlength(result, row, column)))
    let text = String(decoding: bytes, as: UTF8.self)
    return switch type {
    case PostgresType.int2, PostgresType.int4, PostgresType.int8, PostgresType.numeric: number(text)
    case PostgresType.float4, PostgresType.float8: Double(text).map(Cell.real) ?? .text(text)
    case PostgresType.bool: .int(text == "t" ? 1 : 0)
    case PostgresType.bytea: Hexadecimal.bytes(text.dropFirst(2)).map(Cell.bytes) ?? .text(text)
    default: .text(text)
    }
  }

  private static func number(_ text: String) -> Cell {
    if let whole = Int64(text) { return .int(whole) }
    return Double(text).map(Cell.real) ?? .text(text)
  }
}
