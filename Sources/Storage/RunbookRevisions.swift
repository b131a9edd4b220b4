import Incidents

/// The text of a runbook as it was read once. Incidents pin one, so none is ever changed.
package struct RunbookRevision: Sendable, Hashable {
  package var id: Int64
  package var path: String
  /// SHA-256 of the text, in hexadecimal.
  package var digest: String
  package var source: [UInt8]
  /// Where the runbook is several files: which bytes of the source are whose, and what else stands beside them.
  package var files: RevisionFiles?
  package var readAt: Timestamp

  package init(
    id: Int64, path: String, digest: String, source: [UInt8], files: RevisionFiles? = nil, readAt: Timestamp
  ) {
    self.id = id
    self.path = path
    self.digest = digest
    self.source = source
    self.files = files
    self.readAt = readAt
  }
}

/// The files of a runbook that is a folder, or a document with those that it links to.
package struct RevisionFiles: Sendable, Hashable, Codable {
  package struct File: Sendable, Hashable, Codable {
    package var path: String
    /// Bytes of the source, in the order of the list.
    package var length: Int
    package init(path: String, length: Int) {
      self.path = path
      self.length = length
    }
  }
  package var files: [File]
  /// The document that the others belong to, where it was named.
  package var main: String?
  /// Other files that links may lead to.
  package var others: [String]

  package init(files: [File], main: String?, others: [String]) {
    self.files = files
    self.main = main
    self.others = others
  }
}

package enum RunbookQueries {
  package static func byId(_ id: Int64) -> Query<RunbookRevision> { select("WHERE id = $1", [.int(id)]) }

  package static func byDigest(_ digest: String) -> Query<RunbookRevision> {
    select("WHERE digest = $1", [.text(digest)])
  }

  private static func select(_ tail: String, _ arguments: [Value]) -> Query<RunbookRevision> {
    Query("SELECT id, path, digest, source, files, read_at FROM runbook_revision \(tail)", arguments) {
      row throws(StorageError) in
      RunbookRevision(
        id: try row.int(0), path: try row.text(1), digest: try row.text(2), source: try row.bytes(3),
        files: try StoredJSON.files(try row.text(4)), readAt: try row.time(5))
    }
  }
}

package enum RunbookStatements {
  /// Keeps a revision; a text that is known already stays under its first identifier (read it by its digest after).
  package static func keep(_ revision: RunbookRevision) -> Statement {
    Statement(
      """
      INSERT INTO runbook_revision (id, path, digest, source, files, read_at) VALUES ($1, $2, $3, $4, $5, $6) \
      ON CONFLICT (digest) DO NOTHING
      """,
      [
        [
          .int(revision.id), .text(revision.path), .text(revision.digest), .bytes(revision.source),
          .text(StoredJSON.text(of: revision.files)), .time(revision.readAt),
        ]
      ])
  }
}
