/// The shapes of a review draft: headings, paragraphs, lists, fences, tables. Words stay words: no Markdown inside a
/// line is turned into markup, so nothing of the record can become a link or an element.
enum DraftText {
  enum Block: Sendable, Hashable {
    case heading(Int, String)
    case paragraph(String)
    case items([String])
    case code(String)
    case table([[String]])
  }

  static func blocks(_ markdown: String) -> [Block] {
    var blocks: [Block] = []
    var fence: [String]?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let code = fence { blocks.append(.code(code.joined(separator: "\n"))) }
        fence = fence == nil ? [] : nil
      } else if fence != nil {
        fence?.append(String(line))
      } else {
        add(line.drop { $0 == " " }, to: &blocks)
      }
    }
    if let code = fence { blocks.append(.code(code.joined(separator: "\n"))) }
    return blocks.filter { $0 != .paragraph("") }
  }

  private static func add(_ line: Substring, to blocks: inout [Block]) {
    let hashes = line.prefix { $0 == "#" }.count
    if hashes > 0, hashes <= 6, line.dropFirst(hashes).first == " " {
      blocks.append(.heading(hashes, plain(line.dropFirst(hashes + 1))))
    } else if line.hasPrefix("- ") || line.hasPrefix("* ") {
      add(item: plain(line.dropFirst(2)), to: &blocks)
    } else if line.hasPrefix("|") {
      add(row: line, to: &blocks)
    } else if line.isEmpty || line.allSatisfy({ $0 == "-" }) {
      blocks.append(.paragraph(""))
    } else if case .paragraph(let before) = blocks.last, !before.isEmpty {
      blocks[blocks.count - 1] = .paragraph(before + " " + plain(line))
    } else {
      blocks.append(.paragraph(plain(line)))
    }
  }

  private static func add(item: String, to blocks: inout [Block]) {
    if case .items(let items) = blocks.last {
      blocks[blocks.count - 1] = .items(items + [item])
    } else {
      blocks.append(.items([item]))
    }
  }

  private static func add(row line: Substring, to blocks: inout [Block]) {
    guard !line.allSatisfy({ "|-: ".contains($0) }) else { return }
    let cells = line.split(separator: "|").map { plain($0.drop { $0 == " " }) }
    if case .table(let rows) = blocks.last {
      blocks[blocks.count - 1] = .table(rows + [cells])
    } else {
      blocks.append(.table([cells]))
    }
  }

  private static func plain(_ text: Substring) -> String {
    var text = String(text)
    while text.last == " " { text.removeLast() }
    return text.replacing("**", with: "").replacing("`", with: "")
  }
}
