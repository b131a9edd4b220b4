import Engine
import Foundation
import Hummingbird
import Incidents
import Logging
import ServiceLifecycle
import Storage
import Synchronization
import Web

/// What is told once a server takes alerts.
package typealias ServerReady = @Sendable (RunningServer) async -> Void

/// Running the house: its loops, its web, its signals, and an end in order.
extension House {
  func serve(ready: ServerReady?) async throws {
    let stop = StopSwitch()
    let site = try await prepared()
    let door = try Door(site)
    let application = Listening.application(door, on: listen, logger) { await begin(stop, ready) }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: loops(site) + [application],
        gracefulShutdownSignals: options.handlesSignals ? [.sigterm, .sigint] : [], logger: logger))
    stop.set { await group.triggerGracefulShutdown() }
    let failure: (any Error)?
    do {
      try await group.run()
      failure = nil
    } catch {
      failure = Listening.startError(error, listen)
    }
    await close()
    if let failure { throw failure }
  }

  /// Everything that comes before the first request and the first look of a loop: what other nodes took while this one
  /// was not there is counted first.
  func prepared() async throws -> Site {
    connectChannels()
    try await applyRules()
    warnOfHoles()
    await inbox.begin()
    return try await site()
  }

  /// Says that this server serves.
  func begin(_ stop: StopSwitch, _ ready: ServerReady?) async {
    do {
      let server = try await announce(stop: stop)
      systemd.ready()
      if let ready { await ready(server) } else { Self.say(server) }
    } catch {
      logger.critical("the server could not be announced", metadata: ["error": "\(error)"])
      await stop.throwIt()
    }
  }

  /// What was accepted is written before the store is let go.
  func close() async {
    systemd.stopping()
    aftermath.stop()
    await decisions.writer.stop()
    await http.shutdown()
    LocalAccess.remove(from: options.data)
  }

  private func announce(stop: StopSwitch) async throws -> RunningServer {
    let address = listen.origin
    let access = try await localToken()
    try FileManager.default.createDirectory(
      atPath: options.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try LocalAccess(address: address, token: access, pid: ProcessInfo.processInfo.processIdentifier)
      .write(to: options.data)
    return RunningServer(
      address: address, setupLink: try await setupLink(), token: access,
      stop: { await stop.throwIt() })
  }

  /// A fresh token for this machine's command line; the one of the last start holds no more.
  private func localToken() async throws -> String {
    let token = Secrets.newToken()
    let old = try await store.database.read(TokenQueries.all).filter { $0.name == "local" && $0.revoked == nil }
    let now = clock.now()
    let made = ApiToken(id: ids.next(), name: "local", hash: Secrets.hash(token), scope: "admin", created: now)
    try await decisions.writer.submit(
      old.map { TokenStatements.revoke($0.id, at: now) } + [TokenStatements.create(made)])
    return token
  }

  /// On a first start, until somebody has an account.
  private func setupLink() async throws -> String? {
    guard try await store.database.read(AccountQueries.count).first == 0 else { return nil }
    let link = SetupLink.first(origin: origin, now: clock.now(), pace: options.pace)
    try await decisions.writer.submit(link.statements)
    return link.address
  }

  private static func say(_ server: RunningServer) {
    var text = "listening on \(server.address)\n"
    if let link = server.setupLink { text += "first start: choose a name and a password at \(link)\n" }
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// Ends the server from within; set once the group of services exists.
final class StopSwitch: Sendable {
  private let action = Mutex<(@Sendable () async -> Void)?>(nil)

  func set(_ stop: @escaping @Sendable () async -> Void) { action.withLock { $0 = stop } }
  func throwIt() async { await action.withLock { $0 }?() }
}
