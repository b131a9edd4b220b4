/// Walks over SQL outside of literals and comments.
struct SQLLexer {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  mutating func statements() -> [String] {
    var result: [String] = []
    var start = 0
    at = 0
    while at < bytes.count {
      if bytes[at] == Byte.semicolon {
        keep(start..<at, in: &result)
        at += 1
        start = at
      } else if !skipQuiet() {
        at += 1
      }
    }
    keep(start..<bytes.count, in: &result)
    return result
  }

  private func keep(_ range: Range<Int>, in result: inout [String]) {
    let text = ShellText.trim(ShellText.string(bytes[range]))
    if !text.isEmpty { result.append(text) }
  }

  /// Whether the last statement ends with a semicolon.
  mutating func isClosed() -> Bool {
    var closed = false
    at = 0
    while at < bytes.count {
      if skipQuiet() { continue }
      let b = bytes[at]
      if b == Byte.semicolon { closed = true } else if !Byte.isBlank(b), b != Byte.newline { closed = false }
      at += 1
    }
    return closed
  }

  mutating func tokens() -> [String] {
    var result: [String] = []
    at = 0
    while at < bytes.count {
      let b = bytes[at]
      if b == Byte.double || b == Byte.backtick {
        result.append(quotedName(b))
        continue
      }
      if skipQuiet() { continue }
      if Byte.isName(b) || b >= 0x80 {
        let start = at
        while at < bytes.count, Byte.isName(bytes[at]) || bytes[at] >= 0x80 { at += 1 }
        result.append(ShellText.string(bytes[start..<at]).uppercased())
      } else {
        if !Byte.isBlank(b), b != Byte.newline { result.append(ShellText.string(CollectionOfOne(b))) }
        at += 1
      }
    }
    return result
  }

  /// A quoted identifier; quoting does not hide which function is called.
  private mutating func quotedName(_ quote: UInt8) -> String {
    let start = at + 1
    at = start
    while at < bytes.count, bytes[at] != quote { at += 1 }
    let name = ShellText.string(bytes[min(start, at)..<at]).uppercased()
    at = min(at + 1, bytes.count)
    return name
  }

  /// Steps over a literal or a comment that starts here.
  private mutating func skipQuiet() -> Bool {
    let b = bytes[at]
    if b == Byte.single || b == Byte.double || b == Byte.backtick {
      at += 1
      while at < bytes.count, bytes[at] != b { at += 1 }
      at += 1
    } else if b == Byte.dash, byte(at + 1) == Byte.dash {
      while at < bytes.count, bytes[at] != Byte.newline { at += 1 }
    } else if b == UInt8(ascii: "/"), byte(at + 1) == UInt8(ascii: "*") {
      at += 2
      while at < bytes.count, !(bytes[at] == UInt8(ascii: "*") && byte(at + 1) == UInt8(ascii: "/")) { at += 1 }
      at += 2
    } else if b == Byte.dollar, let end = dollarQuoteEnd() {
      at = end
    } else {
      return false
    }
    at = min(at, bytes.count)
    return true
  }

  /// End of a `$tag$ … $tag$` literal that starts here.
  private func dollarQuoteEnd() -> Int? {
    var close = at + 1
    while close < bytes.count, Byte.isName(bytes[close]) { close += 1 }
    guard byte(close) == Byte.dollar, !Byte.isDigit(byte(at + 1)) else { return nil }
    let tag = bytes[at...close]
    var end = close + 1
    while end + tag.count <= bytes.count {
      if bytes[end] == Byte.dollar, bytes[end..<(end + tag.count)].elementsEqual(tag) { return end + tag.count }
      end += 1
    }
    return bytes.count
  }
}
