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
              h.title(state)
              for block in ReviewText(state.text).blocks { h.block(block.shape) }
            }
          }
        }
      }
      h.raw("\n")
    }
  }
}

extension HTML {
  /// Of a template that has none: a page that is sent alone says what it is about.
  fileprivate mutating func title(_ state: ReviewState) {
    if case .heading(1, _) = ReviewText(state.text).blocks.first?.shape { return }
    line("h1", "Review: \(state.incident.headline)")
    p(.class("second small")) { h in
      h.whole("\(state.incident.name), \(state.watched.mark.name), opened \(Words.moment(state.incident.opened))")
    }
  }
}
