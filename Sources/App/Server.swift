import Foundation
import Logging
import Storage

/// Everything in one process: the only place where all modules meet.
package enum Server {
  /// Runs until it is told to stop. Throws `StartError` when it cannot begin. `ready` is called once alerts are taken.
  package static func run(_ options: ServerOptions, ready: ServerReady? = nil) async throws {
    ProcessLimits.prepare()
    let listen = try ListenAddress(options.listen)
    let sources = RunbookSources(runbooks: options.runbooks, team: options.team, sampleTeam: options.sampleTeam)
    _ = try sources.read()
    if let address = options.database {
      let database = try StorePlace.connect(address)
      let node = ServerNode(options: options, listen: listen, sources: sources, database: database)
      defer { database.close() }
      return try await node.run(ready)
    }
    let store = try await Store.open(.folder(options.data))
    defer { store.database.close() }
    let house = try await House.build(options, listen: listen, store: store, sources: sources)
    try await house.serve(ready: ready)
  }
}

/// Why the process must end at once.
enum Fatal {
  /// Whether the last commit happened cannot be known; only a restart can tell.
  static func outcomeUnknown(_ error: StorageError, _ logger: Logger) {
    logger.critical(
      "the outcome of a commit is not known; stopping, so that a restart can tell", metadata: ["error": "\(error)"])
    exit(70)
  }

  /// Another node serves now; started again, this one stands by.
  static func takenOver() {
    FileHandle.standardError.write(Data("another node has taken over; this one ends\n".utf8))
    exit(75)
  }
}

/// What a long-running process asks of its system before anything else.
enum ProcessLimits {
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // Until the server takes signals itself there is nothing to drain.
    signal(SIGTERM) { _ in _exit(0) }
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
