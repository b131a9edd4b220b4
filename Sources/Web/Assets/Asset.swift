import Crypto
import Incidents

/// A file that the pages need, kept in the program itself: the binary is one file, and nothing is fetched elsewhere.
struct Asset: Sendable {
  let name: String
  let type: String
  let bytes: [UInt8]
  /// Changes with the content, so that a browser may keep it for ever.
  let address: String

  init(name: String, type: String, text: String) {
    self.name = name
    self.type = type
    bytes = Array(text.utf8)
    let digest = SHA256.hash(data: bytes).prefix(6).map { padded(hex: $0) }.joined()
    address = "/assets/\(digest)/\(name)"
  }

  static let styles = Asset(name: "tocsin.css", type: "text/css; charset=utf-8", text: Styles.all)
  static let script = Asset(name: "tocsin.js", type: "text/javascript; charset=utf-8", text: Script.all)
  static let icon = Asset(
    name: "icon.svg", type: "image/svg+xml",
    text: """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" \
      fill="#14191B"/><g fill="#FFFFFF"><rect x="6" y="6" width="3.4" height="20"/><rect x="11.6" y="10" width="3.4" \
      height="16"/><rect x="17.2" y="14" width="3.4" height="12"/><rect x="22.8" y="18" width="3.4" height="8"/></g></svg>
      """)
  static let all = [styles, script, icon]
}

/// The one style sheet, in the order of the cascade.
enum Styles {
  static let all = [
    ground, frame, parts, drawings, pages, readings, publicPages, drill, wider, more, beside, onCall, room, review,
    places, print,
  ].joined(separator: "\n")
}

func padded(hex byte: UInt8) -> String {
  let digits = String(byte, radix: 16)
  return digits.count == 1 ? "0" + digits : digits
}
