import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Web

/// The listening address: whatever the door leads to answers on it.
enum Listening {
  static func application(
    _ door: Door, on listen: ListenAddress, _ logger: Logger, running: @escaping @Sendable () async -> Void
  ) -> some ApplicationProtocol {
    // How long a connection may be idle is the front door's matter.
    let connections = HTTP1Channel.Configuration(additionalChannelHandlers: [FrontDoor(door)])
    // The web library's own remarks are of use to us only.
    var quiet = logger
    quiet.logLevel = .error
    return Application(
      responder: door, server: .http1(configuration: connections),
      configuration: ApplicationConfiguration(
        address: .hostname(listen.host, port: listen.port), serverName: nil, backlog: 1_024,
        availableConnectionsDelegate: MaximumAvailableConnections(10_000)),
      onServerRunning: { _ in await running() }, logger: quiet)
  }

  static func startError(_ error: any Error, _ listen: ListenAddress) -> any Error {
    let text = "\(error)"
    guard text.contains("Address already in use") || text.contains("errno: 98") else { return error }
    return StartError(
      "\(listen.host):\(listen.port) is in use by another program. Give another address with --listen.")
  }
}
