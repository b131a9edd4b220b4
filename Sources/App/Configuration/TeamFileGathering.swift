import Incidents
import Yams

extension TeamFileSections {
  /// `alerts`: how alerts become incidents. What is not said holds as it does without the section.
  mutating func readGathering(_ node: Node) -> GatheringRules {
    var rules = GatheringRules()
    let section = report.section(node, in: "`alerts`", keys: ["reopen", "alike", "storm", "flapping"])
    if let node = section["reopen"] { rules.reopen = short(node, "`reopen`") ?? rules.reopen }
    if let node = section["alike"] { rules.alike = short(node, "`alike`") ?? rules.alike }
    if let node = section["storm"] {
      let storm = report.section(node, in: "`storm`", keys: ["after", "within", "worst"])
      if let node = storm["after"] { rules.storm.after = report.integer(node, "`after`", in: 0...10_000) ?? 0 }
      if let node = storm["within"] { rules.storm.within = short(node, "`within`") ?? rules.storm.within }
      if let node = storm["worst"] { rules.storm.takesWorst = isTrue(node, "`worst`") }
    }
    if let node = section["flapping"] {
      let flapping = report.section(node, in: "`flapping`", keys: ["after", "within", "hold"])
      if let node = flapping["after"] {
        rules.flapping.after = report.integer(node, "`after`", in: 1...GatheringRules.Flapping.kept) ?? 1
      }
      if let node = flapping["within"] { rules.flapping.within = short(node, "`within`") ?? rules.flapping.within }
      if let node = flapping["hold"] { rules.flapping.hold = short(node, "`hold`") ?? rules.flapping.hold }
    }
    return rules
  }

  /// At most a day: what is remembered for longer is not remembered over a restart.
  private mutating func short(_ node: Node, _ what: String) -> Span? {
    guard let span = span(node, what) else { return nil }
    guard span <= .days(1) else {
      report.refuse(node, "\(what) is longer than a day.", hint: "write `5m`, `1h` or `1d`.")
      return nil
    }
    return span
  }

  mutating func isTrue(_ node: Node, _ what: String) -> Bool {
    let text = report.text(node, what) ?? ""
    if !["true", "false"].contains(text) { report.refuse(node, "\(what) is neither `true` nor `false`.") }
    return text == "true"
  }

  /// `rack-7: { from: 2026-03-01 22:00, until: 2026-03-02 02:00, when: { rack: "7" }, zone: Europe/Madrid }`.
  mutating func readMaintenance(_ node: Node) -> [Silence] {
    report.entries(of: node, in: "`maintenance`").compactMap { entry -> Silence? in
      guard identifier(entry, "a maintenance window") else { return nil }
      let what = "maintenance window `\(entry.key)`"
      let section = report.section(entry.value, in: what, keys: ["from", "until", "when", "zone", "comment"])
      let clocks = section["zone"].flatMap { zone($0, "The zone of \(what)") }.flatMap(TimeZones.rules(named:)) ?? .utc
      let matchers = section["when"].map { self.matchers($0, "`when` of \(what)") } ?? []
      guard let from = section["from"].flatMap({ moment($0, "`from`", in: clocks) }),
        let until = section["until"].flatMap({ moment($0, "`until`", in: clocks) }), !matchers.isEmpty
      else {
        if section["from"] == nil || section["until"] == nil || section["when"] == nil {
          report.refuse(
            entry.value, "The \(what) needs `from`, `until` and `when`.",
            hint:
              "write `{ from: 2026-03-01 22:00, until: 2026-03-02 02:00, when: { rack: \"7\" } }`, in UTC unless `zone` says otherwise."
          )
        }
        return nil
      }
      guard from < until, !matchers.allSatisfy(\.matchesEmpty) else {
        report.refuse(entry.value, "The \(what) ends before it begins, or covers every alert.")
        return nil
      }
      let comment = section["comment"].flatMap { report.text($0, "`comment`") } ?? ""
      return Silence(
        id: Silence.windowPrefix + entry.key, matchers: matchers, integration: nil, starts: from, ends: until,
        updated: from, by: "the team file", comment: comment)
    }
  }
}
