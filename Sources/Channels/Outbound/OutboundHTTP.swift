import AsyncHTTPClient
import Incidents
import NIOCore
import NIOPosix

/// The one way out for every request to a provider: it checks where a request goes, follows no redirect, waits ten
/// seconds in all, reads at most 64 KiB of the answer, and knows whether anything was sent.
package final class OutboundHTTP: Sendable {
  static let answerLimit = 65_536

  /// The wall's time, for signatures and `Retry-After`.
  package let now: @Sendable () -> Timestamp
  private let group: any EventLoopGroup
  private let allowPrivate: Bool
  private let limit: TimeAmount
  private let resolver = Resolver()
  private let clients: PinnedClients

  /// - Parameters:
  ///   - allowPrivate: whether addresses inside the own network and on this machine may be called; self-hosted
  ///     receivers need it. Link-local and metadata addresses are refused in any case.
  ///   - trustRoots: a PEM file of certificate authorities trusted beside the system's.
  ///   - limit: the time for a whole request, its answer included.
  ///   - now: the wall's time, also where a demo's clock runs faster: receivers check signatures against it.
  package init(
    group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton, allowPrivate: Bool = true,
    trustRoots: String? = nil, limit: TimeAmount = .seconds(10),
    now: @escaping @Sendable () -> Timestamp = { WallTime.now() }
  ) {
    self.group = group
    self.allowPrivate = allowPrivate
    self.limit = limit
    self.now = now
    clients = PinnedClients(group: group, trustRoots: trustRoots)
  }

  /// Ends all connections and waits for it.
  package func shutdown() async { await clients.shutdown() }

  func send(_ request: OutboundRequest) async -> OutboundResult {
    let attempt = OutboundAttempt()
    let late: @Sendable () -> OutboundResult = { [limit] in
      attempt.result(after: "no answer within \(limit.nanoseconds / 1_000_000_000) s")
    }
    return await within(limit, on: group.any(), late: late) { [self] in
      await checked(request, attempt)
    }
  }

  private func checked(_ request: OutboundRequest, _ attempt: OutboundAttempt) async -> OutboundResult {
    let address: WebAddress
    do {
      address = try WebAddress(request.url)
    } catch {
      return .refused(error.reason)
    }
    if let header = request.headers.first(where: { !$0.isSafe }) {
      return .refused("the header \(header.name) holds a line break or another control character")
    }
    let addresses = await resolver.addresses(of: address.host)
    guard !addresses.isEmpty else { return .notSent("the name \(address.host) has no address") }
    guard addresses.allSatisfy(isAllowed) else {
      return .refused("the address \(address.host) leads where pages may not be sent")
    }
    return await perform(request, host: address.host, addresses.prefix(3), attempt)
  }

  private func isAllowed(_ address: IPAddress) -> Bool {
    switch address.kind {
    case .anywhere: true
    case .inside, .loopback: allowPrivate
    case .forbidden: false
    }
  }

  /// Connects to the checked addresses in turn, until one lets the request out.
  private func perform(
    _ request: OutboundRequest, host: String, _ addresses: ArraySlice<IPAddress>, _ attempt: OutboundAttempt
  ) async -> OutboundResult {
    var result = OutboundResult.notSent("no connection")
    for address in addresses where !Task.isCancelled {
      let client = clients.client(for: host, at: address)
      result = await attempt.run(request, with: client, deadline: .now() + limit, now: now)
      guard case .notSent = result else { return result }
    }
    return result
  }
}

extension OutboundRequest.Header {
  fileprivate var isSafe: Bool { value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 } }
}
