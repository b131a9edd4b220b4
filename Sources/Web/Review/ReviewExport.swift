/// The review alone.
enum ReviewExport {
  /// Where a page has its styles from.
  enum Sheet {
    /// The server at this origin: its own policy allows no others.
    case linked(String)
    /// The page itself, which is then whole wherever it is sent.
    case inside
  }

  static func page(_ state: ReviewState, styles: Sheet) -> HTML {
    HTML { h in
      h.raw("<!doctype html>\n")
      h.element("html", [Attribute("lang", "en")]) { h in
        h.element("head", []) { h in
          h.raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
          h.line("title", "Review: \(state.incident.headline), \(state.incident.name)")
          switch styles {
          case .linked(let origin):
            h.void("link", [Attribute("rel", "stylesheet"), .href(origin + Asset.styles.address)])
          case .inside: h.styles()
          }
        }
        h.element("body", [.class("paper")]) { h in
          h.main(.id("main"), .class("wrap")) { h in
            h.article(.class("doc")) { h in
              for block in ReviewText(state.text).blocks { h.block(block.shape) }
            }
          }
        }
      }
      h.raw("\n")
    }
  }
}
