/// The elements that the pages use, by name.
extension HTML {
  typealias Content = (inout HTML) -> Void

  mutating func div(_ attributes: Attribute..., content: Content) { element("div", attributes, content) }
  mutating func span(_ attributes: Attribute..., content: Content) { element("span", attributes, content) }
  mutating func p(_ attributes: Attribute..., content: Content) { element("p", attributes, content) }
  mutating func ul(_ attributes: Attribute..., content: Content) { element("ul", attributes, content) }
  mutating func ol(_ attributes: Attribute..., content: Content) { element("ol", attributes, content) }
  mutating func li(_ attributes: Attribute..., content: Content) { element("li", attributes, content) }
  mutating func h1(_ attributes: Attribute..., content: Content) { element("h1", attributes, content) }
  mutating func h2(_ attributes: Attribute..., content: Content) { element("h2", attributes, content) }
  mutating func h3(_ attributes: Attribute..., content: Content) { element("h3", attributes, content) }
  mutating func section(_ attributes: Attribute..., content: Content) { element("section", attributes, content) }
  mutating func article(_ attributes: Attribute..., content: Content) { element("article", attributes, content) }
  mutating func nav(_ attributes: Attribute..., content: Content) { element("nav", attributes, content) }
  mutating func main(_ attributes: Attribute..., content: Content) { element("main", attributes, content) }
  mutating func header(_ attributes: Attribute..., content: Content) { element("header", attributes, content) }
  mutating func footer(_ attributes: Attribute..., content: Content) { element("footer", attributes, content) }
  mutating func a(_ attributes: Attribute..., content: Content) { element("a", attributes, content) }
  mutating func pre(_ attributes: Attribute..., content: Content) { element("pre", attributes, content) }
  mutating func details(_ attributes: Attribute..., content: Content) { element("details", attributes, content) }
  mutating func svg(_ attributes: Attribute..., content: Content) { element("svg", attributes, content) }
  mutating func form(_ attributes: Attribute..., content: Content) { element("form", attributes, content) }

  /// An element that holds nothing but text.
  mutating func line(_ name: StaticString, _ text: String, _ attributes: Attribute...) {
    element(name, attributes) { $0.text(text) }
  }

  mutating func span(_ text: String, class names: String) {
    element("span", [.class(names)]) { $0.text(text) }
  }

  mutating func p(_ text: String, class names: String) {
    element("p", [.class(names)]) { $0.text(text) }
  }

  mutating func link(_ text: String, to target: String, class names: String? = nil) {
    element("a", [Attribute("class", optional: names), .href(target)]) { $0.text(text) }
  }

  mutating func input(_ attributes: Attribute...) { void("input", attributes) }
}
