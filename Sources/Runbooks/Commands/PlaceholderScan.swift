/// One pass over a command that collects its placeholders.
struct PlaceholderScan {
  let bytes: [UInt8]
  let sql: Bool
  let known: Set<String>
  private var found: [String] = []
  private var at = 0
  private var inSingleQuotes = false
  /// The word before is grep or printenv: capitals behind it are looked for, not filled in.
  private var afterGrep = false

  init(bytes: [UInt8], sql: Bool, known: Set<String>) {
    self.bytes = bytes
    self.sql = sql
    self.known = known
  }

  mutating func run() -> [String] {
    while at < bytes.count { step() }
    return found
  }

  private func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  private mutating func add(_ range: Range<Int>) {
    let text = ShellText.string(bytes[range])
    if !found.contains(text) { found.append(text) }
    at = range.upperBound
  }

  private mutating func step() {
    let b = bytes[at]
    switch b {
    case Byte.single:
      inSingleQuotes.toggle()
      at += 1
    case UInt8(ascii: "["): bracketed()
    case Byte.less:
      if let end = Placeholders.angled(bytes, at: at) { add(at..<end) } else { at += 1 }
    case UInt8(ascii: "{") where byte(at + 1) == b: braced()
    case Byte.dollar where !inSingleQuotes: variable()
    case Byte.pipe, Byte.semicolon:
      if b == Byte.semicolon || byte(at - 1) == Byte.space { afterGrep = false }
      at += 1
    case UInt8(ascii: ".") where byte(at + 1) == b && byte(at + 2) == b && byte(at - 1) == UInt8(ascii: "="):
      add(at..<(at + 3))
    case _ where Byte.isName(b) || b == UInt8(ascii: "/"): word()
    default: at += 1
    }
  }

  /// `[service-name]`, but not `[ -f x ]`, `[[`, `[0-9]`, `[a-zA-Z]` or an index.
  private mutating func bracketed() {
    let start = at
    at += 1
    guard !Byte.isName(byte(start - 1)), Byte.isLetter(byte(at)) || byte(at) >= 0x80 else { return }
    var end = at
    while end < bytes.count, end - start < 60, bytes[end] != UInt8(ascii: "]") {
      let b = bytes[end]
      let plain = Byte.isName(b) || b >= 0x80 || " -./:#+,'@|".utf8.contains(b)
      guard plain else { return }
      end += 1
    }
    guard byte(end) == UInt8(ascii: "]"), end - start > 2 else { return }
    if byte(start + 2) == Byte.dash, end - start <= 12, isRanges(start + 1, end) { return }
    guard !afterGrep else { return }
    add(start..<(end + 1))
  }

  private func isRanges(_ from: Int, _ to: Int) -> Bool {
    var i = from
    while i + 2 < to {
      guard byte(i + 1) == Byte.dash else { return false }
      i += 3
    }
    return true
  }

  /// `{{name}}`, but not a Go template such as `{{.Names}}`.
  private mutating func braced() {
    let start = at
    at += 2
    var inner = at
    while byte(inner) == Byte.space { inner += 1 }
    guard Byte.isLetter(byte(inner)) else { return }
    var end = inner
    while end < bytes.count, end - start < 60, bytes[end] != UInt8(ascii: "}") {
      if bytes[end] == 46, byte(end - 1) == Byte.space || byte(end - 1) == Byte.open { return }
      end += 1
    }
    guard byte(end) == UInt8(ascii: "}"), byte(end + 1) == UInt8(ascii: "}") else { return }
    add(start..<(end + 2))
  }

  private mutating func variable() {
    let start = at
    at += 1
    let brace = byte(at) == UInt8(ascii: "{")
    if brace { at += 1 }
    let from = at
    while at < bytes.count, Byte.isName(bytes[at]) { at += 1 }
    let name = ShellText.string(bytes[from..<at])
    guard let first = name.utf8.first, Byte.isLetter(first) || first == 95 else { return }
    var end = at
    if brace {
      // `${NAME:-default}` fills itself.
      guard byte(at) == UInt8(ascii: "}") else { return }
      end = at + 1
    }
    guard !known.contains(name), !Placeholders.standard.contains(name) else { return }
    guard name.utf8.contains(where: Byte.isUpper) else { return }
    add(start..<end)
  }

  private mutating func word() {
    let start = at
    while at < bytes.count, Byte.isName(bytes[at]) || "-./:".utf8.contains(bytes[at]) { at += 1 }
    if byte(start - 1) == UInt8(ascii: "%") { return }
    let range = start..<at
    if isSearch(range) { afterGrep = true }
    if let sample = sample(in: range) {
      let whole = sample == "/path/to" || sample == "x.x" || sample.hasPrefix("abc") || sample.hasPrefix("example")
      keep(whole ? ShellText.string(bytes[range]) : sample)
    } else if bytes[range].contains(where: Byte.isUpper) {
      for part in bytes[range].split(whereSeparator: { "/:.".utf8.contains($0) }) {
        let text = ShellText.string(part)
        if isCapital(text, at: start) { keep(text) }
      }
    }
  }

  private mutating func keep(_ text: String) {
    if !found.contains(text) { found.append(text) }
  }

  private func isSearch(_ range: Range<Int>) -> Bool {
    if bytes[range].elementsEqual("printenv".utf8) { return true }
    guard range.count < 6, bytes[range].last == UInt8(ascii: "p") || bytes[range].last == UInt8(ascii: "g") else {
      return false
    }
    return ["grep", "egrep", "rg", "zgrep"].contains(ShellText.string(bytes[range]))
  }

  private static let samples = Placeholders.samples.map { Array($0.utf8) }
  /// Most words hold none of them.
  private static let anySample = Letters(Placeholders.samples.map { $0.lowercased() })

  private func sample(in range: Range<Int>) -> String? {
    bytes.withUnsafeBufferPointer { all in
      let word = UnsafeBufferPointer(rebasing: all[range])
      guard Self.anySample.occur(in: word) else { return nil }
      let found = Self.samples.firstIndex { sample in
        sample.withUnsafeBufferPointer { ShellText.find($0, in: word) != nil }
      }
      return found.map { Placeholders.samples[$0] }
    }
  }

  private func isCapital(_ text: String, at start: Int) -> Bool {
    guard !afterGrep, byte(at) != UInt8(ascii: "="), byte(start - 1) != Byte.dash else { return false }
    guard text.utf8.allSatisfy({ Byte.isUpper($0) || Byte.isDigit($0) || $0 == 95 }) else { return false }
    if text.hasPrefix("YOUR") { return true }
    if sql || inQuotedSQL(start) { return text == "PID" }
    if Placeholders.capitals.contains(text) { return start > 0 }
    return Placeholders.endings.contains { text.hasSuffix($0) } && start > 0
  }

  /// A capital word beside SQL punctuation is a keyword or a column.
  private func inQuotedSQL(_ start: Int) -> Bool { byte(start - 1) == Byte.open || byte(at) == Byte.open }
}
