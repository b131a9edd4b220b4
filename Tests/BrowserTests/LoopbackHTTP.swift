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
      let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw BrowserError(description: "the connection broke while sending") }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads a request or an answer until the announced length is there, or the other side closes.
  static func receive(from socket: Int32) throws -> (head: String, body: Data) {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 65536)
    let blank = Data("\r\n\r\n".utf8)
    while true {
      if let end = received.range(of: blank) {
        let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
        let body = received[end.upperBound...]
        let length = head.firstMatch(of: #/(?i)content-length: *(\d+)/#).flatMap { Int($0.1) }
        if let length, body.count >= length { return (head, Data(body.prefix(length))) }
        let count = recv(socket, &buffer, buffer.count, 0)
        if count <= 0 { return (head, Data(body)) }
        received.append(contentsOf: buffer.prefix(count))
      } else {
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { throw BrowserError(description: "the connection closed without an answer") }
        received.append(contentsOf: buffer.prefix(count))
      }
    }
  }
}

/// Runs blocking work on a thread of its own, so that other tests keep the threads of the pool.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
  }
}
