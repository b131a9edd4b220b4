import CPQ
import Storage

/// One SQL text with one set of arguments, each with its type: PostgreSQL then never has to guess.
struct PostgresQuery {
  private let sql: String
  private let arguments: [Value]

  /// Throws `violates` for a text with a NUL, which the server would cut without a word.
  init(_ sql: String, _ arguments: [Value] = []) throws(StorageError) {
    for case .text(let text?) in arguments where text.utf8.contains(0) {
      throw .violates("text with a NUL character is not stored")
    }
    self.sql = sql
    self.arguments = arguments
  }

  /// Puts the query on its way; false where the connection is lost.
  func send(on handle: OpaquePointer) -> Bool {
    var words = Words()
    for argument in arguments { words.add(argument.text) }
    let types = arguments.map(\.type)
    return words.withPointers { values in
      PQsendQueryParams(handle, sql, Int32(clamping: arguments.count), types, values, nil, nil, 0) == 1
    }
  }
}

extension Value {
  /// As PostgreSQL reads it; nil for a null. https://www.postgresql.org/docs/15/datatype-binary.html
  fileprivate var text: String? {
    switch self {
    case .int(let number): number.map { String($0) }
    case .text(let text): text
    case .real(let number): number.map { "\($0)" }
    case .bool(let flag): flag.map { $0 ? "t" : "f" }
    case .bytes(let bytes): bytes.map { "\\x" + Hexadecimal.text($0) }
    }
  }

  fileprivate var type: Oid {
    switch self {
    case .int: PostgresType.int8
    case .text: PostgresType.text
    case .real: PostgresType.float8
    case .bool: PostgresType.bool
    case .bytes: PostgresType.bytea
    }
  }
}

/// Types by their numbers in the catalogue. https://github.com/postgres/postgres/blob/REL_15_STABLE/src/include/catalog/pg_type.dat
enum PostgresType {
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let float4: Oid = 700
  static let float8: Oid = 701
  static let numeric: Oid = 1_700
}

/// Bytes as hexadecimal digits and back.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count &* 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil where the text is no pairs of digits.
  static func bytes(_ text: Substring) -> [UInt8]? {
    let values = text.utf8.compactMap(value)
    guard values.count == text.utf8.count, values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 97...102: digit - 87
    case 65...70: digit - 55
    default: nil
    }
  }
}
