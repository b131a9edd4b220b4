import NIOCore
import NIOPosix
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the addresses of a host, all of them, and remembers them for half a minute.
final class Resolver: Sendable {
  private struct Known {
    var addresses: [IPAddress]
    var until: NIODeadline
  }

  private let known = Mutex<[String: Known]>([:])

  /// Empty when the name has no address.
  func addresses(of host: String) async -> [IPAddress] {
    if let literal = IPAddress(host) { return [literal] }
    let now = NIODeadline.now()
    if let found = known.withLock({ $0[host] }), found.until > now { return found.addresses }
    // A thread of its own pool: the system's resolver blocks, for seconds when a name server is away.
    let addresses = (try? await NIOThreadPool.singleton.runIfActive { Resolver.lookUp(host) }) ?? []
    if !addresses.isEmpty { remember(host, Known(addresses: addresses, until: now + .seconds(30))) }
    return addresses
  }

  private func remember(_ host: String, _ entry: Known) {
    known.withLock { known in
      if known.count >= 256 { known.removeAll() }
      known[host] = entry
    }
  }

  private static func lookUp(_ host: String) -> [IPAddress] {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = streamSocket
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var addresses: [IPAddress] = []
    var next = list
    while let entry = next {
      if let address = address(of: entry.pointee), !addresses.contains(address) { addresses.append(address) }
      next = entry.pointee.ai_next
    }
    return addresses
  }

  private static func address(of entry: addrinfo) -> IPAddress? {
    guard let raw = UnsafeRawPointer(entry.ai_addr) else { return nil }
    switch entry.ai_family {
    case AF_INET: return IPAddress(SocketAddress(raw.loadUnaligned(as: sockaddr_in.self)))
    case AF_INET6: return IPAddress(SocketAddress(raw.loadUnaligned(as: sockaddr_in6.self)))
    default: return nil
    }
  }
}

#if canImport(Glibc)
  private let streamSocket = Int32(SOCK_STREAM.rawValue)
#else
  private let streamSocket = Int32(SOCK_STREAM)
#endif
