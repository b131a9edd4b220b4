/// What each transaction of a writer leaves behind, so that it can be known whether it was committed when the answer to
/// COMMIT is lost. Its number alone does not tell: a server that fails before a transaction reached the disk gives the
/// same number out again, and then calls it committed for another's sake.
struct CommitMark: Sendable, Hashable {
  /// Of one session in one process.
  let writer: String
  let number: Int64

  static let table = """
    CREATE TABLE IF NOT EXISTS commit_mark (
      writer text PRIMARY KEY, number bigint NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())
    """
  /// Of processes that are long gone.
  static let tidy = "DELETE FROM commit_mark WHERE at < clock_timestamp() - interval '1 day'"
  static let put = """
    INSERT INTO commit_mark (writer, number) VALUES ($1, $2) \
    ON CONFLICT (writer) DO UPDATE SET number = excluded.number, at = excluded.at
    """
  static let read = "SELECT number FROM commit_mark WHERE writer = $1"
}
