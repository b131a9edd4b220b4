import AsyncHTTPClient
import NIOCore
import NIOSSL
import Synchronization

/// Clients that connect to the very address that was checked, so that a name cannot resolve to another one in between.
///
/// The library pins a name to an address for a whole client, hence one for each pair. There are few receivers; beyond
/// 64 pairs a plain client serves, whose own lookup follows at once on the checked one.
final class PinnedClients: Sendable {
  private static let limit = 64

  private struct State {
    var clients: [String: HTTPClient] = [:]
  }

  private let group: any EventLoopGroup
  private let trustRoots: String?
  private let plain: HTTPClient
  private let state = Mutex(State())

  init(group: any EventLoopGroup, trustRoots: String?) {
    self.group = group
    self.trustRoots = trustRoots
    plain = HTTPClient(
      eventLoopGroup: group, configuration: PinnedClients.configuration(trustRoots: trustRoots, pin: [:]))
  }

  /// The library stops the process when a client is let go while open.
  deinit {
    for client in state.withLock({ Array($0.clients.values) }) + [plain] { client.shutdown { _ in } }
  }

  func client(for host: String, at address: IPAddress) -> HTTPClient {
    guard host != address.text else { return plain }
    return state.withLock { state in
      let key = "\(host) \(address.text)"
      if let client = state.clients[key] { return client }
      guard state.clients.count < PinnedClients.limit else { return plain }
      let configuration = PinnedClients.configuration(trustRoots: trustRoots, pin: [host: address.text])
      let client = HTTPClient(eventLoopGroup: group, configuration: configuration)
      state.clients[key] = client
      return client
    }
  }

  func shutdown() async {
    let all = state.withLock { state in
      defer { state.clients = [:] }
      return Array(state.clients.values)
    }
    for client in all + [plain] { try? await client.shutdown() }
  }

  private static func configuration(trustRoots: String?, pin: [String: String]) -> HTTPClient.Configuration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let trustRoots { tls.additionalTrustRoots = [.file(trustRoots)] }
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: tls, redirectConfiguration: .disallow,
      timeout: .init(connect: .seconds(5), read: .seconds(10)))
    configuration.dnsOverride = pin
    configuration.httpVersion = .http1Only
    // A refused connection is an answer: the page's own retry, or the next way to reach the person, decides.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    configuration.connectionPool.idleTimeout = .seconds(30)
    return configuration
  }
}
