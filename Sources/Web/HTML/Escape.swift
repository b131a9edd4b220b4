/// Escaping by type: everything that is not a literal of ours goes through here.
enum Escape {
  /// Appends `text` so that it is inert both between tags and inside a double-quoted attribute.
  /// Controls become U+FFFD, and marks that turn the direction of text are shown by name: a command that reads
  /// otherwise than it runs (CVE-2021-42574) must not look harmless.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      var index = 0
      while index < utf8.count {
        index += append(utf8, at: index, to: &bytes)
      }
    }
  }

  /// Returns how many bytes of the text were used.
  private static func append(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int, to bytes: inout [UInt8]) -> Int {
    let byte = utf8[index]
    switch byte {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
    case 0x09, 0x0A, 0x0D: bytes.append(byte)
    case 0..<0x20, 0x7F: bytes.append(contentsOf: "\u{FFFD}".utf8)
    case 0xE2:
      if let name = turningMark(utf8, at: index) {
        bytes.append(contentsOf: "[\(name)]".utf8)
        return 3
      }
      bytes.append(byte)
    default: bytes.append(byte)
    }
    return 1
  }

  /// U+202A…U+202E (embeddings and overrides) and U+2066…U+2069 (isolates).
  private static func turningMark(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> String? {
    guard index + 2 < utf8.count else { return nil }
    switch (utf8[index + 1], utf8[index + 2]) {
    case (0x80, 0xAA...0xAE): return "U+202" + String(utf8[index + 2] - 0xA0, radix: 16, uppercase: true)
    case (0x81, 0xA6...0xA9): return "U+206" + String(utf8[index + 2] - 0xA0, radix: 16, uppercase: true)
    default: return nil
    }
  }

  /// A target that a browser may be sent to: a place on this server, or http, https, mailto and tel.
  /// Anything else ("javascript:", "data:", a scheme hidden by controls) is nil.
  static func safeTarget(_ target: String) -> String? {
    let clean = target.unicodeScalars.drop { $0.value <= 0x20 }
    guard !clean.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return nil }
    let text = String(String.UnicodeScalarView(clean))
    if ["#", "?", "./", "../"].contains(where: text.hasPrefix) { return text }
    if text.hasPrefix("/") { return text.hasPrefix("//") || text.hasPrefix("/\\") ? nil : text }
    let lower = text.lowercased()
    return ["http://", "https://", "mailto:", "tel:"].contains { lower.hasPrefix($0) } ? text : nil
  }
}
