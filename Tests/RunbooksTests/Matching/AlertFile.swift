import Foundation

/// Alerts that were worded for a runbook before anybody looked at what the matcher makes of them.
///
/// A file of `Fixtures/alerts`: `# Scenario`, and below it one alert a line, `summary | label=value | label=value`.
enum AlertFile {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/alerts")

  /// - Throws: where there is no such file.
  static func read(_ name: String) throws -> [AlertWording] {
    let text = try String(contentsOf: folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
    var scenario = ""
    var alerts: [AlertWording] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        scenario = String(line.dropFirst(2))
        continue
      }
      let parts = line.components(separatedBy: " | ")
      let labels = parts.dropFirst().compactMap { part -> (String, String)? in
        let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
        return pair.count == 2 ? (pair[0], pair[1]) : nil
      }
      alerts.append(AlertWording(parts[0], Dictionary(labels) { first, _ in first }, scenario))
    }
    return alerts
  }
}
