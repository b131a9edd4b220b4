import Incidents
import Yams

extension TeamFileSections {
  /// `backup: { every: 1d, grace: 2h, severity: P1, service: database }`, or `cron: "0 3 * * *"` in UTC.
  mutating func readHeartbeats(_ node: Node) -> [HeartbeatPlan] {
    report.entries(of: node, in: "`heartbeats`").compactMap { entry in
      guard identifier(entry, "a heartbeat") else { return nil }
      let what = "heartbeat `\(entry.key)`"
      let section = report.section(
        entry.value, in: what, keys: ["every", "cron", "grace", "severity", "service", "summary"])
      guard let rhythm = rhythm(section, entry.value, what) else { return nil }
      var plan = HeartbeatPlan(slug: entry.key, rhythm: rhythm, grace: .hours(1))
      if let grace = section["grace"] { plan.grace = span(grace, "`grace` of \(what)") ?? plan.grace }
      plan.severity = section["severity"].flatMap { report.text($0, "`severity` of \(what)") } ?? ""
      plan.summary = section["summary"].flatMap { report.text($0, "`summary` of \(what)") } ?? ""
      if let service = section["service"] { plan.labels["service"] = report.text(service, "`service` of \(what)") }
      return plan
    }
  }

  private mutating func rhythm(_ section: [String: Node], _ node: Node, _ what: String) -> HeartbeatPlan.Rhythm? {
    if let every = section["every"] { return span(every, "`every` of \(what)").map { .every($0) } }
    guard let cronNode = section["cron"] else {
      report.refuse(
        node, "The \(what) says neither `every` nor `cron`.", hint: "write `every: 1d` or `cron: \"0 3 * * *\"`.")
      return nil
    }
    guard let text = report.text(cronNode, "`cron` of \(what)") else { return nil }
    if let cron = Cron(text) { return .cron(cron) }
    report.refuse(
      cronNode, "`cron` of \(what) is no cron expression of five fields.", hint: "write `0 3 * * *`, in UTC.")
    return nil
  }
}
