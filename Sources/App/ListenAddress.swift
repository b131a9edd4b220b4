import Foundation

/// `HOST:PORT` as people write it, an IPv6 host in brackets.
struct ListenAddress: Sendable, Hashable {
  var host: String
  var port: Int

  init(_ text: String) throws {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    else { throw StartError("--listen \(text): write it as HOST:PORT, such as 127.0.0.1:7070.") }
    let host = text[..<colon]
    self.host =
      host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : String(host)
    self.port = port
    guard !self.host.isEmpty else { throw StartError("--listen \(text): the host is missing.") }
    if self.port == 0 { self.port = try Self.freePort() }
  }

  /// The address by which a browser on this machine reaches it.
  var origin: String {
    let reachable = host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host
    return "http://\(reachable.contains(":") ? "[\(reachable)]" : reachable):\(port)"
  }

  /// Port 0: one that is free now. Links must name the port before the server listens on it.
  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw StartError("No socket can be made.") }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
        bind(descriptor, general, size) == 0 && getsockname(descriptor, general, &size) == 0
      }
    }
    guard bound else { throw StartError("No free port was found.") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
