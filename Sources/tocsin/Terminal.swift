import Foundation

/// What the reader's screen can do.
struct Terminal: Sendable {
  /// Columns to fill, from 40 to 120: longer lines are not read.
  var width: Int
  var colour: Bool

  init(width: Int, colour: Bool) {
    self.width = min(max(width, 40), 120)
    self.colour = colour
  }

  /// Colour only where standard output is a terminal that has any and nobody objects (https://no-color.org).
  static func current(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let objects = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let columns = environment["COLUMNS"].flatMap { Int($0) } ?? (isTerminal ? windowColumns() : nil) ?? 80
    return Terminal(width: columns, colour: isTerminal && !objects && environment["TERM"] != "dumb")
  }

  private static func windowColumns() -> Int? {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  enum Style: String { case strong = "1", quiet = "2", error = "31", good = "32", warning = "33" }

  func styled(_ text: String, _ style: Style) -> String { colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text }
}
