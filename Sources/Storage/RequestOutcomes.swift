import Incidents

/// What became of a request whose sender may ask later, or send it again: kept over a restart.
package struct RequestOutcome: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// Its sender does not sign the time, so that a request counts once.
    case sentry
    /// Its clients ask by the request's identifier.
    case opsgenie
  }

  package static let kept = Span.days(7)

  package var id: String
  package var kind: Kind
  package var integration: Int64
  package var at: Timestamp
  /// JSON of the vendor's own fields, or empty.
  package var outcome: String

  package init(id: String, kind: Kind, integration: Int64, at: Timestamp, outcome: String = "") {
    self.id = id
    self.kind = kind
    self.integration = integration
    self.at = at
    self.outcome = outcome
  }
}

package enum RequestQueries {
  /// The request of that identifier that came in by this key.
  package static func one(_ id: String, _ kind: RequestOutcome.Kind, of integration: Int64) -> Query<RequestOutcome> {
    Query(
      "SELECT id, kind, integration, at, outcome FROM request_outcome WHERE id = $1 AND kind = $2 AND integration = $3",
      [.text(id), .text(kind.rawValue), .int(integration)]
    ) { row throws(StorageError) in
      RequestOutcome(
        id: try row.text(0), kind: try row.named(1), integration: try row.int(2), at: try row.time(3),
        outcome: try row.text(4))
    }
  }
}

package enum RequestStatements {
  /// Keeps one, and lets go of those that nobody asks for any more.
  package static func keep(_ request: RequestOutcome) -> [Statement] {
    [
      Statement(
        """
        INSERT INTO request_outcome (id, kind, integration, at, outcome) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (id) DO NOTHING
        """,
        [
          [
            .text(request.id), .text(request.kind.rawValue), .int(request.integration), .time(request.at),
            .text(request.outcome),
          ]
        ]),
      Statement(
        "DELETE FROM request_outcome WHERE at < $1", [[.time(request.at - RequestOutcome.kept)]]),
    ]
  }
}
