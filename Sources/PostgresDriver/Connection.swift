import CPQ
import Glibc
import Storage

/// One connection to a PostgreSQL server, used by one thread at a time. Queries go out together (libpq's pipeline
/// mode), so that a transaction costs two round trips however many statements it has. Nothing outlives a
/// transaction, no prepared statement and no setting, so a pooler in transaction mode may stand between.
/// https://www.postgresql.org/docs/15/libpq-pipeline-mode.html
final class Connection {
  /// What one query of a pipeline gave.
  typealias Answers = [Result<Outcome, Refusal>]

  private let handle: OpaquePointer
  private let patience: Int

  /// Connects, within ten seconds. `patience` is how many seconds a server may be silent before it counts as lost.
  /// Throws `unavailable` with libpq's words.
  init(_ address: String, patience: Int) throws(StorageError) {
    self.patience = patience
    let defaults = [
      ("connect_timeout", "\(min(10, patience))"), ("client_encoding", "UTF8"), ("keepalives_idle", "10"),
      ("keepalives_interval", "5"),
      ("keepalives_count", "3"), ("tcp_user_timeout", "20000"), ("fallback_application_name", "tocsin"),
    ]
    // The address comes last: what it says wins over the defaults.
    var words = Words(defaults.map(\.0) + ["dbname"])
    var values = Words(defaults.map(\.1) + [address])
    guard let made = words.withPointers({ names in values.withPointers { PQconnectdbParams(names, $0, 1) } }) else {
      throw .unavailable("no memory for a connection")
    }
    handle = made
    // Whatever throws from here on, `deinit` runs and ends the connection.
    guard PQstatus(made) == CONNECTION_OK else {
      throw .unavailable(String(cString: PQerrorMessage(made)).trimmed)
    }
    PQsetNoticeProcessor(made, { _, _ in }, nil)
    guard PQsetnonblocking(made, 1) == 0, PQenterPipelineMode(made) == 1 else {
      throw .unavailable("the connection refuses pipelines")
    }
  }

  deinit { PQfinish(handle) }

  /// Sends every query, waits for every answer, in order. After a query that failed the rest is `skipped`.
  /// Throws `unavailable` when the connection is lost; it is of no more use then.
  func run(_ queries: [PostgresQuery]) throws(StorageError) -> Answers {
    for query in queries {
      guard query.send(on: handle) else { throw lost() }
    }
    guard PQpipelineSync(handle) == 1 else { throw lost() }
    var answers: Answers = []
    answers.reserveCapacity(queries.count)
    let limit = Self.now() + Double(patience)
    while let result = try next(before: limit) {
      defer { PQclear(result) }
      if PQresultStatus(result) == PGRES_PIPELINE_SYNC { break }
      answers.append(ResultReading.answer(result))
    }
    guard answers.count == queries.count else {
      throw .unavailable("\(answers.count) answers to \(queries.count) queries")
    }
    return answers
  }

  /// The next result. libpq sets each query's results apart with a nil, which is passed over here.
  private func next(before limit: Double) throws(StorageError) -> OpaquePointer? {
    var nils = 0
    while nils < 3 {
      while PQisBusy(handle) != 0 { try wait(before: limit) }
      if let result = PQgetResult(handle) { return result }
      guard PQstatus(handle) == CONNECTION_OK else { throw lost() }
      nils += 1
    }
    throw lost()
  }

  /// Waits until the socket has something for us or takes more of ours.
  private func wait(before limit: Double) throws(StorageError) {
    let unsent = PQflush(handle)
    guard unsent >= 0 else { throw lost() }
    let events = Int16(POLLIN) | (unsent > 0 ? Int16(POLLOUT) : 0)
    var socket = pollfd(fd: PQsocket(handle), events: events, revents: 0)
    let left = limit - Self.now()
    guard left > 0 else { throw .unavailable("the database did not answer in \(patience) s") }
    guard poll(&socket, 1, Int32(left * 1_000) + 1) >= 0 || errno == EINTR else { throw lost() }
    if socket.revents != 0, PQconsumeInput(handle) == 0 { throw lost() }
  }

  private func lost() -> StorageError {
    let words = String(cString: PQerrorMessage(handle)).trimmed
    return .unavailable(words.isEmpty ? "the connection to the database is lost" : words)
  }

  /// Seconds on a clock that is never set.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension String {
  /// libpq ends its messages with a line break.
  var trimmed: String { String(reversed().drop { $0.isWhitespace }.reversed()) }
}
