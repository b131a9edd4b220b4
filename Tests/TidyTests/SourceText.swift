/// Swift source taken apart so that a rule looks only where it means to: code without comments and literals, and the
/// literals and comments by themselves. Line breaks are kept, so line numbers hold in `code`.
struct SourceText {
  struct Literal {
    var line: Int
    var text: String
  }

  private(set) var codeLines: [String] = []
  private(set) var literals: [Literal] = []
  private(set) var comments: [Literal] = []
  private var code: [UInt8] = []
  private let input: [UInt8]
  private var at = 0
  private var line = 1

  init(_ text: String) {
    input = Array(text.utf8)
    code.reserveCapacity(input.count)
    scan(untilParenthesis: false)
    codeLines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    at + offset < input.count ? input[at + offset] : nil
  }

  private func sees(_ word: StaticString, from offset: Int = 0) -> Bool {
    guard at + offset + word.utf8CodeUnitCount <= input.count else { return false }
    for i in 0..<word.utf8CodeUnitCount where input[at + offset + i] != word.utf8Start[i] { return false }
    return true
  }

  /// Whether this many `#` follow, as they do at the end of a raw literal.
  private func seesHashes(_ count: Int, from offset: Int) -> Bool {
    for i in 0..<count where peek(offset + i) != UInt8(ascii: "#") { return false }
    return true
  }

  private mutating func take() -> UInt8 {
    let byte = input[at]
    at += 1
    if byte == newline { line += 1 }
    return byte
  }

  private let newline = UInt8(ascii: "\n")

  /// Reads code to the end, or to the parenthesis that closes an interpolation.
  private mutating func scan(untilParenthesis: Bool) {
    var depth = 0
    while let byte = peek() {
      if byte == UInt8(ascii: "/"), sees("//") {
        skipLineComment()
      } else if byte == UInt8(ascii: "/"), sees("/*") {
        skipBlockComment()
      } else if let opening = literalOpening(byte) {
        opening.isRegex ? skipRegex(hashes: opening.hashes) : readString(hashes: opening.hashes)
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          depth -= 1
          if untilParenthesis, depth < 0 { return }
        }
        code.append(take())
      }
    }
  }

  private mutating func skipLineComment() {
    let begin = at
    while let byte = peek(), byte != newline { at += 1 }
    comments.append(Literal(line: line, text: String(decoding: input[begin..<at], as: UTF8.self)))
  }

  private mutating func skipBlockComment() {
    let (begin, first) = (at, line)
    var depth = 0
    repeat {
      if sees("/*") {
        depth += 1
        at += 2
      } else if sees("*/") {
        depth -= 1
        at += 2
      } else if take() == newline {
        code.append(newline)
      }
    } while depth > 0 && at < input.count
    comments.append(Literal(line: first, text: String(decoding: input[begin..<at], as: UTF8.self)))
  }

  private func literalOpening(_ byte: UInt8) -> (isRegex: Bool, hashes: Int)? {
    guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "/") else { return nil }
    var hashes = 0
    while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
    switch peek(hashes) {
    case UInt8(ascii: "\""): return (false, hashes)
    case UInt8(ascii: "/") where hashes > 0 || opensBareRegex(): return (true, hashes)
    default: return nil
    }
  }

  /// A bare `/` opens a regular expression where no value can stand before it; otherwise it divides.
  private func opensBareRegex() -> Bool {
    let blank: Set<UInt8> = [UInt8(ascii: " "), newline]
    guard let next = peek(1), !blank.contains(next) else { return false }
    guard let before = code.last(where: { !blank.contains($0) }) else { return true }
    return "(,=:[{&|?;!".utf8.contains(before)
  }

  private mutating func skipRegex(hashes: Int) {
    at += hashes + 1
    while at < input.count, !(sees("/") && seesHashes(hashes, from: 1)) {
      if take() == UInt8(ascii: "\\"), at < input.count { _ = take() }
    }
    at += hashes + 1
    code.append(contentsOf: "//".utf8)
  }

  private mutating func readString(hashes: Int) {
    let quotes = sees("\"\"\"", from: hashes) ? 3 : 1
    let first = line
    var text: [UInt8] = []
    at += hashes + quotes
    code.append(UInt8(ascii: "\""))
    while at < input.count, !((quotes == 3 ? sees("\"\"\"") : sees("\"")) && seesHashes(hashes, from: quotes)) {
      if sees("\\"), seesHashes(hashes, from: 1) {
        at += 1 + hashes
        if peek() == UInt8(ascii: "(") {
          code.append(contentsOf: "\\(".utf8)
          at += 1
          scan(untilParenthesis: true)
          if at < input.count { code.append(take()) }
          text.append(contentsOf: "…".utf8)
        } else if at < input.count {
          text.append(take())
        }
      } else {
        let byte = take()
        if byte == newline { code.append(newline) }
        text.append(byte)
      }
    }
    at += quotes + hashes
    code.append(UInt8(ascii: "\""))
    literals.append(Literal(line: first, text: String(decoding: text, as: UTF8.self)))
  }
}
