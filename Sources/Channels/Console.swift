import Incidents

/// Shows each page where the server runs, drawn as a phone would show it.
package struct ConsoleChannel: Channel {
  package let name: String
  private let output: @Sendable (String) -> Void

  package init(name: String, output: @escaping @Sendable (String) -> Void) {
    self.name = name
    self.output = output
  }

  package func send(_ message: PageMessage, to address: String) async -> DeliveryOutcome {
    output(ConsoleChannel.render(message))
    return .accepted("shown on the console")
  }

  package func words(_ message: PageMessage, to address: String) -> String { ConsoleChannel.render(message) }

  /// The frame, 60 columns wide, ended by a line break. A link too long for it stands whole, so that it can be clicked.
  static func render(_ message: PageMessage) -> String {
    let text = PageText(message)
    var frame = Frame(columns: 60)
    frame.rule("┌", "┐")
    frame.line([text.severity, text.reason?.lowercased()].compactMap { $0 }.joined(separator: " · "), end: text.person)
    frame.line(message.reason == .notice ? text.incident : "\(text.incident) · since \(text.openedClock)")
    frame.rule("├", "┤")
    frame.paragraph(text.title)
    if !text.summary.isEmpty { frame.paragraph(text.summary) }
    for sentence in text.sentences.dropFirst(text.summary.isEmpty ? 0 : 1) {
      frame.line("")
      frame.paragraph(sentence)
    }
    frame.links(message)
    frame.rule("└", "┘")
    return frame.text
  }
}

/// Draws lines between two borders.
private struct Frame {
  let columns: Int
  var text = ""
  private var inner: Int { columns - 4 }

  init(columns: Int) { self.columns = columns }

  mutating func rule(_ left: String, _ right: String) {
    text += left + String(repeating: "─", count: columns - 2) + right + "\n"
  }

  mutating func line(_ content: String) {
    let room = inner - displayWidth(content)
    text += "│ " + content + (room < 0 ? "" : String(repeating: " ", count: room) + " │") + "\n"
  }

  /// Two texts at the ends of a line, or on two lines where they do not fit.
  mutating func line(_ start: String, end: String) {
    let room = inner - displayWidth(start) - displayWidth(end)
    guard room >= 2 else {
      paragraph(start)
      return paragraph(end)
    }
    line(start + String(repeating: " ", count: room) + end)
  }

  mutating func paragraph(_ content: String) {
    for part in wrapped(content, columns: inner) { line(part) }
  }

  mutating func links(_ message: PageMessage) {
    let acknowledge = message.reason == .resolved ? nil : message.acknowledgeURL
    let links = [("Acknowledge", acknowledge), (PageText(message).place, message.incidentURL)]
    let shown = links.compactMap { title, url in url.map { "\(title): \(singleLine($0, limit: 2_000))" } }
    if !shown.isEmpty { line("") }
    for link in shown { line(link) }
  }
}
