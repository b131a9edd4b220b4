import Foundation
import Incidents

/// The room of an incident as lines of a terminal.
struct RoomScreen {
  let incident: IncidentReading
  private let json: JSONField
  private let text: IncidentText
  private let terminal: Terminal
  /// Lines of the window; nil where everything may be written.
  private let rows: Int?

  init(_ json: JSONField, terminal: Terminal, rows: Int?) {
    self.json = json
    self.terminal = terminal
    self.rows = rows
    incident = IncidentReading(json)
    text = IncidentText(incident: incident, terminal: terminal)
  }

  var isOver: Bool { !["triggered", "acknowledged", "monitoring"].contains(incident.status) }

  static func windowRows() -> Int? {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : nil
  }

  /// The newest entries fill what the rest leaves.
  func render() -> String {
    let parts = [text.head(), text.clocks(), roles(), steps(), missing(), situations()].filter { !$0.isEmpty }
    let upper = parts.joined(separator: [""]).flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let room = rows.map { max(6, $0 - upper.count - 4) } ?? 20
    let newest = incident.course.suffix(room).reversed().map { IncidentText.row($0, terminal) }
    let lines = newest.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let head = terminal.styled("Timeline, newest first, UTC", .strong)
    let all = upper.map(String.init) + ["", head] + lines.prefix(room).map(String.init)
    return (rows.map { Array(all.prefix(max(8, $0 - 1))) } ?? all).joined(separator: "\n") + "\n"
  }

  private func roles() -> [String] {
    let held = json["roles"].elements.compactMap { role -> String? in
      let who = role.words("name") ?? "nobody"
      return role.words("role").map { "\($0): \(who)" }
    }
    let here = json["present"].elements.compactMap(\.string).map(Layout.plain)
    let present = here.isEmpty ? [] : [text.row("Here now: \(here.joined(separator: ", "))")]
    return held.isEmpty ? [] : [terminal.styled("Roles", .strong)] + held.map { text.row($0) } + present
  }

  /// The first list that is begun or comes next, with what of it is open.
  private func steps() -> [String] {
    let lists = json["checklists"].elements.filter { $0["kind"].string == "phase" || $0["kind"].string == "other" }
    let open = lists.first { list in list["items"].elements.contains { $0["by"] == .null } }
    guard let list = open ?? json["checklists"].elements.first else { return [] }
    let items = list["items"].elements
    let done = items.count { $0["by"] != .null }
    let head = "\(list.words("title") ?? "Steps"), \(done) of \(items.count) done"
    return [terminal.styled(head, .strong)]
      + items.prefix(8).map { item in
        let by = item.words("by").map { " (\($0))" } ?? ""
        return text.row(
          "\(item.words("text") ?? "")\(by)", line: item["line"].integer,
          lead: item["by"] == .null ? "  [ ] " : "  [x] ")
      }
  }

  private func missing() -> [String] {
    let parts = json["closing"]["missing"].elements.compactMap(\.string).map(Layout.plain)
    return parts.isEmpty ? [] : [terminal.styled("Before it is over", .strong)] + parts.map { text.row($0) }
  }

  private func situations() -> [String] {
    incident.situations.filter { $0.state == "asked" }.map {
      text.row("Is it so? \($0.words)", line: $0.line, lead: "? ")
    }
  }
}
