import Foundation

/// One request to a server on this machine over a plain socket. (URLSession on Linux refuses chromedriver's headers.)
enum LoopbackHTTP {
  struct Answer: Sendable {
    var status: Int
    var body: Data
  }

  static func send(
    _ method: String, port: UInt16, path: String, body: Data = Data(), token: String? = nil
  ) async throws -> Answer {
    try await onOwnThread {
      let socket = try connect(to: port)
      defer { close(socket) }
      var request = Data("\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n".utf8)
      if let token { request += Data("Authorization: Bearer \(token)\r\n".utf8) }
      request += Data("Content-Type: application/json; charset=utf-8\r\nContent-Length: \(body.count)\r\n\r\n".utf8)
      try write(request + body, to: socket)
      let (head, answer) = try receive(from: socket)
      return Answer(status: head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0, body: answer)
    }
  }

  private static func connect(to port: UInt16) throws -> Int32 {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 90, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw BrowserError(description: "nothing listens on port \(port)") }
    return socket
  }

  static func write(_ data: Data, to socket: Int32) throws {
    var rest = data[...]
    while !rest.isEmpty {
      let count = again { rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) } }
      guard count > 0 else { throw BrowserError(description: "the connection broke while sending: \(reason())") }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads a request or an answer until the announced length is there, or the other side closes.
  static func receive(from socket: Int32) throws -> (head: String, body: Data) {
    var received = Data()
    let blank = Data("\r\n\r\n".utf8)
    while true {
      let end = received.range(of: blank)
      let head = end.map { String(decoding: received[..<$0.lowerBound], as: UTF8.self) }
      if let end, let head {
        let body = received[end.upperBound...]
        let length = head.firstMatch(of: #/(?i)content-length: *(\d+)/#).flatMap { Int($0.1) }
        if let length, body.count >= length { return (head, Data(body.prefix(length))) }
        guard let more = try part(of: socket) else { return (head, Data(body)) }
        received += more
      } else if let more = try part(of: socket) {
        received += more
      } else {
        throw BrowserError(description: "the connection closed without an answer")
      }
    }
  }

  /// What came next; nil once the other side has closed. That nothing came in time is another thing, and said so.
  private static func part(of socket: Int32) throws -> Data? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = again { recv(socket, &buffer, buffer.count, 0) }
    if count > 0 { return Data(buffer.prefix(count)) }
    if count == 0 { return nil }
    throw BrowserError(description: "no answer: \(reason())")
  }

  /// A call that a signal cut short is made again: with a limit of time the kernel does not do so by itself.
  private static func again(_ call: () -> Int) -> Int {
    while true {
      let count = call()
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private static func reason() -> String {
    errno == EAGAIN ? "nothing came in time" : String(cString: strerror(errno))
  }
}

/// Runs blocking work on a thread of its own, so that other tests keep the threads of the pool.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
  }
}
