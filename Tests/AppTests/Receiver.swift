import Foundation
import Synchronization

/// A receiver of webhooks on this machine, over plain sockets: keeps what it was sent, says a challenge back.
final class Receiver: Sendable {
  struct Request: Sendable {
    var path: String
    var headers: [String: String]
    var body: Data

    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
  }

  let port: UInt16
  /// In the order in which they came; ends with the receiver.
  let requests: AsyncStream<Request>
  private let came: AsyncStream<Request>.Continuation
  private let listener: Int32

  struct NoPort: Error {}

  init() throws {
    (requests, came) = AsyncStream<Request>.makeStream()
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
    guard isBound else { throw NoPort() }
    (listener, port) = (socket, UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [came] in
      while case let connection = accept(socket, nil, nil), connection >= 0 { Self.serve(connection, came) }
      close(socket)
      came.finish()
    }
  }

  func end() { shutdown(listener, Int32(SHUT_RDWR)) }

  private static func serve(_ connection: Int32, _ came: AsyncStream<Request>.Continuation) {
    defer { close(connection) }
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    guard let request = read(connection) else { return }
    let said = Data((request.json["challenge"] as? String ?? "").utf8)
    let head = "HTTP/1.1 200 OK\r\nContent-Length: \(said.count)\r\nConnection: close\r\n\r\n"
    let answer = Array(head.utf8) + said
    _ = answer.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    came.yield(request)
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes = Data()
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < 1 << 20 {
      if let request = request(bytes) { return request }
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      bytes.append(contentsOf: chunk.prefix(count))
    }
    return nil
  }

  /// nil until all of it is there.
  private static func request(_ bytes: Data) -> Request? {
    guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    let body = bytes[end.upperBound...]
    guard let length = Int(headers["content-length"] ?? "0"), body.count >= length else { return nil }
    let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    return Request(path: path, headers: headers, body: Data(body))
  }
}
