import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers, by kind.
enum Reply {
  static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
    bytes(html.bytes, type: "text/html; charset=utf-8", status: status)
  }

  static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
  }

  /// JSON that is written already.
  static func written(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Reply.bytes(bytes, type: "application/json", status: status)
  }

  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return written(Array(try encoder.encode(value)), status: status)
  }

  /// After an act: the browser fetches the page anew, so that reloading does not act again.
  static func seeOther(_ target: String) -> Response {
    var response = Response(status: .seeOther)
    response.headers[.location] = target
    return response
  }

  static func bytes(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) -> Response {
    var response = Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    response.headers[.contentType] = type
    return response
  }
}

/// A failure in the words of those who asked.
extension Failure {
  func reply(_ tongue: Tongue, page: (Notice) -> HTML) -> Response {
    var response =
      switch tongue {
      case .page: location.map(Reply.seeOther) ?? Reply.page(page(notice), status: status)
      case .api: Reply.written(jsonBody, status: status == .seeOther ? .unauthorized : status)
      case .alertmanager: AlertmanagerReply.text(notice.words, status)
      case .opsgenie: OpsgenieReply.refused(status, notice.words)
      case .plain: Reply.text(notice.words + "\n", status: status == .seeOther ? .unauthorized : status)
      }
    if let allowed { response.headers[.allow] = allowed }
    if let retryAfterSeconds { response.headers[.retryAfter] = String(retryAfterSeconds) }
    if status == .unauthorized, tongue != .page { response.headers[.wwwAuthenticate] = "Bearer" }
    return response
  }

  private var jsonBody: [UInt8] {
    struct Body: Encodable {
      struct Details: Encodable {
        var code: String
        var message: String
      }
      var error: Details
    }
    let body = Body(error: .init(code: code, message: notice.words))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(body)).map { Array($0) } ?? []
  }
}
