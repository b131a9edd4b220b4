import CCmark

/// Markdown text → blocks, by cmark-gfm.
enum MarkdownParser {
  /// Deeper nesting is dropped: no document needs it, and recursion must be bounded.
  private static let deepest = 24

  /// The extensions' registry is global and must be filled once, before threads.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  static func parse(_ lines: [String]) -> [Block] {
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = cmark_parser_new(options) else { return [] }
    defer { cmark_parser_free(parser) }
    _ = registered
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    var text: [UInt8] = []
    text.reserveCapacity(lines.reduce(0) { $0 + $1.utf8.count + 1 })
    for line in lines {
      text += line.utf8
      text.append(0x0A)
    }
    text.withUnsafeBytes { cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    return children(of: root, depth: 0)
  }

  private static func children(of node: OpaquePointer, depth: Int) -> [Block] {
    guard depth < deepest else { return [] }
    var blocks: [Block] = []
    var child = cmark_node_first_child(node)
    while let current = child {
      if cmark_node_get_type(current) == CMARK_NODE_HTML_BLOCK {
        blocks += HTMLText.blocks(in: literal(current), line: start(of: current))
      } else if let block = convert(current, depth: depth) {
        blocks.append(block)
      }
      child = cmark_node_next(current)
    }
    return blocks
  }

  /// A paragraph that a table follows without an empty line has no place of its own: the table keeps the paragraph's.
  private static func start(of node: OpaquePointer) -> Int {
    line(of: node) ?? line(of: cmark_node_next(node)) ?? line(of: cmark_node_parent(node)) ?? 1
  }

  private static func line(of node: OpaquePointer?) -> Int? {
    guard let node else { return nil }
    let line = Int(cmark_node_get_start_line(node))
    return line > 0 ? line : nil
  }

  private static func convert(_ node: OpaquePointer, depth: Int) -> Block? {
    let line = start(of: node)
    let end = max(line, Int(cmark_node_get_end_line(node)))
    func block(_ kind: Block.Kind, _ phrases: [Phrase] = [], deeper: Bool = false) -> Block {
      let inner = deeper ? children(of: node, depth: depth + 1) : []
      return Block(kind: kind, phrases: phrases, children: inner, line: line, endLine: end)
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return block(.heading(level: Int(cmark_node_get_heading_level(node))), InlineText.phrases(of: node, line: line))
    case CMARK_NODE_PARAGRAPH:
      return block(.paragraph, InlineText.phrases(of: node, line: line))
    case CMARK_NODE_LIST:
      return block(.list(ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST), deeper: true)
    case CMARK_NODE_BLOCK_QUOTE:
      return block(.quote, deeper: true)
    case CMARK_NODE_THEMATIC_BREAK:
      return block(.rule)
    case CMARK_NODE_CODE_BLOCK:
      return block(.code(code(node, line: line)))
    default:
      return custom(node, block)
    }
  }

  /// Node types that extensions register have names, not numbers; an item with a box is a type of its own.
  private static func custom(
    _ node: OpaquePointer, _ block: (Block.Kind, [Phrase], Bool) -> Block
  ) -> Block? {
    let name = cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
    switch name {
    case "table": return block(.table(table(node)), [], false)
    case "tasklist":
      return block(.item(number: nil, task: cmark_gfm_extensions_get_tasklist_item_checked(node)), [], true)
    case "item": return block(.item(number: nil, task: nil), [], true)
    default: return nil
    }
  }

  private static func table(_ node: OpaquePointer) -> Block.Table {
    var rows: [[Phrase]] = []
    var row = cmark_node_first_child(node)
    while let current = row {
      var cells: [Phrase] = []
      var cell = cmark_node_first_child(current)
      let line = start(of: current)
      while let inner = cell {
        cells.append(InlineText.phrases(of: inner, line: line, oneLine: true).first ?? Phrase(line: line))
        cell = cmark_node_next(inner)
      }
      rows.append(cells)
      row = cmark_node_next(current)
    }
    return Block.Table(columns: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private static func code(_ node: OpaquePointer, line: Int) -> Block.Code {
    let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    // Writes through its arguments without looking: none may be null.
    var (length, offset, mark) = (Int32(0), Int32(0), CChar(0))
    let fenced = cmark_node_get_fenced(node, &length, &offset, &mark) != 0
    let word = info.trimmed.prefix { !$0.isWhitespace && $0 != "{" && $0 != "," }
    return Block.Code(
      language: word.lowercased(), info: info, text: literal(node), firstLine: fenced ? line + 1 : line)
  }

  private static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
}
