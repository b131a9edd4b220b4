import Foundation

/// The figures as a person reads them in a terminal.
struct FiguresText {
  let figures: JSONField
  let terminal: Terminal

  func render() -> String {
    let head = [
      "\(Self.count(figures["all"], "incident")) since \((figures["since"].string ?? "").prefix(10)).",
      "Left out: drills \(number("drills")), false alarms and merged ones \(number("falseAlarms")).",
      "Updates on time: \(number("updatesOnTime")) of \(number("updatesOwed")).",
    ]
    let parts = [
      head, groups(), people(), list("Came more than once", figures["recurring"]),
      list("Nobody has practised", figures["neverRehearsed"]), skipped(),
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func number(_ name: String) -> Int { figures[name].integer ?? 0 }

  private static func count(_ group: JSONField, _ what: String) -> String {
    let count = group["incidents"].integer ?? 0
    return "\(count) \(what)\(count == 1 ? "" : "s")"
  }

  /// Median, and nine of ten in brackets.
  private func groups() -> [String] {
    let rows =
      figures["severities"].elements.map { row($0, $0["label"].string) }
      + figures["scenarios"].elements.map { row($0, nil) }
    return rows.isEmpty ? [] : table([["", "incidents", "answered", "quiet", "resolved"]] + rows)
  }

  private func row(_ group: JSONField, _ label: String?) -> [String] {
    let name = Layout.plain(group["name"].string ?? "")
    let title = name.isEmpty ? "no scenario" : label.map { "\(name) \(Layout.plain($0))" } ?? name
    return [Layout.clipped(title, 40), String(group["incidents"].integer ?? 0)]
      + ["answered", "quiet", "resolved"].map { Self.spread(group[$0]) }
  }

  static func spread(_ spread: JSONField) -> String {
    guard let median = spread["median"].integer else { return "" }
    let far = spread["ninetieth"].integer.map { " (\(duration($0)))" } ?? ""
    return duration(median) + far
  }

  static func duration(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3_600: "\(seconds / 60) min"
    default: "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
    }
  }

  private func people() -> [String] {
    let rows = figures["people"].elements.map { line in
      [Layout.clipped(Layout.plain(line["name"].string ?? ""), 40)]
        + ["pages", "atNight", "nights"].map { String(line[$0].integer ?? 0) }
    }
    return rows.isEmpty ? ["Nobody was paged."] : table([["", "pages", "at night", "nights"]] + rows)
  }

  private func table(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? Layout.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { Layout.padded($0.element, widths[$0.offset]) }
      return Layout.clipped(cells.joined(separator: "  "), terminal.width).trimmed
    }
  }

  private func list(_ title: String, _ names: JSONField) -> [String] {
    let rows = names.elements.compactMap(\.string).map { Layout.hanging("  ", Layout.plain($0), terminal.width) }
    return rows.isEmpty ? [] : ["\(title):"] + rows
  }

  private func skipped() -> [String] {
    let rows = figures["alwaysSkipped"].elements.map { line in
      let list = Layout.plain(line["list"].string ?? "")
      let what = line["step"].string.map { "\(Layout.plain($0)), in \(list)" } ?? "the whole list \(list)"
      let place = "L\(line["line"].integer ?? 0), \(line["incidents"].integer ?? 0) incidents"
      return Layout.hanging("  ", "\(what) (\(place))", terminal.width)
    }
    return rows.isEmpty ? [] : ["Skipped every time:"] + rows
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
