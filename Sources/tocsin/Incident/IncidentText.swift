import Incidents

/// One incident as text: head, reasons, clocks, pages, timeline from its beginning.
struct IncidentText {
  let incident: IncidentReading
  let terminal: Terminal

  func render() -> String {
    [head(), reasons(), clocks(), ladder(), situations(), pages(), timeline()].filter { !$0.isEmpty }.map {
      $0.joined(separator: "\n")
    }
    .joined(separator: "\n\n") + "\n"
  }

  func head() -> [String] {
    let badge = [incident.severity, incident.label].filter { !$0.isEmpty }.joined(separator: " ")
    let opened = incident.opened.map { "opened \(CivilTime($0).date) \(CivilTime($0).clock) UTC" }
    let answered = incident.acknowledgedBy.map { person in
      "\(person) answered" + (incident.acknowledgedAt.map { " at \(CivilTime($0).clock)" } ?? "")
    }
    let facts = [incident.isDrill ? "DRILL" : nil, incident.name, badge, incident.status, opened, answered].compactMap {
      $0
    }
    return Layout.wrapped(incident.title, terminal.width).map { terminal.styled($0, .strong) }
      + [Layout.hanging("", facts.joined(separator: " · "), terminal.width)]
  }

  private func reasons() -> [String] {
    let scenario = incident.scenario.map { [row("Scenario: \($0)")] } ?? []
    guard !scenario.isEmpty || !incident.reasons.isEmpty else { return [] }
    return [terminal.styled("Why", .strong)] + scenario + incident.reasons.map { row($0.text, line: $0.line) }
  }

  func clocks() -> [String] {
    guard !incident.clocks.isEmpty else { return [] }
    return [terminal.styled("What comes next", .strong)]
      + incident.clocks.map { clock in
        let due = clock.due.map { CivilTime($0).clock } ?? "     "
        let state = (clock.state == "running" ? "" : " (\(clock.state))") + (clock.isAssumed ? ", assumed" : "")
        let text = [clock.what, clock.why].filter { !$0.isEmpty }.joined(separator: ", ") + state
        return row(text, line: clock.line, lead: "  \(due)  ")
      }
  }

  private func pages() -> [String] {
    guard !incident.pages.isEmpty else { return [] }
    return [terminal.styled("Pages", .strong)]
      + incident.pages.map { page in
        let due = page.due.map { CivilTime($0).clock } ?? "     "
        let text =
          "\(page.name.isEmpty ? page.person : page.name) by \(page.channel): \(page.status) (\(page.reason)). \(page.why)"
          + IncidentLadderText.assumed(page.assumption)
        return row(text, line: page.line, lead: "  \(due)  ")
      }
  }

  private func timeline() -> [String] {
    guard !incident.timeline.isEmpty else { return [] }
    return [terminal.styled("Timeline, UTC", .strong)] + incident.course.map { Self.row($0, terminal, incident.places) }
  }

  static func row(
    _ entry: IncidentReading.Entry, _ terminal: Terminal, _ places: LinePlaces = LinePlaces(), mark: String = "  "
  ) -> String {
    let time = entry.at.map { CivilTime($0) }.map { "\($0.clock):\(padded($0.second, 2))" } ?? "        "
    let ends = entry.text.last.map { ".!?:".contains($0) } ?? true
    let text = entry.detail.isEmpty ? entry.text : "\(entry.text)\(ends ? "" : ".") \(entry.detail)"
    return Layout.referenced("\(mark)\(time)  ", text, entry.line.map(places.label) ?? "", terminal)
  }

  func row(_ text: String, line: Int? = nil, lead: String = "  ") -> String {
    Layout.referenced(lead, text, line.map(incident.places.label) ?? "", terminal)
  }
}
