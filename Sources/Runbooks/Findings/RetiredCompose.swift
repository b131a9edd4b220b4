/// Version 1 of Docker Compose in a line of shell.
enum RetiredCompose {
  private static let old = "docker-compose"

  /// The line with the command of version 2 in its place; as an argument or a file's name the word stays.
  static func replaced(in content: [UInt8]) -> [UInt8] {
    guard ShellText.contains(ShellText.string(content), old), String(validating: content, as: UTF8.self) != nil else {
      return content
    }
    let prompt = content.prefix { Byte.isBlank($0) || $0 == Byte.dollar || $0 == Byte.greater }
    let isPrompt = prompt.contains(Byte.dollar) || prompt.contains(Byte.greater)
    let skipped = isPrompt && prompt.last == Byte.space ? prompt.count : 0
    let text = ShellText.string(content.dropFirst(skipped))
    var result = content
    for start in places(in: text).reversed() {
      result.replaceSubrange(
        (skipped + start)..<(skipped + start + old.utf8.count), with: Array("docker compose".utf8))
    }
    return result
  }

  /// Byte offsets of the word where it is the program.
  private static func places(in text: String) -> [Int] {
    ShellParser.commands(in: text).compactMap { command in
      var words = command.words[...]
      while let first = words.first, wraps(first.text) { words = words.dropFirst() }
      guard let word = words.first, word.text == old, !word.quoted, word.end - word.start == old.utf8.count else {
        return nil
      }
      return word.start
    }
  }

  /// What may stand before a program without being one.
  private static func wraps(_ word: String) -> Bool {
    ["sudo", "time", "exec", "nohup", "!", "then", "do", "else", "if", "while", "until"].contains(word)
      || EffectReader.isAssignment(word)
  }
}

/// Dates that are written out, in the lines that state when a document was updated or is to be reviewed.
enum WrittenDate {
  /// - Parameter dates: the dates that the reading took from the document; no other is touched.
  static func replaced(in content: [UInt8], _ dates: Set<String>) -> [UInt8] {
    guard content.count < 400, let line = String(validating: content, as: UTF8.self), isMetadata(line) else {
      return content
    }
    let words = places(content)
    for start in words.indices where start + 3 <= words.count {
      let (first, last) = (words[start], words[start + 2])
      let text = ShellText.string(content[first.lowerBound..<last.upperBound])
      guard let date = plain(text), dates.contains(date) else { continue }
      var result = content
      result.replaceSubrange(first.lowerBound..<last.upperBound, with: Array(date.utf8))
      // A line may state both dates.
      return replaced(in: result, dates)
    }
    return content
  }

  private static func isMetadata(_ line: String) -> Bool {
    let pieces = line.split(whereSeparator: { "|·•".contains($0) }).flatMap { piece in
      [piece.trimmed, piece.split(separator: ":").first.map { $0.stripped("*_ ") } ?? ""]
    }
    return pieces.contains { Lexicon.meaning(of: $0).best([.lastUpdated, .nextReview]) >= 0.3 }
  }

  /// Ranges of letters and digits with the marks inside of them.
  private static func places(_ content: [UInt8]) -> [Range<Int>] {
    content.indices.split { !(Byte.isLetter(content[$0]) || Byte.isDigit(content[$0]) || content[$0] >= 0x80) }
      .compactMap { part in part.first.flatMap { first in part.last.map { first..<($0 + 1) } } }
  }

  /// "December 4, 2025" and "4 December 2025", whole: three words, a blank, comma or point between them.
  private static func plain(_ text: String) -> String? {
    let words = text.split(whereSeparator: { " ,.".contains($0) })
    guard words.count == 3, words[2].utf8.count == 4, words[2].utf8.allSatisfy(Byte.isDigit),
      text.utf8.allSatisfy({ !"|*:/()-".utf8.contains($0) })
    else { return nil }
    let named = words[..<2].filter { !$0.utf8.contains(where: Byte.isDigit) }
    guard named.count == 1, let day = words[..<2].first(where: { $0.utf8.contains(where: Byte.isDigit) }),
      ["", "st", "nd", "rd", "th"].contains(String(day.drop { $0.isNumber }))
    else { return nil }
    let number = day.prefix { $0.isNumber }
    let form = named[0] == words[0] ? "\(named[0]) \(number), \(words[2])" : "\(number) \(named[0]) \(words[2])"
    return Dates.read(form).flatMap { $0.utf8.count == 10 ? $0 : nil }
  }
}
