import Channels

/// What a server is started with.
package struct ServerOptions: Sendable {
  /// Paths of the runbooks, the first one the default for alerts that fit none.
  package var runbooks: [String]
  /// Path of the team file; nil: `tocsin.yaml` beside the first runbook, if it is there.
  package var team: String?
  /// Folder of the store; made at need.
  package var data: String
  /// Address of a PostgreSQL database that holds the store instead of the folder.
  package var database: String?
  /// `HOST:PORT`; port 0 takes a free one.
  package var listen: String
  /// Seconds of the clock that pass in one real second; 1 in service.
  package var pace: Double
  /// Address under which people reach this server; nil: the one that it listens on.
  package var origin: String?
  /// Whether a runbook without a team file gets sample people, in a demo.
  package var sampleTeam: Bool
  /// Where the console channel prints pages; nil: standard output.
  package var console: (@Sendable (String) -> Void)?
  /// How webhooks of followers are called; nil: over the net, and nothing inside the own network.
  package var hook: StatusHook?
  /// Whether the process's signals are this server's: SIGTERM drains, SIGHUP re-reads.
  package var handlesSignals: Bool

  package init(
    runbooks: [String], team: String? = nil, data: String = "./tocsin-data", database: String? = nil,
    listen: String = "127.0.0.1:7070", pace: Double = 1, origin: String? = nil, sampleTeam: Bool = false,
    console: (@Sendable (String) -> Void)? = nil, handlesSignals: Bool = true
  ) {
    self.runbooks = runbooks
    self.team = team
    self.data = data
    self.database = database
    self.listen = listen
    self.pace = pace
    self.origin = origin
    self.sampleTeam = sampleTeam
    self.console = console
    self.handlesSignals = handlesSignals
  }
}

/// A server that takes alerts.
package struct RunningServer: Sendable {
  /// `http://127.0.0.1:7070`
  package var address: String
  /// The one-time link of a first start; nil once an account exists.
  package var setupLink: String?
  /// Token with which a program on this machine may act; also in the data folder's `server.json`.
  package var token: String
  /// Drains and ends the server.
  package var stop: @Sendable () async -> Void
}
