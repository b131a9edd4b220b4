import Engine
import Incidents
import Runbooks

/// A drill as a lead reads it: the night as a list, and how it ends.
struct DrillText {
  let drill: Drill
  let question: DrillQuestion
  /// The file as it was named.
  let name: String
  let terminal: Terminal

  func render(_ night: DrillNight) -> String {
    let end = terminal.styled(
      Layout.hanging("", Layout.plain(night.closing), terminal.width), night.holes.isEmpty ? .strong : .error)
    return (heading(night) + ["", columns] + rows(night) + ["", end]).joined(separator: "\n") + "\n"
  }

  private func heading(_ night: DrillNight) -> [String] {
    let title = night.scenario.map(Layout.plain) ?? "An incident that fits no scenario"
    let severity = [night.severity, night.label].filter { !$0.isEmpty }.joined(separator: " ")
    return [
      terminal.styled(Layout.hanging("", "\(title), \(severity)", terminal.width), .strong),
      terminal.styled(Layout.hanging("", circumstances(night.opened).joined(separator: " · "), terminal.width), .quiet),
    ]
  }

  /// What was given: the file, when it opens, who answers and what is broken.
  func circumstances(_ opened: Timestamp) -> [String] {
    let time = CivilTime(opened)
    var facts = ["Drill of \(name)", "opens \(time.date) \(time.clock) UTC"]
    facts.append(
      question.acknowledgeAfter.map { "answered \(DrillText.minutes($0)) after a page" } ?? "nobody answers")
    if let minute = question.resolveAfter { facts.append("resolved after \(DrillText.minutes(minute))") }
    if let change = question.change {
      facts.append("\(Layout.plain(change.severity)) from \(DrillText.minutes(change.minute))")
    }
    if let said = question.said {
      facts.append("\(Layout.plain(said.words)) said after \(DrillText.minutes(said.minute))")
    }
    let sleepers = drill.team.people.filter { question.asleep.contains($0.id) }.map(\.name)
    if !sleepers.isEmpty { facts.append("asleep: \(sleepers.joined(separator: ", "))") }
    if !question.channelsDown.isEmpty {
      facts.append("down: \(question.channelsDown.sorted().joined(separator: ", "))")
    }
    if !drill.hasTeamFile { facts.append("no team file, so the document's roles are played") }
    return facts.map(Layout.plain)
  }

  // MARK: The night

  private func rows(_ night: DrillNight) -> [String] {
    var rows: [String] = []
    var day = CivilTime(night.opened).date
    for event in night.events {
      let date = CivilTime(event.at).date
      if date != day { rows.append(terminal.styled("  \(date)", .quiet)) }
      day = date
      rows.append(row(event))
    }
    return rows
  }

  /// `  03:27  00:15  page        Bo Lindqvist (Secondary On-Call Engineer): …        L62`
  private func row(_ event: DrillEvent) -> String {
    let line = event.line.map(LinePlaces(drill.runbook.parts).label) ?? ""
    let lead = lead(event)
    let text = Layout.hanging(lead, Layout.plain(event.text), terminal.width - (line.isEmpty ? 0 : line.count + 2))
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = rows.first else { return text }
    let head = line.isEmpty ? first : Layout.padded(first, terminal.width - line.count)
    let body =
      lead
      + (style(event.kind).map { terminal.styled(String(head.dropFirst(lead.count)), $0) }
        ?? String(head.dropFirst(lead.count)))
    rows[0] = body + (line.isEmpty ? "" : terminal.styled(line, .quiet))
    return rows.joined(separator: "\n")
  }

  private var isWide: Bool { terminal.width >= 72 }
  private var columns: String { terminal.styled(isWide ? "  UTC    after" : "  after", .quiet) }

  private func lead(_ event: DrillEvent) -> String {
    let after = DrillNight.elapsed(event.minute)
    guard isWide else { return "  \(after)  " }
    return "  \(CivilTime(event.at).clock)  \(after)  " + Layout.padded(word(event.kind), 10) + "  "
  }

  private func word(_ kind: DrillEvent.Kind) -> String {
    switch kind {
    case .opened: "opened"
    case .page: "page"
    case .acknowledged: "answered"
    case .late: "late"
    case .updateDue: "update due"
    case .phase: "phase"
    case .decision: "decide"
    case .verified: "verified"
    case .resolved: "resolved"
    case .reviewDue: "review due"
    case .unreachable: "nobody"
    }
  }

  private func style(_ kind: DrillEvent.Kind) -> Terminal.Style? {
    switch kind {
    case .opened, .page: .strong
    case .acknowledged, .resolved, .verified: .good
    case .late, .decision: .warning
    case .unreachable: .error
    case .updateDue, .phase, .reviewDue: nil
    }
  }

  static func minutes(_ count: Int) -> String { count == 0 ? "0 min" : Count.minutes(Double(count)) }
}
