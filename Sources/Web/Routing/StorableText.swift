import Foundation

/// No database keeps a NUL within text (both cut it there), so what people and programs send is cleared of it where it
/// comes in: U+FFFD stands in its place. Alerts have a reader of their own, which refuses it.
enum StorableText {
  static let replacement = "\u{FFFD}"

  static func of(_ text: String) -> String {
    text.utf8.contains(0) ? text.replacing("\0", with: replacement) : text
  }

  /// JSON whose texts hold none: `\u0000` becomes `\ufffd`, of the same length. A backslash before a backslash begins no
  /// such sign. https://www.rfc-editor.org/rfc/rfc8259#section-7
  static func json(_ bytes: [UInt8]) -> Data {
    var (data, at) = (bytes, 0)
    while at < data.count {
      if data[at] == UInt8(ascii: "\\"), data[(at + 1)...].prefix(5).elementsEqual("u0000".utf8) {
        data.replaceSubrange((at + 2)..<(at + 6), with: "fffd".utf8)
      }
      at += data[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return Data(data)
  }
}

extension Visit {
  /// The body, to be decoded as JSON.
  var json: Data { StorableText.json(body) }
}
