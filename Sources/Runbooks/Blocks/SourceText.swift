/// The file as lines of sound text, with what had to be said about its bytes.
struct SourceText: Sendable {
  /// Most bytes that a runbook may hold. The longest of sixty public ones has 90 KB.
  static let limit = 1 << 20

  /// The text shown to people: mended; `lines[n - 1]` is line n of the file.
  var lines: [String] = []
  /// Keys of the front matter, lower-cased, with value and line.
  var frontMatter: [FrontMatter.Entry] = []
  /// Lines that the front matter covers; they are no Markdown.
  var frontMatterLines = 0
  var repaired = false
  var findings: [Finding] = []

  init(_ bytes: [UInt8], name: String) throws(ReadingError) {
    if bytes.count > Self.limit { throw .tooLarge(name: name, bytes: bytes.count, limit: Self.limit) }
    if let offset = bytes.firstIndex(of: 0) { throw .notText(name: name, offset: offset) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var firstDamaged: Int?
    var damaged = 0
    for line in Self.split(body) {
      let (text, wrong) = Self.decode(line)
      lines.append(text)
      damaged += wrong
      if wrong > 0, firstDamaged == nil { firstDamaged = lines.count }
    }
    // Prose in another encoding has a few bytes per line; a picture has them everywhere.
    if damaged > 64, damaged * 4 > bytes.count { throw .notText(name: name, offset: 0) }
    if let firstDamaged { findings.append(Self.invalid(damaged, line: firstDamaged)) }
    mend()
    frontMatter = FrontMatter.read(lines)
    frontMatterLines = FrontMatter.length(lines)
  }

  /// Splits at LF, CRLF and lone CR; a last line without an end counts.
  private static func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 10 || byte == 13 {
        lines.append(bytes[start..<index])
        if byte == 13, index + 1 < bytes.endIndex, bytes[index + 1] == 10 { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < bytes.endIndex { lines.append(bytes[start...]) }
    return lines
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> (String, Int) {
    let (text, isSound) = bytes.withUnsafeBufferPointer { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      // What is no UTF-8 became another sign: text whose bytes are the line's was sound.
      return (text, text.withBytes { $0.elementsEqual(bytes) })
    }
    if isSound { return (text, 0) }
    return (text, text.unicodeScalars.reduce(0) { $0 + ($1.value == 0xFFFD ? 1 : 0) })
  }

  private mutating func mend() {
    for index in lines.indices {
      guard let better = Mojibake.mend(lines[index]) else { continue }
      lines[index] = better
      repaired = true
    }
  }

  /// Moves everything down, as if so many empty lines stood before it.
  mutating func move(below count: Int) {
    guard count > 0 else { return }
    lines.insert(contentsOf: repeatElement("", count: count), at: 0)
    if frontMatterLines > 0 { frontMatterLines += count }
    for index in frontMatter.indices { frontMatter[index].line += count }
    for index in findings.indices { findings[index].line += count }
  }

  private static func invalid(_ count: Int, line: Int) -> Finding {
    Finding(
      rule: "R015", level: .warning, message: "\(count) byte sequences are not UTF-8; shown as \u{FFFD}.",
      hint: "Save the file as UTF-8.", line: line)
  }
}
