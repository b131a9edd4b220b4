/// The mends of `check --fix`: what can be put right without knowing the team. Everything else stays byte for byte.
package enum Mending {
  /// The file with its damaged letters, its retired commands and its written-out dates put right.
  ///
  /// Mending what has been mended changes nothing. Throws `ReadingError` where the bytes are no runbook.
  package static func mended(_ bytes: [UInt8], name: String) throws(ReadingError) -> [UInt8] {
    let book = try RunbookReader.read(bytes, name: name)
    var lines = StoredLine.all(in: bytes)
    for index in lines.indices { lines[index].content = soundLetters(lines[index].content) }
    composeTwo(&lines, LineOutline(book.lines))
    plainDates(&lines, Set([book.lastUpdated, book.nextReview].compactMap { $0 }), LineOutline(book.lines))
    return lines.flatMap { $0.content + $0.end }
  }

  /// Where the first damaged letter stands in the file, both from 1.
  package static func firstDamage(in bytes: [UInt8]) -> DocumentSurroundings.Damage? {
    for (index, line) in StoredLine.all(in: bytes).enumerated() {
      let mended = soundLetters(line.content)
      guard mended != line.content else { continue }
      let same = zip(mended, line.content).prefix { $0 == $1 }.count
      let column = String(decoding: line.content.prefix(same), as: UTF8.self).unicodeScalars.count + 1
      return DocumentSurroundings.Damage(line: index + 1, column: column)
    }
    return nil
  }

  /// As the reader mends for display, until nothing is left to mend. What is no UTF-8 is left alone.
  private static func soundLetters(_ content: [UInt8]) -> [UInt8] {
    guard content.contains(where: { $0 >= 0x80 }), var text = String(validating: content, as: UTF8.self) else {
      return content
    }
    var changed = false
    // Each round makes the text shorter, so this ends.
    while let better = Mojibake.mend(text) {
      text = better
      changed = true
    }
    return changed ? Array(text.utf8) : content
  }

  /// `docker-compose up` becomes `docker compose up`, in blocks of commands and only where it is the command.
  private static func composeTwo(_ lines: inout [StoredLine], _ outline: LineOutline) {
    for fence in outline.fences {
      let body = fence.body.clamped(to: lines.indices)
      guard let kind = FenceLanguage.kind(fence.language), kind != .sql, kind != .redis, kind != .program else {
        continue
      }
      let texts = lines[body].map { ShellText.trim(ShellText.string($0.content)) }
      if kind == .guess, !FenceLanguage.looksLikeShell(texts) { continue }
      for index in body {
        let before = index > body.lowerBound ? texts[index - body.lowerBound - 1] : ""
        guard !before.hasSuffix("\\") || before.hasSuffix("| \\") || before.hasSuffix("&& \\") else { continue }
        lines[index].content = RetiredCompose.replaced(in: lines[index].content)
      }
    }
  }

  /// "December 4, 2025" becomes "2025-12-04" where the line states the last update or the next review.
  private static func plainDates(_ lines: inout [StoredLine], _ dates: Set<String>, _ outline: LineOutline) {
    guard !dates.isEmpty else { return }
    for index in lines.indices where !outline.fenced.contains(index) {
      lines[index].content = WrittenDate.replaced(in: lines[index].content, dates)
    }
  }
}

/// A line as it is stored, its end mark kept apart.
struct StoredLine {
  var content: [UInt8]
  /// LF, CRLF, CR, or nothing at the end of the file.
  var end: [UInt8]

  /// The lines of a file; together they are the file. A byte order mark belongs to the first line.
  static func all(in bytes: [UInt8]) -> [StoredLine] {
    var lines: [StoredLine] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      guard bytes[at] == 10 || bytes[at] == 13 else {
        at += 1
        continue
      }
      let length = bytes[at] == 13 && at + 1 < bytes.count && bytes[at + 1] == 10 ? 2 : 1
      lines.append(StoredLine(content: Array(bytes[start..<at]), end: Array(bytes[at..<(at + length)])))
      at += length
      start = at
    }
    if start < bytes.count { lines.append(StoredLine(content: Array(bytes[start...]), end: [])) }
    return lines
  }
}
