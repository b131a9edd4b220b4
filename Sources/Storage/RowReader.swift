import Incidents

/// Positional getters over one row. A getter that meets another type than it asks for throws `broken`: the
/// query and its decoder stand side by side, so that is a fault of ours.
package struct RowReader: Sendable {
  private let rows: Rows
  private let base: Int

  package init(_ rows: Rows, row: Int) {
    self.rows = rows
    base = row * rows.width
  }

  package func cell(_ column: Int) throws(StorageError) -> Cell {
    guard column >= 0, column < rows.width, base + column < rows.cells.count else {
      throw .broken("a row of \(rows.width) columns has no column \(column)")
    }
    return rows.cells[base + column]
  }

  package func optionalInt(_ column: Int) throws(StorageError) -> Int64? {
    switch try cell(column) {
    case .int(let value): value
    case .null: nil
    default: throw mismatch(column, "an integer")
    }
  }

  package func int(_ column: Int) throws(StorageError) -> Int64 {
    guard let value = try optionalInt(column) else { throw mismatch(column, "an integer") }
    return value
  }

  /// An integer that fits this platform's `Int`; values outside are clamped.
  package func count(_ column: Int) throws(StorageError) -> Int { Int(clamping: try int(column)) }

  package func optionalText(_ column: Int) throws(StorageError) -> String? {
    switch try cell(column) {
    case .text(let value): value
    case .null: nil
    default: throw mismatch(column, "text")
    }
  }

  package func text(_ column: Int) throws(StorageError) -> String {
    guard let value = try optionalText(column) else { throw mismatch(column, "text") }
    return value
  }

  package func bytes(_ column: Int) throws(StorageError) -> [UInt8] {
    guard case .bytes(let value) = try cell(column) else { throw mismatch(column, "bytes") }
    return value
  }

  package func bool(_ column: Int) throws(StorageError) -> Bool { try int(column) != 0 }

  package func real(_ column: Int) throws(StorageError) -> Double {
    switch try cell(column) {
    case .real(let value): value
    case .int(let value): Double(value)
    default: throw mismatch(column, "a number")
    }
  }

  package func time(_ column: Int) throws(StorageError) -> Timestamp { Timestamp(microseconds: try int(column)) }

  package func optionalTime(_ column: Int) throws(StorageError) -> Timestamp? {
    try optionalInt(column).map(Timestamp.init(microseconds:))
  }

  /// A closed enumeration that is stored as its raw text.
  package func named<Name: RawRepresentable>(
    _ column: Int, as type: Name.Type = Name.self
  ) throws(StorageError) -> Name where Name.RawValue == String {
    let raw = try text(column)
    guard let name = Name(rawValue: raw) else { throw .broken("\(raw) is no \(type)") }
    return name
  }

  private func mismatch(_ column: Int, _ wanted: String) -> StorageError {
    .broken("column \(column) does not hold \(wanted)")
  }
}

extension Value {
  /// Microseconds since 1970, the form in which every time is stored.
  package static func time(_ timestamp: Timestamp?) -> Value { .int(timestamp?.microseconds) }
  package static func count(_ number: Int?) -> Value { .int(number.map(Int64.init)) }
}
