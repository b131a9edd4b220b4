import Incidents

/// Brackets of every style in one line, apart from code, links and tick boxes.
struct BlankScan {
  let bytes: [UInt8]
  private static let closing: [UInt8: UInt8] = [
    UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "<"): UInt8(ascii: ">"), UInt8(ascii: "{"): UInt8(ascii: "}"),
  ]
  private static let stamps = ["YYYY-MM-DD HH:MM", "YYYY-MM-DD", "HH:MM", "TBD", "TODO"]
  private static let elements: Set<String> = [
    "br", "b", "i", "p", "li", "ul", "ol", "div", "details", "summary", "sub", "sup", "hr", "em", "strong", "code",
    "pre",
  ]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func blanks(on line: Int) -> [ReviewBlank] {
    var found: [ReviewBlank] = []
    var index = 0
    while index < bytes.count, found.count < 40 {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
      } else if byte == UInt8(ascii: "`") {
        index = end(of: byte, after: index).map { $0 + 1 } ?? index + 1
      } else if let close = Self.closing[byte], let end = end(of: close, after: index) {
        if let name = name(in: index + 1..<end, opening: byte, end) {
          found.append(ReviewBlank(line: line, bytes: index..<end + 1, name: name, isWide: false))
        }
        index = end + 1
      } else if let stamp = stamp(at: index) {
        found.append(ReviewBlank(line: line, bytes: index..<index + stamp.utf8.count, name: stamp, isWide: false))
        index += stamp.utf8.count
      } else {
        index += 1
      }
    }
    return found
  }

  private func end(of close: UInt8, after start: Int) -> Int? {
    var index = start + 1
    // A question is short: a line of nothing but brackets is not searched again and again.
    let last = min(bytes.count, start + 1_200)
    while index < last {
      if bytes[index] == UInt8(ascii: "\\"), close != UInt8(ascii: "`") {
        index += 1
      } else if bytes[index] == close {
        return index
      }
      index += 1
    }
    return nil
  }

  private func name(in range: Range<Int>, opening: UInt8, _ end: Int) -> String? {
    let inside = String(decoding: bytes[range], as: UTF8.self)
    let name = inside.filter { !"{}".contains($0) }
    guard name.utf8.count <= 300, name.contains(where: \.isLetter), name.lowercased() != "x" else { return nil }
    if opening == UInt8(ascii: "[") {
      let next = end + 1 < bytes.count ? bytes[end + 1] : 0
      return next == UInt8(ascii: "(") || next == UInt8(ascii: ":") ? nil : name
    }
    let isName = name.unicodeScalars.allSatisfy {
      " _-./".unicodeScalars.contains($0) || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return isName && name.count <= 60 && !Self.elements.contains(name.lowercased()) ? name : nil
  }

  private func stamp(at index: Int) -> String? {
    if index > 0, isWord(bytes[index - 1]) { return nil }
    return Self.stamps.first { stamp in
      let end = index + stamp.utf8.count
      return end <= bytes.count && bytes[index..<end].elementsEqual(stamp.utf8)
        && !(end < bytes.count && isWord(bytes[end]))
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
