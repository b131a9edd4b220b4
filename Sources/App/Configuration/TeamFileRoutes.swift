import Incidents
import Yams

extension TeamFileSections {
  /// `payments: { when: { team: payments }, runbook: payments.md, service: checkout, severity: P1 }`, the first that
  /// takes an alert counts.
  mutating func readRoutes(_ node: Node) -> [AlertRoute] {
    report.entries(of: node, in: "`routes`").compactMap { entry -> AlertRoute? in
      guard identifier(entry, "a route") else { return nil }
      let what = "route `\(entry.key)`"
      let keys = ["when", "key", "runbook", "service", "severity", "severity_at_least", "group", "within", "private"]
      let section = report.section(entry.value, in: what, keys: keys)
      var route = AlertRoute(name: entry.key)
      route.matchers = section["when"].map { matchers($0, "`when` of \(what)") } ?? []
      route.keys = section["key"].map { report.texts($0, "`key` of \(what)").map(\.text) } ?? []
      if route.matchers.isEmpty, route.keys.isEmpty {
        report.refuse(
          entry.value, "The \(what) says neither `when` nor `key`.", hint: "write `when: { team: payments }`.")
      }
      route.runbook = section["runbook"].flatMap { report.text($0, "`runbook` of \(what)") }
      route.service = section["service"].flatMap { report.text($0, "`service` of \(what)") }
      route.severity = severityRule(section, what)
      route.group = section["group"].map { report.texts($0, "`group` of \(what)").map(\.text) }
      route.within = section["within"].flatMap { span($0, "`within` of \(what)") }
      route.isPrivate = section["private"].map { isTrue($0, "`private` of \(what)") } ?? false
      return route
    }
  }

  private mutating func severityRule(_ section: [String: Node], _ what: String) -> AlertRoute.SeverityRule? {
    if let floor = section["severity_at_least"] {
      if section["severity"] != nil {
        report.refuse(floor, "The \(what) says both `severity` and `severity_at_least`.", hint: "keep one of them.")
      }
      return report.text(floor, "`severity_at_least` of \(what)").map { .atLeast($0) }
    }
    return section["severity"].flatMap { report.text($0, "`severity` of \(what)") }.map { .fixed($0) }
  }

  /// `{ team: payments }`, each equal; or a list of `team=~"pay.*"` as Alertmanager writes it.
  mutating func matchers(_ node: Node, _ what: String) -> [Matcher] {
    if node.mapping != nil {
      return report.entries(of: node, in: what).compactMap { entry in
        guard let value = report.text(entry.value, "Label `\(clipped(entry.key))`") else { return nil }
        return matcher(entry.keyNode, what) { () throws(PatternError) in try Matcher(entry.key, .equal, value) }
      }
    }
    return report.texts(node, what).compactMap { text, item in
      matcher(item, what) { () throws(PatternError) in try Matcher(reading: text) }
    }
  }

  private mutating func matcher(_ node: Node, _ what: String, _ make: () throws(PatternError) -> Matcher) -> Matcher? {
    do throws(PatternError) { return try make() } catch {
      report.refuse(
        node, "In \(what): \(error.message).", hint: "write `{ team: payments }` or `['team=~\"pay.*\"']`.")
      return nil
    }
  }

  /// `db: { while: { alertname: DatabaseDown }, hold: { tier: web }, equal: [region] }`.
  mutating func readDependencies(_ node: Node) -> [AlertDependency] {
    report.entries(of: node, in: "`dependencies`").compactMap { entry -> AlertDependency? in
      guard identifier(entry, "a dependency") else { return nil }
      let what = "dependency `\(entry.key)`"
      let section = report.section(entry.value, in: what, keys: ["while", "hold", "equal"])
      let source = section["while"].map { matchers($0, "`while` of \(what)") } ?? []
      let hold = section["hold"].map { matchers($0, "`hold` of \(what)") } ?? []
      guard !source.isEmpty, !hold.isEmpty else {
        report.refuse(
          entry.value, "The \(what) needs `while` and `hold`.",
          hint: "write `{ while: { alertname: DatabaseDown }, hold: { tier: web } }`.")
        return nil
      }
      let equal = section["equal"].map { report.texts($0, "`equal` of \(what)").map(\.text) } ?? []
      return AlertDependency(name: entry.key, source: source, hold: hold, equal: equal)
    }
  }
}
