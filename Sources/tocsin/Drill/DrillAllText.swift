import Engine
import Incidents

/// Every scenario at every severity on a row each.
extension DrillText {
  func render(all nights: [DrillNight]) -> String {
    var lines = [
      terminal.styled(
        Layout.hanging("", circumstances(question.start).joined(separator: " · "), terminal.width), .quiet)
    ]
    let columns = min(nights.map { Layout.width($0.severity) }.max() ?? 0, 20)
    var title: String?
    for (index, night) in nights.enumerated() {
      if index == 0 || night.scenario != title {
        title = night.scenario
        let heading = title.map(Layout.plain) ?? "An incident that fits no scenario"
        lines += ["", terminal.styled(Layout.hanging("", heading, terminal.width), .strong)]
      }
      let text = Layout.hanging(
        "  " + Layout.padded(Layout.plain(night.severity), columns) + "  ", Self.reached(night), terminal.width)
      lines.append(night.holes.isEmpty ? text : terminal.styled(text, .error))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// "5 of 5 reach somebody, the last after 1 h. …"
  static func reached(_ night: DrillNight) -> String {
    let pages = night.pages.filter { $0.reason != .fallback && $0.reason?.isReminder != true }
    let all = pages.count + night.holes.count
    let last = pages.last.map { $0.minute == 0 ? ", at once" : ", the last after \(minutes($0.minute))" } ?? ""
    let count = "\(pages.count) of \(all) \(all == 1 ? "page reaches" : "pages reach") somebody\(last)."
    return ([count] + night.deadEnds).joined(separator: " ")
  }

  /// Which of the nights reach nobody, for the end of a check.
  static func sum(_ dead: [DrillNight], of count: Int) -> String {
    let names = dead.map { "\(Layout.plain($0.scenario ?? "no scenario")) at \(Layout.plain($0.severity))" }
    let shown = names.prefix(12).joined(separator: "; ")
    let rest = names.count > 12 ? "; and \(names.count - 12) more" : ""
    return "\(dead.count) of \(Count.of(count, "drill")) reach nobody at some rung: \(shown)\(rest)."
  }
}
