/// A mail address that can stand in a command and in a header without becoming another command or header.
struct MailAddress: Sendable, Hashable {
  var address: String
  /// The name before it, or empty.
  var name: String

  var domain: String { String(address.split(separator: "@").last ?? "localhost") }

  /// Reads `bo@example.org` or `Bo <bo@example.org>`; nil for anything with line breaks, spaces, quotes, angle brackets
  /// or characters outside ASCII inside the address.
  init?(_ text: String) {
    guard text.utf8.count <= 512, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    var address = Substring(text)
    var name = ""
    if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
      address = text[text.index(after: open)...].dropLast()
      name = singleLine(String(text[..<open]), limit: 100).replacing("\"", with: "")
    }
    guard MailAddress.isPlain(address) else { return nil }
    self.address = String(address)
    self.name = name
  }

  private static func isPlain(_ address: Substring) -> Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, address.utf8.count <= 254, (1...64).contains(parts[0].utf8.count), !parts[1].isEmpty,
      !address.hasPrefix("-"), !parts[1].hasPrefix("-"), !parts[1].hasPrefix("."), !address.contains("..")
    else { return false }
    let forbidden = Array("<>()[]\\,;:\"".utf8)
    return address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) }
  }

  /// As a header has it: `"Bo" <bo@example.org>`.
  var header: String {
    guard !name.isEmpty else { return address }
    let isPlain = name.utf8.allSatisfy { $0 < 0x7F && $0 != 0x5C }
    return isPlain ? "\"\(name)\" <\(address)>" : "\(encodedWord(name, separator: "\r\n ")) <\(address)>"
  }
}
