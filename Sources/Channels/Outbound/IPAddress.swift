import NIOCore

/// An address of the network as bytes, four or sixteen of them, for judging.
struct IPAddress: Sendable, Hashable {
  var bytes: [UInt8]
  /// As the connection is told: `192.0.2.1`, `2001:db8::1`.
  var text: String

  /// nil for what is no literal address.
  init?(_ text: String) {
    guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
    self.init(address)
  }

  init?(_ address: SocketAddress) {
    switch address {
    case .v4(let v4): bytes = withUnsafeBytes(of: v4.address.sin_addr) { Array($0) }
    case .v6(let v6): bytes = withUnsafeBytes(of: v6.address.sin6_addr) { Array($0) }
    case .unixDomainSocket: return nil
    }
    guard let text = address.ipAddress else { return nil }
    self.text = text
  }

  enum Kind: Sendable, Hashable {
    case anywhere
    /// Private, shared, unique-local: inside somebody's network.
    case inside
    case loopback
    /// Link-local, multicast, unspecified, or where clouds answer with a machine's credentials. Never a receiver.
    case forbidden
  }

  var kind: Kind { bytes.count == 4 ? kindOfV4(bytes) : kindOfV6 }

  /// IPv4 addresses hide inside IPv6 ones in several forms; each is judged by what it carries.
  private var kindOfV6: Kind {
    guard bytes.count == 16 else { return .forbidden }
    let last = Array(bytes[12...])
    let leadingZeros = bytes.prefix { $0 == 0 }.count
    if leadingZeros == 16 { return .forbidden }
    if leadingZeros == 15, bytes[15] == 1 { return .loopback }
    if leadingZeros >= 12 { return kindOfV4(last) }  // ::192.0.2.1
    if leadingZeros == 10, bytes[10] == 0xFF, bytes[11] == 0xFF { return kindOfV4(last) }  // ::ffff:192.0.2.1
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return kindOfV4(last) }  // NAT64, RFC 6052
    if bytes.starts(with: [0x20, 0x02]) { return kindOfV4(Array(bytes[2..<6])) }  // 6to4, RFC 3056
    if bytes.starts(with: [0xFD, 0x00, 0x0E, 0xC2]) { return .forbidden }  // fd00:ec2::254, EC2's metadata
    switch bytes[0] {
    case 0xFE: return bytes[1] & 0xC0 == 0x80 ? .forbidden : .inside
    case 0xFF: return .forbidden
    case 0xFC, 0xFD: return .inside
    default: return .anywhere
    }
  }
}

private func kindOfV4(_ bytes: [UInt8]) -> IPAddress.Kind {
  guard bytes.count == 4 else { return .forbidden }
  switch (bytes[0], bytes[1]) {
  case (127, _): return .loopback
  case (0, _), (169, 254), (224..., _): return .forbidden
  case (100, 64...127): return bytes == [100, 100, 100, 200] ? .forbidden : .inside  // RFC 6598; Alibaba's metadata
  case (10, _), (172, 16...31), (192, 168), (198, 18...19): return .inside
  default: return .anywhere
  }
}
