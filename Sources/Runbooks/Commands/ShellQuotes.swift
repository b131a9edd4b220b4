/// Quotes, substitutions and here-documents.
extension ShellParser {
  mutating func readSingleQuotes() {
    beginQuoted()
    at += 1
    while at < bytes.count, bytes[at] != Byte.single {
      word.append(bytes[at])
      at += 1
    }
    at += 1
  }

  mutating func readDoubleQuotes() {
    beginQuoted()
    at += 1
    while at < bytes.count, bytes[at] != Byte.double {
      let b = bytes[at]
      if b == Byte.backslash, [Byte.double, Byte.backslash, Byte.dollar, Byte.backtick].contains(byte(at + 1)) {
        word.append(byte(at + 1))
        at += 2
      } else if b == Byte.backtick || (b == Byte.dollar && byte(at + 1) == Byte.open) {
        readSubstitution()
      } else {
        word.append(b)
        at += 1
      }
    }
    at += 1
  }

  private mutating func beginQuoted() {
    if wordStart == nil { wordStart = at }
    wordQuoted = true
  }

  mutating func readEscape() {
    if byte(at + 1) == Byte.newline {
      endWord()
      at += 2
    } else if at + 1 < bytes.count {
      if wordStart == nil { wordStart = at }
      word.append(byte(at + 1))
      at += 2
    } else {
      at += 1
    }
  }

  /// `$(…)`, `$((…))` and backticks: the inside is kept in the word as written and judged as commands of its own.
  mutating func readSubstitution() {
    if wordStart == nil { wordStart = at }
    let start = at
    let inside: Range<Int>
    if bytes[at] == Byte.backtick {
      let from = at + 1
      var to = from
      while to < bytes.count, bytes[to] != Byte.backtick { to += 1 }
      inside = from..<to
      at = min(to + 1, bytes.count)
    } else {
      inside = balanced(from: at + 1)
    }
    if !(byte(start + 1) == Byte.open && byte(start + 2) == Byte.open) {
      command.substitutions.append(ShellText.string(bytes[inside]))
    }
    word.append(contentsOf: bytes[start..<at])
  }

  /// The inside of the brackets that open at `from`; leaves `at` after the closing one.
  mutating func balanced(from: Int) -> Range<Int> {
    var depth = 0
    var to = from
    while to < bytes.count {
      switch bytes[to] {
      case Byte.open: depth += 1
      case Byte.close: depth -= 1
      case Byte.backslash: to += 1
      case Byte.single:
        to += 1
        while to < bytes.count, bytes[to] != Byte.single { to += 1 }
      default: break
      }
      if depth == 0 { break }
      to += 1
    }
    to = min(to, bytes.count)
    at = min(to + 1, bytes.count)
    let start = min(from + 1, to)
    return start..<to
  }

  mutating func readBraces() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "}"), bytes[at] != Byte.newline { append(bytes[at]) }
    if at < bytes.count, bytes[at] != Byte.newline { append(bytes[at]) }
  }

  mutating func readHereDocuments() {
    for delimiter in delimiters {
      let wanted = Array(delimiter.utf8)
      var body: [UInt8] = []
      while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] != Byte.newline { end += 1 }
        let line = bytes[at..<end]
        at = min(end + 1, bytes.count)
        if line.drop(while: { $0 == Byte.tab || $0 == Byte.space }).elementsEqual(wanted) { break }
        body.append(contentsOf: line)
        body.append(Byte.newline)
      }
      if let last = commands.indices.last { commands[last].hereText = ShellText.string(body) }
    }
    delimiters.removeAll()
  }
}
