/// What a program printed, without what could steer the terminal or the page that shows it.
package enum PlainOutput {
  /// Escape sequences go as a whole; of other control characters only line feeds and tabs stay. A carriage return
  /// ends a line, as it does on a screen.
  package static func of(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": skip(&rest)
      case "\u{9B}": skipControl(&rest)
      case "\r": if rest.first != "\n" { kept.append("\n") }
      case "\n", "\t": kept.append(scalar)
      default: if scalar.properties.generalCategory != .control { kept.append(scalar) }
      }
    }
    return String(kept)
  }

  /// What follows an escape character.
  private static func skip(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.first {
    case "[":
      rest.removeFirst()
      skipControl(&rest)
    case "]", "P", "_", "^", "X":
      rest.removeFirst()
      skipText(&rest)
    case .some(let next) where (0x20...0x7E).contains(next.value):
      while let next = rest.popFirst(), (0x20...0x2F).contains(next.value) {}
    default: break
    }
  }

  /// Up to the letter that ends it: `[31m`, `[2J`.
  private static func skipControl(_ rest: inout Substring.UnicodeScalarView) {
    while let next = rest.first, (0x20...0x3F).contains(next.value) { rest.removeFirst() }
    if let end = rest.first, (0x40...0x7E).contains(end.value) { rest.removeFirst() }
  }

  /// A title or the like, up to its bell or end sign; never past the line.
  private static func skipText(_ rest: inout Substring.UnicodeScalarView) {
    while let next = rest.first, next != "\n" {
      rest.removeFirst()
      if next == "\u{07}" { return }
      if next == "\u{1B}" {
        if rest.first == "\\" { rest.removeFirst() }
        return
      }
    }
  }
}
