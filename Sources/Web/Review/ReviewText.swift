/// The shapes of a review: headings, paragraphs, lists, fences, tables, each with the lines that it stands on. Words
/// stay words: only bold and code become markup, so nothing of the record can become a link or an element.
struct ReviewText: Sendable {
  struct Block: Sendable, Hashable {
    var shape: Shape
    /// Indices of its lines in the text.
    var lines: ClosedRange<Int>
  }

  enum Shape: Sendable, Hashable {
    case heading(Int, String)
    case paragraph(String)
    case items([String], isNumbered: Bool)
    case code(String)
    case table([[String]])
    /// Ends what stands before it.
    case gap
  }

  private(set) var blocks: [Block] = []
  /// Lines that are shown; nobody reads on.
  private static let mostLines = 20_000

  init(_ markdown: String) {
    var fence: (start: Int, lines: [String])?
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).prefix(Self.mostLines)
    for (index, line) in lines.enumerated() {
      if line.drop(while: { $0 == " " }).hasPrefix("```") {
        if let open = fence {
          blocks.append(Block(shape: .code(open.lines.joined(separator: "\n")), lines: open.start...index))
        }
        fence = fence == nil ? (index, []) : nil
      } else if fence != nil {
        fence?.lines.append(String(line))
      } else {
        add(line.drop { $0 == " " || $0 == "\t" }, index)
      }
    }
    if let open = fence {
      blocks.append(
        Block(shape: .code(open.lines.joined(separator: "\n")), lines: open.start...(open.start + open.lines.count)))
    }
    blocks.removeAll { $0.shape == .gap }
  }

  private mutating func add(_ line: Substring, _ index: Int) {
    let hashes = line.prefix { $0 == "#" }.count
    if hashes > 0, hashes <= 6, line.dropFirst(hashes).first == " " {
      append(.heading(hashes, String(line.dropFirst(hashes + 1))), index)
    } else if let item = Self.item(line) {
      join(item.text, isNumbered: item.isNumbered, index)
    } else if line.hasPrefix("|") {
      add(row: line, index)
    } else if line.isEmpty || line.allSatisfy({ $0 == "-" }) {
      append(.gap, index)
    } else if case .paragraph(let before) = blocks.last?.shape, !line.hasPrefix("**") {
      extend(.paragraph(before + " " + line), index)
    } else {
      append(.paragraph(String(line)), index)
    }
  }

  private static func item(_ line: Substring) -> (text: String, isNumbered: Bool)? {
    if ["-", "*", "+"].contains(line) { return ("", false) }
    if ["- ", "* ", "+ "].contains(where: line.hasPrefix) { return (String(line.dropFirst(2)), false) }
    let digits = line.prefix(while: \.isWholeNumber)
    guard (1...3).contains(digits.count), line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return (String(line.dropFirst(digits.count + 2)), true)
  }

  private mutating func join(_ item: String, isNumbered: Bool, _ index: Int) {
    if case .items(let items, isNumbered) = blocks.last?.shape {
      extend(.items(items + [item], isNumbered: isNumbered), index)
    } else {
      append(.items([item], isNumbered: isNumbered), index)
    }
  }

  private mutating func add(row line: Substring, _ index: Int) {
    let isRule = line.allSatisfy { "|-: ".contains($0) } && line.contains("-")
    if case .table(let rows) = blocks.last?.shape {
      extend(.table(isRule ? rows : rows + [Self.cells(line)]), index)
    } else {
      append(.table([Self.cells(line)]), index)
    }
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped { cells.append("") } else { cells[cells.count - 1].append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    return cells
  }

  private mutating func append(_ shape: Shape, _ index: Int) {
    blocks.append(Block(shape: shape, lines: index...index))
  }

  private mutating func extend(_ shape: Shape, _ index: Int) {
    guard let last = blocks.last else { return append(shape, index) }
    blocks[blocks.count - 1] = Block(shape: shape, lines: last.lines.lowerBound...index)
  }
}
