import Foundation
import Synchronization
import Testing

/// A receiver of webhooks on this machine: keeps what was posted to it and answers 200.
final class PageSink: Sendable {
  let port: UInt16
  private let listener: Int32
  private let bodies = Mutex<[Data]>([])
  private let arrived = DispatchSemaphore(value: 0)

  init() throws {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 16) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isBound else { throw BrowserError(description: "no port for the sink") }
    (listener, port) = (socket, UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      // Ends when the listener is shut down.
      while case let connection = accept(socket, nil, nil), connection >= 0 { self?.take(connection) }
      close(socket)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private func take(_ connection: Int32) {
    defer { close(connection) }
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    guard let (_, body) = try? LoopbackHTTP.receive(from: connection) else { return }
    let answer = Data("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
    try? LoopbackHTTP.write(answer, to: connection)
    bodies.withLock { $0.append(body) }
    arrived.signal()
  }

  /// The next page's `data`, at most 30 s later.
  func next() async throws -> [String: Any] {
    let body = try await onOwnThread { [self] in
      guard arrived.wait(timeout: .now() + 30) == .success else {
        throw BrowserError(description: "no page came to the sink within 30 s")
      }
      return bodies.withLock { $0.removeFirst() }
    }
    let message = try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
    return try #require(message["data"] as? [String: Any])
  }
}
