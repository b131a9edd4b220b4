import Engine
import Incidents

/// Pages by night: one stroke a night, as long as it was loud. Nights without a page are a point on the line.
struct NightsDrawing: Sendable {
  var nights: [Figures.Night]

  var loudest: Int { nights.map(\.pages).max() ?? 0 }

  var spoken: String {
    let loud = nights.filter { $0.pages > 0 }
    guard !loud.isEmpty else { return "No page went out in any of these \(nights.count) nights." }
    let told = loud.suffix(40).map { "\(FiguresTable.date($0.day)): \($0.pages)" }.joined(separator: ", ")
    return "Pages in \(loud.count) of \(nights.count) nights. \(told)."
  }
}

extension HTML {
  mutating func nights(_ drawing: NightsDrawing) {
    let (width, height) = (1_200.0, 110.0)
    let step = width / Double(max(1, drawing.nights.count))
    svg(
      .class("draw nights"), .init("viewBox", "0 0 1200 140"), .role("img"), .labelled(by: "nights-t nights-d"),
      Attribute("preserveAspectRatio", "none")
    ) { h in
      h.line("title", "Pages by night", .id("nights-t"))
      h.line("desc", drawing.spoken, .id("nights-d"))
      h.shape(
        "line", .class("axis"), Attribute("x1", number: 0), Attribute("x2", number: width),
        Attribute("y1", number: height + 10), Attribute("y2", number: height + 10))
      for (index, night) in drawing.nights.enumerated() where night.pages > 0 {
        let length = max(8, height * Double(night.pages) / Double(max(1, drawing.loudest)))
        h.element(
          "rect",
          [
            .class("stroke"), Attribute("x", number: Double(index) * step + step * 0.2),
            Attribute("y", number: height + 10 - length), Attribute("width", number: max(2, step * 0.6)),
            Attribute("height", number: length),
          ]
        ) { h in h.line("title", "\(FiguresTable.date(night.day)): \(Words.count(night.pages, "page"))") }
      }
    }
  }

  /// From the start to the median, and on to the ninetieth hundredth; the figures stand beside it as text.
  mutating func spread(_ spread: Spread, longest: Span) {
    let scale = 200.0 / Double(max(1, longest.seconds))
    let median = Double(spread.median?.seconds ?? 0) * scale
    let far = Double(spread.ninetieth?.seconds ?? 0) * scale
    svg(.class("draw spread"), .init("viewBox", "0 0 208 14"), .hidden) { h in
      h.shape(
        "line", .class("rest"), Attribute("x1", number: median), Attribute("x2", number: max(median, far)),
        Attribute("y1", number: 7), Attribute("y2", number: 7))
      h.shape(
        "rect", .class("stroke"), Attribute("x", number: 0), Attribute("y", number: 4),
        Attribute("width", number: max(2, median)), Attribute("height", number: 6))
    }
  }
}
