import Incidents
import Runbooks

/// What the record knows of an incident, as short texts that are inert in Markdown.
struct ReviewRecord {
  let incident: Incident
  let timeline: [TimelineEntry]
  let alerts: [Alert]
  let runbook: Runbook
  let team: Team
  let runs: [CommandRun]
  let items: [ActionItem]
  let pages: [Page]
  let figures: ReviewFigures

  var title: String { MarkdownText.inert(incident.title) }
  var date: String { CivilTime(incident.opened).date }

  var severity: String {
    let label = SeverityWords.find(incident.severity, in: runbook.severities)?.label ?? ""
    return label.isEmpty || label == incident.severity ? incident.severity : "\(incident.severity) (\(label))"
  }

  var duration: String {
    let start = Wording.clock(incident.opened)
    guard let end = incident.resolvedAt else { return "\(start) UTC until now, not resolved" }
    let day = CivilTime(end).date == date ? "" : CivilTime(end).date + " "
    return "\(start) - \(day)\(Wording.clock(end)) UTC (total: \(Wording.span(end - incident.opened)))"
  }

  /// Whoever did something, then whoever was reached.
  var responders: String {
    let actors = timeline.map(\.actor).filter { team.person($0) != nil }
    let reached = pages.filter {
      !$0.isToChannel && [.accepted, .delivered, .acknowledged].contains($0.status)
    }
    var names: [String] = []
    for id in actors + reached.map(\.person) {
      let name = name(id)
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }

  var commander: String { incident.acknowledgedBy.map(name) ?? "" }

  func name(_ id: String) -> String { MarkdownText.inert(team.person(id)?.name ?? id, limit: 120) }

  var services: String {
    let named = alerts.compactMap { $0.labels["service"] ?? $0.labels["component"] } + [incident.service]
    var seen: [String] = []
    for name in named where !name.isEmpty && !seen.contains(name) { seen.append(name) }
    return Wording.list(seen.prefix(8).map { MarkdownText.inert($0, limit: 80) })
  }

  /// How it was noticed: "monitor at 03:12 UTC".
  var detection: String {
    guard let first = timeline.first(where: { $0.kind == .opened || $0.kind == .declared }) else { return "" }
    return "\(name(first.actor)) at \(Wording.clock(first.at)) UTC"
  }

  /// What the record knows for a label of a template; nil where only people know.
  func value(of label: String) -> String? {
    let words = Matter.words(of: label)
    guard let value = known.first(where: { $0.labels.contains(words) })?.value, !value.isEmpty else { return nil }
    return value
  }

  private var known: [(labels: [Set<String>], value: String)] {
    let ended = incident.resolvedAt.map { "\(CivilTime($0).date) \(Wording.clock($0)) UTC" } ?? ""
    return [
      ([["incident", "id"], ["incident", "number"], ["id"]], incident.name),
      ([["incident", "title"], ["title"], ["incident", "name"], ["incident"]], title),
      ([["date"], ["incident", "date"], ["date", "of", "incident"]], date),
      ([["duration"], ["total", "duration"]], duration),
      ([["severity"], ["severity", "level"], ["level"]], severity),
      ([["responder"], ["participant"], ["incident", "responder"], ["attendee"]], responders),
      ([["commander"], ["incident", "commander"], ["ic"], ["lead"], ["incident", "lead"]], commander),
      (
        [
          ["service"], ["affected", "service"], ["service", "affected"], ["service", "down"], ["affected", "system"],
        ],
        services
      ),
      ([["start", "time"], ["started"], ["start"]], "\(date) \(Wording.clock(incident.opened)) UTC"),
      ([["end", "time"], ["ended"], ["end"], ["resolved"], ["resolved", "at"]], ended),
      ([["detection"], ["detected", "by"], ["detected"], ["how", "detected"], ["detection", "method"]], detection),
      ([["scenario"]], incident.scenario.map { MarkdownText.inert($0) } ?? ""),
      ([["statu"], ["status"], ["current", "status"]], incident.status.rawValue),
      ([["what", "went", "well"]], ReviewFacts(self).well.joined(separator: " ")),
      (
        [["what", "went", "wrong"], ["what", "could", "be", "improved"], ["what", "didn", "t", "go", "well"]],
        ReviewFacts(self).wrong.joined(separator: " ")
      ),
    ] + times
  }

  private var times: [(labels: [Set<String>], value: String)] {
    let answer = figures.answered.map(Wording.span) ?? ""
    let restored = figures.restored.map(Wording.span) ?? ""
    let resolved = figures.resolved.map(Wording.span) ?? ""
    return [
      (
        [["time", "to", "acknowledge"], ["tta"], ["mtta"], ["response", "time"], ["time", "to", "respond"]], answer
      ),
      ([["time", "to", "mitigate"], ["time", "to", "restore"], ["ttm"], ["time", "to", "mitigation"]], restored),
      (
        [["time", "to", "resolve"], ["ttr"], ["mttr"], ["resolution", "time"], ["time", "to", "resolution"]], resolved
      ),
    ]
  }
}
