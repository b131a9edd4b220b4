import Incidents
import Runbooks
import Yams

extension TeamFileSections {
  /// What stands for the places that commands of the runbook leave open, by the place's name without its marks. Those
  /// that are left empty are another each time.
  mutating func readValues(_ node: Node) -> [String: String] {
    var values: [String: String] = [:]
    for entry in report.entries(of: node, in: "values") where !report.isEmpty(entry.value) {
      if let value = report.text(entry.value, "The value of `\(clipped(entry.key))`") {
        values[OpenPlaces.name(entry.key)] = value
      }
    }
    return values
  }
}
