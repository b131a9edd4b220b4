/// Bytes that the shell reader names often.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let single = UInt8(ascii: "'")
  static let double = UInt8(ascii: "\"")
  static let backtick = UInt8(ascii: "`")
  static let dollar = UInt8(ascii: "$")
  static let hash = UInt8(ascii: "#")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let pipe = UInt8(ascii: "|")
  static let ampersand = UInt8(ascii: "&")
  static let semicolon = UInt8(ascii: ";")
  static let dash = UInt8(ascii: "-")
  static let comma = UInt8(ascii: ",")

  static func isDigit(_ b: UInt8) -> Bool { b >= 48 && b <= 57 }
  static func isUpper(_ b: UInt8) -> Bool { b >= 65 && b <= 90 }
  static func isLower(_ b: UInt8) -> Bool { b >= 97 && b <= 122 }
  static func isLetter(_ b: UInt8) -> Bool { isUpper(b) || isLower(b) }
  static func isName(_ b: UInt8) -> Bool { isLetter(b) || isDigit(b) || b == 95 }
  static func isBlank(_ b: UInt8) -> Bool { b == space || b == tab || b == 13 }
}

/// Small operations on text that the command reader shares; on bytes, so they cost little.
enum ShellText {
  static func trim(_ text: Substring) -> String {
    let bytes = text.utf8
    var from = bytes.startIndex
    var to = bytes.endIndex
    while from < to, Byte.isBlank(bytes[from]) || bytes[from] == Byte.newline { from = bytes.index(after: from) }
    while to > from {
      let last = bytes.index(before: to)
      guard Byte.isBlank(bytes[last]) || bytes[last] == Byte.newline else { break }
      to = last
    }
    return String(text[from..<to])
  }

  static func trim(_ text: String) -> String { trim(text[...]) }

  /// Whether the bytes of `part` occur in `text`.
  static func contains(_ text: String, _ part: String) -> Bool { find(part, in: text) != nil }

  /// Byte offset of the first occurrence of `part` in `text`.
  static func find(_ part: String, in text: String) -> Int? {
    var part = part
    var text = text
    return text.withUTF8 { hay in part.withUTF8 { find($0, in: hay) } }
  }

  static func find(_ needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = needle.first, hay.count >= needle.count else { return nil }
    for at in 0...(hay.count - needle.count) where hay[at] == first {
      var same = 1
      while same < needle.count, hay[at + same] == needle[same] { same += 1 }
      if same == needle.count { return at }
    }
    return nil
  }

  static func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The parts between the occurrences of a byte.
  static func parts(_ text: String, at separator: UInt8) -> [String] {
    text.utf8.split(separator: separator).map { String(Substring($0)) }
  }

  /// Words between blanks.
  static func words(_ text: String) -> [Substring] {
    let bytes = text.utf8
    var words: [Substring] = []
    var start: String.Index?
    for index in bytes.indices {
      if !Byte.isBlank(bytes[index]) {
        start = start ?? index
      } else if let begin = start {
        words.append(text[begin..<index])
        start = nil
      }
    }
    if let start { words.append(text[start...]) }
    return words
  }

  /// Last part of a path: `/usr/bin/docker` is `docker`.
  static func base(_ word: String) -> String {
    guard let slash = word.utf8.lastIndex(of: UInt8(ascii: "/")) else { return word }
    return String(word[word.utf8.index(after: slash)...])
  }

  static func withoutTrailingBlanks(_ line: String) -> String {
    var bytes = line.utf8[...]
    while let last = bytes.last, Byte.isBlank(last) { bytes = bytes.dropLast() }
    return String(bytes) ?? line
  }
}
