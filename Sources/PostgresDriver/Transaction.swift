import Storage

/// Texts that begin and end what a transaction consists of. Settings hold for the transaction alone.
enum TransactionSQL {
  static let write = "BEGIN ISOLATION LEVEL READ COMMITTED"
  static let read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
  static let commit = "COMMIT"
  static let rollback = "ROLLBACK"

  /// A commit that answers before it is on disk is not accepted, whatever the server's own setting. A node that is paused
  /// in the middle of one lets go of its locks after four seconds, or nobody could take over from it. Returns the
  /// transaction's number, by which to ask whether it is still under way when the answer to COMMIT is lost.
  static let settings = """
    SELECT pg_current_xact_id()::text, set_config('statement_timeout', '30000', true), \
    set_config('idle_in_transaction_session_timeout', '4000', true), \
    set_config('lock_timeout', '5000', true), set_config('synchronous_commit', \
    CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, true)
    """
  static let readSettings = "SELECT set_config('statement_timeout', '30000', true)"

  /// https://www.postgresql.org/docs/15/functions-info.html#FUNCTIONS-PG-SNAPSHOT
  static let status = "SELECT pg_xact_status($1::xid8)"
}

/// What goes out for one commit and how its answers are judged.
struct Transaction {
  private let statements: [Statement]
  let queries: [PostgresQuery]
  /// Answers that come before those of the statements.
  private let preamble: Int
  private let isFenced: Bool

  /// `mark` proves the commit. `epoch` is the lease under which this node serves; the database refuses the commit of a
  /// node whose lease another has taken. Nil while no lease is held, as when a store is set up.
  init(_ statements: [Statement], mark: CommitMark, epoch: Int64?) throws(StorageError) {
    var queries = [try PostgresQuery(TransactionSQL.write), try PostgresQuery(TransactionSQL.settings)]
    if let epoch { queries.append(try PostgresQuery(Lease.announcement, [.int(epoch)])) }
    queries.append(try PostgresQuery(CommitMark.put, [.text(mark.writer), .int(mark.number)]))
    preamble = queries.count
    for statement in statements {
      let sql = Dialect.translated(statement.sql)
      for arguments in statement.sets { queries.append(try PostgresQuery(sql, arguments)) }
    }
    // Last, since a node that is paused while it sends holds what it locked, and the next one needs the lease.
    if let epoch { queries.append(try PostgresQuery(Lease.fence, [.int(epoch)])) }
    isFenced = epoch != nil
    self.statements = statements
    self.queries = queries
  }

  /// The outcomes and the transaction's number. Judged in the order of the statements, as if each had waited for the
  /// one before.
  func judge(_ answers: Connection.Answers) throws(StorageError) -> (outcomes: [Outcome], number: String) {
    let number = try opening(answers.prefix(preamble))
    var rest = answers.dropFirst(preamble)
    var outcomes: [Outcome] = []
    for (index, statement) in statements.enumerated() {
      let outcome = try Self.sum(rest.prefix(statement.sets.count))
      rest = rest.dropFirst(statement.sets.count)
      if let expected = statement.expect, expected != outcome.changed {
        throw .conflict(statement: index, expected: expected, got: outcome.changed)
      }
      outcomes.append(outcome)
    }
    if isFenced, try rest.first.map(Self.accepted)?.rows.count != 1 { throw .unavailable(Lease.gone) }
    return (outcomes, number)
  }

  private func opening(_ answers: Connection.Answers.SubSequence) throws(StorageError) -> String {
    let opened = try answers.map(Self.accepted)
    guard opened.count > 1, case .text(let number) = opened[1].rows.cells.first else {
      throw .broken("a transaction without a number")
    }
    return number
  }

  private static func sum(_ answers: Connection.Answers.SubSequence) throws(StorageError) -> Outcome {
    var all = Outcome(changed: 0, rows: .none)
    for answer in answers {
      let one = try accepted(answer)
      all.changed += one.changed
      all.rows.width = max(all.rows.width, one.rows.width)
      all.rows.cells += one.rows.cells
    }
    return all
  }

  static func accepted(_ answer: Result<Outcome, Refusal>) throws(StorageError) -> Outcome {
    switch answer {
    case .success(let outcome): return outcome
    case .failure(let refusal): throw refusal.storageError
    }
  }
}
