import Incidents

/// A badge for other pages: the state in a word and a colour. Colours are written out, for a badge stands alone.
enum StatusBadge {
  static func svg(_ board: StatusBoard) -> HTML {
    let (word, colour) = word(board)
    let width = 22 + word.count * 7
    return HTML { x in
      x.svg(
        Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("width", number: width + 50),
        Attribute("height", number: 20), .role("img"), .label("status: \(word)")
      ) { x in
        x.line("title", "status: \(word)")
        x.shape("rect", Attribute("width", number: width + 50), Attribute("height", number: 20), fill("#14191B"))
        x.shape(
          "rect", Attribute("x", number: 50), Attribute("width", number: width), Attribute("height", number: 20),
          fill(colour))
        x.label("status", at: 8)
        x.label(word, at: 58)
      }
    }
  }

  private static func fill(_ colour: String) -> Attribute { Attribute("fill", colour) }

  private static func word(_ board: StatusBoard) -> (String, String) {
    switch board.worst {
    case .major: ("down", "#A81730")
    case .partial: ("partly down", "#A81730")
    case .degraded: ("degraded", "#7A5200")
    case .maintenance: ("maintenance", "#5A4BA0")
    case .operational:
      if !board.open.isEmpty {
        ("trouble", "#7A5200")
      } else if !board.running.isEmpty {
        ("maintenance", "#5A4BA0")
      } else {
        ("works", "#1A6644")
      }
    }
  }
}

extension HTML {
  fileprivate mutating func label(_ text: String, at x: Int) {
    line(
      "text", text, Attribute("x", number: x), Attribute("y", number: 14), Attribute("fill", "#FFFFFF"),
      Attribute("font-family", "DejaVu Sans, Verdana, sans-serif"), Attribute("font-size", number: 11))
  }
}
