/// How many lines one command spans: continuations, open quotes, here-documents, loops, brackets, `$( )`.
enum LogicalLines {
  private static let most = 300

  /// Index after the last line of the command that starts at `start`. A command that never closes is one line.
  static func end(of lines: [String], from start: Int) -> Int {
    var text: [UInt8] = []
    var end = start
    while end < lines.count, end - start < most {
      text.append(contentsOf: lines[end].utf8)
      text.append(Byte.newline)
      end += 1
      if isComplete(text) { return end }
    }
    return start + 1
  }

  private static func isComplete(_ bytes: [UInt8]) -> Bool {
    var scan = CompletenessScan(bytes: bytes)
    return scan.run()
  }

  /// Offset of a comment that follows a one-line command, or nil.
  static func commentStart(_ line: String) -> Int? {
    var scan = CompletenessScan(bytes: Array(line.utf8))
    _ = scan.run()
    return scan.comment
  }
}

/// Walks over shell text and says whether anything is still open at its end.
struct CompletenessScan {
  let bytes: [UInt8]
  private(set) var comment: Int?
  private var at = 0
  private var brackets = 0
  private var blocks = 0
  private var word: [UInt8] = []
  private var opensCommand = true
  private var delimiters: [[UInt8]] = []
  /// A pipe or an and-or list wants its right side.
  private var wantsMore = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  mutating func run() -> Bool {
    while at < bytes.count {
      let b = bytes[at]
      switch b {
      case Byte.backslash:
        if byte(at + 1) == Byte.newline, at + 2 >= bytes.count { return false }
        wantsMore = false
        word.append(b)
        at += 2
      case Byte.single, Byte.double, Byte.backtick:
        guard skipQuote(b) else { return false }
      case Byte.hash where word.isEmpty && (at == 0 || Byte.isBlank(byte(at - 1)) || byte(at - 1) == Byte.newline):
        if comment == nil { comment = at }
        while at < bytes.count, bytes[at] != Byte.newline { at += 1 }
      case Byte.newline:
        endWord()
        opensCommand = true
        at += 1
        guard skipHereDocuments() else { return false }
      case Byte.less where byte(at + 1) == b && byte(at + 2) != b: readHereMark()
      default: readPlain(b)
      }
    }
    endWord()
    return brackets <= 0 && blocks <= 0 && delimiters.isEmpty && !wantsMore
  }

  private mutating func readPlain(_ b: UInt8) {
    at += 1
    switch b {
    case Byte.open:
      brackets += 1
      endWord()
      opensCommand = true
    case Byte.close:
      endWord()
      if brackets > 0 { brackets -= 1 }
    case Byte.pipe, Byte.ampersand, Byte.semicolon:
      endWord()
      opensCommand = true
      wantsMore = b == Byte.pipe || (b == Byte.ampersand && byte(at - 2) == Byte.ampersand)
    case _ where Byte.isBlank(b): endWord()
    default:
      wantsMore = false
      word.append(b)
    }
  }

  private mutating func skipQuote(_ quote: UInt8) -> Bool {
    wantsMore = false
    word.append(quote)
    at += 1
    while at < bytes.count, bytes[at] != quote {
      at += bytes[at] == Byte.backslash && quote != Byte.single ? 2 : 1
    }
    at += 1
    return at <= bytes.count
  }

  private static let openers: Set<String> = ["for", "while", "until", "select", "if", "case"]
  private static let closers: Set<String> = ["done", "fi", "esac"]
  private static let followers: Set<String> = ["do", "then", "else", "elif", "if", "while", "until", "!", "{", "time"]

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let text = ShellText.string(word)
    word.removeAll(keepingCapacity: true)
    guard opensCommand else { return }
    let loop = text == "while" || text == "until"
    if Self.openers.contains(text) { blocks += 1 }
    if text == "{" { blocks += 1 }
    if text == "}" || Self.closers.contains(text) { blocks -= 1 }
    opensCommand = Self.followers.contains(text) || loop
  }

  private mutating func readHereMark() {
    at += 2
    if byte(at) == Byte.dash { at += 1 }
    while Byte.isBlank(byte(at)) { at += 1 }
    var mark: [UInt8] = []
    while at < bytes.count, !Byte.isBlank(bytes[at]),
      ![Byte.newline, Byte.semicolon, Byte.pipe, Byte.close].contains(bytes[at])
    {
      if bytes[at] != Byte.single, bytes[at] != Byte.double { mark.append(bytes[at]) }
      at += 1
    }
    if !mark.isEmpty { delimiters.append(mark) }
  }

  private mutating func skipHereDocuments() -> Bool {
    while let wanted = delimiters.first {
      guard at < bytes.count else { return false }
      var end = at
      while end < bytes.count, bytes[end] != Byte.newline { end += 1 }
      let line = bytes[at..<end].drop { $0 == Byte.tab || $0 == Byte.space }
      if line.elementsEqual(wanted) { delimiters.removeFirst() }
      at = min(end + 1, bytes.count)
    }
    return true
  }
}
