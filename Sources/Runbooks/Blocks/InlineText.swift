import CCmark

/// The inline text of a block, walked without recursion: emphasis may nest fifty thousand deep.
enum InlineText {
  /// One phrase per source line; with `oneLine` all in one, breaks as "; ".
  static func phrases(of node: OpaquePointer, line: Int, oneLine: Bool = false) -> [Phrase] {
    guard let walk = cmark_iter_new(node) else { return [] }
    defer { cmark_iter_free(walk) }
    var writer = Writer(line: line, oneLine: oneLine)
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { break }
      guard let current = cmark_iter_get_node(walk) else { continue }
      writer.take(current, entering: event == CMARK_EVENT_ENTER)
    }
    return writer.finish()
  }

  private struct Writer {
    var done: [Phrase] = []
    var current: Phrase
    var oneLine: Bool
    var strong = 0
    var emphasis = 0
    /// URL and the text so far of the link that is open.
    var link: (url: String, start: Int)?

    init(line: Int, oneLine: Bool) {
      current = Phrase(line: line)
      self.oneLine = oneLine
    }

    mutating func take(_ node: OpaquePointer, entering: Bool) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: add(InlineText.literal(node), strong > 0 ? .strong : emphasis > 0 ? .emphasis : .plain)
      case CMARK_NODE_CODE: add(InlineText.literal(node), strong > 0 ? .strong : .code)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: lineBreak()
      case CMARK_NODE_HTML_INLINE: tag(InlineText.literal(node))
      case CMARK_NODE_STRONG: strong += entering ? 1 : -1
      case CMARK_NODE_EMPH: emphasis += entering ? 1 : -1
      case CMARK_NODE_LINK: follow(node, entering: entering)
      default: break
      }
    }

    mutating func tag(_ text: String) {
      if HTMLText.isBreak(text) {
        add("; ", .plain)
      } else if HTMLText.isPlace(text.dropFirst().dropLast()) {
        add(text, strong > 0 ? .strong : .plain)
      }
    }

    mutating func add(_ text: String, _ style: Phrase.Run.Style) { current.append(text, style) }

    mutating func lineBreak() {
      if oneLine { return add(" ", .plain) }
      done.append(current)
      current = Phrase(line: current.line + 1)
    }

    mutating func follow(_ node: OpaquePointer, entering: Bool) {
      if entering {
        link = (
          cmark_node_get_url(node).map { String(cString: $0) } ?? "", current.runs.map(\.text).joined().utf8.count
        )
      } else if let open = link {
        let whole = current.runs.map(\.text).joined()
        let title = String(decoding: whole.utf8.dropFirst(open.start), as: UTF8.self)
        current.links.append(Phrase.Target(title: title.trimmed, url: open.url))
        link = nil
      }
    }

    mutating func finish() -> [Phrase] {
      done.append(current)
      return done
    }
  }

  private static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
}
