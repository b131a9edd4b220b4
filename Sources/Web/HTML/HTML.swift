/// A piece of a page, written straight into bytes.
///
/// Only literals (`StaticString`) and other `HTML` go in as they are; a `String` is always escaped, so a value
/// from outside cannot become markup. One function per part of a page; a part is an extension of this type.
package struct HTML: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  init(_ write: (inout HTML) -> Void) { write(&self) }

  /// For tests and for fragments inside JSON.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func text(_ text: String) { Escape.append(text, to: &bytes) }

  mutating func text(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Markup of our own, known when this is compiled.
  mutating func raw(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// The pages' own style sheet inside a page; the content policy allows it only in a file that was taken away.
  mutating func styles() {
    raw("<style>")
    bytes.append(contentsOf: Asset.styles.bytes)
    raw("</style>")
  }

  /// Markup that was built by this type before.
  mutating func add(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

  mutating func element(
    _ name: StaticString, _ attributes: [Attribute], _ content: (inout HTML) -> Void
  ) {
    open(name, attributes)
    content(&self)
    raw("</")
    raw(name)
    raw(">")
  }

  /// An element that has no content: `input`, `meta`, `rect`.
  mutating func void(_ name: StaticString, _ attributes: [Attribute]) { open(name, attributes) }

  /// An SVG element that has no content.
  mutating func shape(_ name: StaticString, _ attributes: Attribute...) {
    raw("<")
    raw(name)
    write(attributes)
    raw("/>")
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    raw("<")
    raw(name)
    write(attributes)
    raw(">")
  }

  private mutating func write(_ attributes: [Attribute]) {
    for attribute in attributes {
      switch attribute.value {
      case .absent: break
      case .present:
        raw(" ")
        raw(attribute.name)
      case .text(let value):
        raw(" ")
        raw(attribute.name)
        raw("=\"")
        Escape.append(value, to: &bytes)
        raw("\"")
      }
    }
  }
}
