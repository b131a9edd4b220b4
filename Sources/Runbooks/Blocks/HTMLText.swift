/// The little HTML that runbooks hold: tables, line breaks, headings and summaries. All other tags are dropped.
enum HTMLText {
  static func isBreak(_ tag: String) -> Bool { tag.lowercased().hasPrefix("<br") }

  /// Whether what stands in angle brackets is a place to fill in, `<TBD>` or `<team name>`, and no tag.
  static func isPlace(_ inner: some StringProtocol) -> Bool {
    guard let first = inner.utf8.first, first.isASCIILetter, inner.utf8.count <= 60 else { return false }
    guard inner.utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit || $0 >= 0x80 || " -_.".utf8.contains($0) }) else {
      return false
    }
    return !elements.contains(inner.prefix { $0 != " " }.lowercased())
  }

  private static let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "audio", "b", "big", "blockquote", "body", "br", "button", "caption",
    "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
    "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i",
    "iframe", "img", "input", "ins", "kbd", "label", "li", "link", "main", "mark", "meta", "nav", "nobr", "ol",
    "option", "p", "picture", "pre", "q", "s", "samp", "script", "section", "select", "small", "source", "span",
    "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "title", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ]

  /// A table for each `<table>`, a heading for `<h1>`…`<h6>`, else a paragraph of the text without its tags.
  static func blocks(in html: String, line: Int) -> [Block] {
    var reader = Reader(line: line)
    var rest = Substring(html)
    while let open = rest.utf8.firstIndex(of: 0x3C) {
      reader.text(rest[..<open])
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        let end = rest.firstRange(of: "-->")?.upperBound ?? rest.endIndex
        reader.skip(rest[..<end])
        rest = rest[end...]
        continue
      }
      guard let close = rest.utf8.firstIndex(of: 0x3E) else { break }
      let after = rest.utf8.index(after: close)
      reader.tag(rest[rest.utf8.index(after: open)..<close])
      reader.skip(rest[..<after])
      rest = rest[after...]
    }
    reader.text(rest)
    return reader.finish()
  }

  private struct Reader {
    var line: Int
    var blocks: [Block] = []
    var table: Block.Table?
    var row: [Phrase] = []
    var cell: Phrase?
    var heading: Int?
    var inSummary = false
    var prose: Phrase
    var tableLine: Int

    init(line: Int) {
      self.line = line
      tableLine = line
      prose = Phrase(line: line)
    }

    mutating func skip(_ text: Substring) { line += text.utf8.reduce(0) { $0 + ($1 == 10 ? 1 : 0) } }

    mutating func text(_ text: Substring) {
      let words = HTMLText.unescaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      if !words.isEmpty {
        if cell != nil {
          cell?.append(words + " ", .plain)
        } else if table == nil {
          if prose.isEmpty { prose = Phrase(line: line) }
          prose.append(words + " ", .plain)
        }
      }
      skip(text)
    }

    mutating func tag(_ inner: Substring) {
      let name = inner.prefix { $0 != " " && $0 != "\n" && $0 != "\t" }.lowercased()
      switch name {
      case "table":
        flush()
        table = Block.Table(columns: [], rows: [])
        tableLine = line
      case "tr": row = []
      case "td", "th": cell = Phrase(line: line)
      case "/td", "/th":
        if let cell { row.append(cell) }
        cell = nil
      case "/tr": endRow()
      case "/table": endTable()
      case "h1", "h2", "h3", "h4", "h5", "h6":
        flush()
        heading = name.utf8.last.map { Int($0) - 0x30 }
      case "summary":
        flush()
        inSummary = true
      case "/details":
        flush()
        blocks.append(Block(kind: .foldEnd, line: line, endLine: line))
      case "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "/p", "/div", "/summary", "/li", "/dt", "/dd": flush()
      case "br", "br/":
        if cell != nil { cell?.append("; ", .plain) } else { flush() }
      default: if HTMLText.isPlace(inner) { text("<\(inner)>") }
      }
    }

    mutating func endRow() {
      guard !row.isEmpty, table != nil else { return }
      if table?.columns.isEmpty == true { table?.columns = row } else { table?.rows.append(row) }
      row = []
    }

    mutating func endTable() {
      guard let table else { return }
      blocks.append(Block(kind: .table(table), line: tableLine, endLine: line))
      self.table = nil
    }

    mutating func flush() {
      if !prose.isEmpty {
        let kind: Block.Kind = inSummary ? .summary : heading.map { .heading(level: $0) } ?? .paragraph
        blocks.append(Block(kind: kind, phrases: [prose], line: prose.line, endLine: line))
        inSummary = false
      }
      heading = nil
      prose = Phrase(line: line)
    }

    mutating func finish() -> [Block] {
      endTable()
      flush()
      return blocks
    }
  }

  private static let entities: [(String, String)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&amp;", "&"),
  ]

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    return entities.reduce(text) { whole, entity in
      var rest = Substring(whole)
      var result = ""
      while let range = rest.firstRange(of: entity.0) {
        result += rest[..<range.lowerBound] + entity.1
        rest = rest[range.upperBound...]
      }
      return result + rest
    }
  }
}
