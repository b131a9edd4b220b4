/// One typed read: its SQL text, its arguments and how a row becomes a value.
package struct Query<Row: Sendable>: Sendable {
  package var sql: String
  package var arguments: [Value]
  package var decode: @Sendable (RowReader) throws(StorageError) -> Row

  package init(
    _ sql: String, _ arguments: [Value] = [], decode: @escaping @Sendable (RowReader) throws(StorageError) -> Row
  ) {
    self.sql = sql
    self.arguments = arguments
    self.decode = decode
  }

  /// Every row of `rows`, in their order.
  package func decoded(_ rows: Rows) throws(StorageError) -> [Row] {
    var values: [Row] = []
    values.reserveCapacity(rows.count)
    for row in rows.indices { values.append(try decode(RowReader(rows, row: row))) }
    return values
  }
}

extension Rows {
  /// The number of rows.
  package var count: Int { width > 0 ? cells.count / width : 0 }
  package var indices: Range<Int> { 0..<count }
}

extension Database {
  /// Many queries as of one moment: `let (incidents, pages) = try await database.read(IncidentQueries.byId(id),
  /// PageQueries.of(id))`. Throws a `StorageError`, or `CancellationError` when the task was cancelled.
  package func read<each Row: Sendable>(_ query: repeat Query<each Row>) async throws -> (repeat [each Row]) {
    var texts: [(sql: String, arguments: [Value])] = []
    for query in repeat each query { texts.append((query.sql, query.arguments)) }
    let answers = try await snapshot(texts)
    var next = 0
    return (repeat try (each query).decoded(Self.take(answers, &next)))
  }

  /// One query. Throws as the form for many does.
  package func read<Row: Sendable>(_ query: Query<Row>) async throws -> [Row] {
    var next = 0
    return try query.decoded(Self.take(try await snapshot([(query.sql, query.arguments)]), &next))
  }

  private static func take(_ answers: [Rows], _ next: inout Int) throws(StorageError) -> Rows {
    guard next < answers.count else { throw .broken("\(answers.count) answers to more queries") }
    defer { next += 1 }
    return answers[next]
  }
}
