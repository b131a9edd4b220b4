import Foundation
import Incidents
import Logging
import PostgresDriver
import ServiceLifecycle
import Storage
import Synchronization
import Web

/// One of several on a database: it serves where no other does, and stands by until then.
struct ServerNode: Sendable {
  let options: ServerOptions
  let listen: ListenAddress
  let sources: RunbookSources
  let database: PostgresDatabase
  let logger = Logger(label: "tocsin")

  /// Runs until it is told to stop.
  func run(_ ready: ServerReady?) async throws {
    let turn: PostgresDatabase.Turn
    do throws(StorageError) { turn = try database.takeTurn(as: own, lost: Fatal.takenOver) } catch {
      throw StartError("The database cannot be used: \(error).")
    }
    switch turn {
    case .ours: try await house().serve(ready: ready)
    case .of(let other): try await standBy(other, ready)
    }
  }

  /// As other nodes' people are told.
  private var own: ServingNode {
    let isEverywhere = ["0.0.0.0", "::"].contains(listen.host)
    return ServingNode(name: NodeName.own, address: options.origin ?? (isEverywhere ? "" : listen.origin))
  }

  private func house() async throws -> House {
    try await House.build(options, listen: listen, store: try await Store.over(database), sources: sources)
  }

  private func standBy(_ other: ServingNode, _ ready: ServerReady?) async throws {
    // Files are looked at anyway; what asks for it must not end a node that has nothing to read anew.
    if options.handlesSignals { signal(SIGHUP, SIG_IGN) }
    let standby = Standby(self, other)
    let door = try Door(standby.site)
    let stop = StopSwitch()
    let served = Mutex<House?>(nil)
    let application = Listening.application(door, on: listen, logger) { standby.begin() }
    let serving = Serving {
      try await turn(standby)
      let house = try await house()
      served.withLock { $0 = house }
      let site = try await house.prepared()
      try door.lead(to: site)
      standby.stop()
      await house.begin(stop, ready)
      return house.loops(site)
    }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [Loop(body: { await standby.run() }, stop: {}), serving, application],
        gracefulShutdownSignals: options.handlesSignals ? [.sigterm, .sigint] : [], logger: logger))
    stop.set { await group.triggerGracefulShutdown() }
    let result = await Self.outcome { try await group.run() }
    await standby.close()
    await served.withLock { $0 }?.close()
    if case .failure(let error) = result { throw Listening.startError(error, listen) }
  }

  private func turn(_ standby: Standby) async throws {
    try await database.serve(as: own, waiting: { standby.learn($0) }, lost: Fatal.takenOver)
  }

  private static func outcome(_ run: () async throws -> Void) async -> Result<Void, any Error> {
    do { return .success(try await run()) } catch { return .failure(error) }
  }
}

/// From the moment that this node may serve: what it is then made of, run until the server stops.
private struct Serving: Service {
  /// Returns the loops once it is this node's turn.
  let begun: @Sendable () async throws -> [any Service]

  func run() async throws {
    let loops: [any Service]
    do { loops = try await cancelWhenGracefulShutdown { try await begun() } } catch is CancellationError { return }
    var logger = Logger(label: "tocsin")
    logger.logLevel = .error
    try await ServiceGroup(configuration: ServiceGroupConfiguration(services: loops, logger: logger)).run()
  }
}
