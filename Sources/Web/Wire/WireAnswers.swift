import Foundation
import Incidents
import NIOCore
import NIOHTTP1

/// Answers as the router's have them: the same headers, made once for each connection.
final class WireAnswers {
  private let fixed: HTTPHeaders
  private var date = (second: Int64.min, text: "")

  init(isSecure: Bool) {
    fixed = HTTPHeaders(
      HeadersMiddleware.fixed(isSecure: isSecure) + [
        ("cross-origin-resource-policy", "same-origin"), ("cache-control", "no-store"),
      ])
  }

  /// Head, body and end in one go.
  func write(
    _ status: HTTPResponseStatus, _ body: [UInt8], to context: ChannelHandlerContext,
    _ wrap: (HTTPServerResponsePart) -> NIOAny
  ) {
    var headers = fixed
    headers.add(name: "content-length", value: String(body.count))
    if !body.isEmpty { headers.add(name: "content-type", value: "application/json") }
    headers.add(name: "date", value: today())
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrap(.head(head)), promise: nil)
    if !body.isEmpty {
      context.write(wrap(.body(.byteBuffer(context.channel.allocator.buffer(bytes: body)))), promise: nil)
    }
    context.writeAndFlush(wrap(.end(nil)), promise: nil)
  }

  /// `Sat, 14 Feb 2026 03:46:00 GMT` (RFC 9110, 5.6.7), written once a second.
  private func today() -> String {
    let second = Int64(Date().timeIntervalSince1970)
    if second != date.second { date = (second, StatusWords.httpDate(Timestamp(microseconds: second * 1_000_000))) }
    return date.text
  }
}
