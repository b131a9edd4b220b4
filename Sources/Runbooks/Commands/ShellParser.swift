/// Splits shell text into simple commands: quotes, operators, redirections, substitutions, here-documents.
/// Follows POSIX.1-2017, Shell Command Language, 2.2 to 2.7, as far as judging a command needs.
struct ShellParser {
  private enum Pending { case none, output, input, hereString, hereDocument }

  let bytes: [UInt8]
  var at = 0
  var commands: [ShellCommand] = []
  var command = ShellCommand()
  var word: [UInt8] = []
  var wordStart: Int?
  var wordQuoted = false
  private var pending = Pending.none
  var delimiters: [String] = []

  static func commands(in text: String) -> [ShellCommand] {
    var parser = ShellParser(bytes: Array(text.utf8))
    parser.run()
    return parser.commands
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  private mutating func run() {
    while at < bytes.count { step() }
    endWord()
    endCommand(piped: false)
  }

  private mutating func step() {
    let b = bytes[at]
    switch b {
    case Byte.newline:
      endWord()
      endCommand(piped: false)
      at += 1
      readHereDocuments()
    case _ where Byte.isBlank(b):
      endWord()
      at += 1
    case Byte.hash where wordStart == nil:
      while at < bytes.count, bytes[at] != Byte.newline { at += 1 }
    case Byte.single: readSingleQuotes()
    case Byte.double: readDoubleQuotes()
    case Byte.backslash: readEscape()
    case Byte.dollar where byte(at + 1) == Byte.open, Byte.backtick: readSubstitution()
    case Byte.dollar where byte(at + 1) == UInt8(ascii: "{"): readBraces()
    case Byte.less, Byte.greater: readRedirection()
    case Byte.ampersand where byte(at + 1) == Byte.greater:
      endWord()
      at += 1
      readRedirection()
    case Byte.semicolon, Byte.ampersand, Byte.pipe, Byte.open, Byte.close: readOperator()
    default: append(b)
    }
  }

  mutating func append(_ b: UInt8) {
    if wordStart == nil { wordStart = at }
    word.append(b)
    at += 1
  }

  private mutating func readRedirection() {
    if bytes[at] == Byte.less, let end = Placeholders.angled(bytes, at: at) {
      while at < end { append(bytes[at]) }
      return
    }
    if byte(at + 1) == Byte.open {
      endWord()
      command.substitutions.append(ShellText.string(bytes[balanced(from: at + 1)]))
      return
    }
    if !word.isEmpty, word.allSatisfy(Byte.isDigit), !wordQuoted {
      word.removeAll()
      wordStart = nil
    }
    endWord()
    let into = bytes[at] == Byte.greater
    var arrows = 0
    while at < bytes.count, bytes[at] == Byte.less || bytes[at] == Byte.greater, arrows < 3 {
      at += 1
      arrows += 1
    }
    if byte(at) == Byte.ampersand {
      at += 1
      while at < bytes.count, Byte.isDigit(bytes[at]) || bytes[at] == Byte.dash { at += 1 }
      return
    }
    if into, byte(at) == Byte.pipe { at += 1 }
    if !into, arrows == 2, byte(at) == Byte.dash { at += 1 }
    pending = into ? .output : arrows == 3 ? .hereString : arrows == 2 ? .hereDocument : .input
  }

  private mutating func readOperator() {
    let b = bytes[at]
    endWord()
    let doubled = byte(at + 1) == b && b != Byte.open && b != Byte.close
    let piped = b == Byte.pipe && !doubled
    endCommand(piped: piped)
    at += doubled || (piped && byte(at + 1) == Byte.ampersand) ? 2 : 1
  }

  mutating func endWord() {
    guard let start = wordStart else { return }
    let text = ShellText.string(word)
    switch pending {
    case .none: command.words.append(ShellWord(text: text, start: start, end: at, quoted: wordQuoted))
    case .output: command.outputs.append(text)
    case .input: command.hasInput = true
    case .hereString:
      command.hasInput = true
      command.hereText = text
    case .hereDocument:
      command.hasInput = true
      delimiters.append(text)
    }
    command.end = at
    pending = .none
    word.removeAll(keepingCapacity: true)
    wordStart = nil
    wordQuoted = false
  }

  private mutating func endCommand(piped: Bool) {
    if !command.words.isEmpty || !command.outputs.isEmpty || !command.substitutions.isEmpty {
      commands.append(command)
    }
    command = ShellCommand()
    command.isPiped = piped
    command.hasInput = piped
    pending = .none
  }
}
