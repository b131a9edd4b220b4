import Foundation
import Incidents
import NIOCore
import NIOHTTP1

/// Answers as the router's have them, as bytes: what is the same for a second is written out once.
final class WireAnswers {
  private let fixed: String
  private var heads: [UInt: (second: Int64, bytes: [UInt8])] = [:]

  init(isSecure: Bool) {
    let same =
      HeadersMiddleware.fixed(isSecure: isSecure) + [
        ("cross-origin-resource-policy", "same-origin"), ("cache-control", "no-store"),
      ]
    fixed = same.map { "\($0.0): \($0.1)\r\n" }.joined()
  }

  /// Head and body of one answer of HTTP/1.1 on a connection that stays (RFC 9112).
  func bytes(_ status: HTTPResponseStatus, _ body: [UInt8], _ allocator: ByteBufferAllocator) -> ByteBuffer {
    let head = head(status)
    var buffer = allocator.buffer(capacity: head.count + body.count + 80)
    buffer.writeBytes(head)
    if !body.isEmpty { buffer.writeStaticString("content-type: application/json\r\n") }
    buffer.writeStaticString("content-length: ")
    buffer.writeString(String(body.count))
    buffer.writeStaticString("\r\n\r\n")
    buffer.writeBytes(body)
    return buffer
  }

  /// With the date: `Sat, 14 Feb 2026 03:46:00 GMT` (RFC 9110, 5.6.7).
  private func head(_ status: HTTPResponseStatus) -> [UInt8] {
    let second = Int64(Date().timeIntervalSince1970)
    if let known = heads[status.code], known.second == second { return known.bytes }
    let date = StatusWords.httpDate(Timestamp(microseconds: second * 1_000_000))
    let bytes = Array("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n\(fixed)date: \(date)\r\n".utf8)
    heads[status.code] = (second, bytes)
    return bytes
  }
}
