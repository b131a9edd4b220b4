import Engine
import Incidents

/// The figures as rows of text.
enum FiguresTable {
  static func rows(_ view: FiguresView) -> [[String]] {
    let head = ["kind", "name", "incidents", "measure", "median_seconds", "p90_seconds", "count"]
    let figures = view.figures
    let groups =
      [("all", "", figures.all)] + figures.bySeverity.map { ("severity", $0.name, $0) }
      + figures.byScenario.map { ("scenario", $0.name.isEmpty ? "none" : $0.name, $0) }
    let spreads = groups.flatMap { kind, name, group in
      measures(group).map { measure, spread in
        [
          kind, name, String(group.incidents), measure, spread.median.map { String($0.seconds) } ?? "",
          spread.ninetieth.map { String($0.seconds) } ?? "", String(spread.count),
        ]
      }
    }
    let people = figures.people.flatMap { line in
      [("pages", line.pages), ("pages_at_night", line.atNight), ("nights", line.nights)].map {
        ["person", view.people[line.person] ?? line.person, "", $0.0, "", "", String($0.1)]
      }
    }
    let nights = figures.nights.map { ["night", date($0.day), "", "pages", "", "", String($0.pages)] }
    let updates = [("owed", figures.updatesOwed), ("on_time", figures.updatesOnTime)].map {
      ["updates", "", "", $0.0, "", "", String($0.1)]
    }
    return [head] + spreads + people + updates + nights
      + view.neverRehearsed.map { ["never_rehearsed", $0, "", "", "", "", ""] }
      + view.skipped.map { line in
        [
          "always_skipped", line.step.map { "\(line.list): \($0)" } ?? line.list, String(line.incidents), "", "", "",
          "",
        ]
      }
  }

  static func measures(_ group: Figures.Group) -> [(String, Spread)] {
    [("acknowledge", group.acknowledge), ("mitigate", group.mitigate), ("resolve", group.resolve)]
  }

  static func date(_ day: Int64) -> String {
    CivilTime(Timestamp(microseconds: day &* 86_400_000_000)).date
  }

  /// https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md
  static func openMetrics(_ view: FiguresView) -> String {
    let figures = view.figures
    var lines = family("tocsin_incident_count", "Incidents of the last \(view.days) days.")
    lines += figures.bySeverity.map { "tocsin_incident_count{severity=\"\(escaped($0.name))\"} \($0.incidents)" }
    lines += family(
      "tocsin_incident_duration_seconds", "Nearest-rank durations of the last \(view.days) days.", unit: "seconds")
    for group in figures.bySeverity {
      for (measure, spread) in measures(group) {
        for (quantile, span) in [("0.5", spread.median), ("0.9", spread.ninetieth)] {
          guard let span else { continue }
          lines.append(
            "tocsin_incident_duration_seconds{severity=\"\(escaped(group.name))\",measure=\"\(measure)\",quantile=\"\(quantile)\"} \(span.seconds)"
          )
        }
      }
    }
    lines += family("tocsin_person_pages", "Calls to each person in the last \(view.days) days.")
    for line in figures.people {
      lines.append("tocsin_person_pages{person=\"\(escaped(line.person))\",time=\"night\"} \(line.atNight)")
      lines.append("tocsin_person_pages{person=\"\(escaped(line.person))\",time=\"day\"} \(line.pages - line.atNight)")
    }
    lines += family("tocsin_updates", "Intervals that owed a word to people.")
    lines.append("tocsin_updates{kept=\"yes\"} \(figures.updatesOnTime)")
    lines.append("tocsin_updates{kept=\"no\"} \(figures.updatesOwed - figures.updatesOnTime)")
    lines += family("tocsin_scenarios_never_rehearsed", "Scenarios that nobody has practised.")
    lines.append("tocsin_scenarios_never_rehearsed \(view.neverRehearsed.count)")
    lines += family("tocsin_steps_always_skipped", "Steps and lists that nobody ticked off in any incident.")
    lines.append("tocsin_steps_always_skipped \(view.skipped.count)")
    return lines.joined(separator: "\n") + "\n# EOF\n"
  }

  private static func family(_ name: String, _ help: String, unit: String? = nil) -> [String] {
    ["# TYPE \(name) gauge"] + (unit.map { ["# UNIT \(name) \($0)"] } ?? []) + ["# HELP \(name) \(help)"]
  }

  private static func escaped(_ label: String) -> String {
    let line = String(label.prefix(200).map { $0.isNewline ? " " : $0 })
    return line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
