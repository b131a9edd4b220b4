import Incidents

/// What a drill is played with: a form that asks the same page again.
extension HTML {
  mutating func drillForm(_ form: DrillForm) {
    self.form(.class("pickbar"), .action("/drill"), Attribute("method", "get")) { h in
      if form.runbooks.count > 1 {
        h.pick("Runbook", "runbook", form.runbooks.enumerated().map { ("\($0)", $1) }, "\(form.runbook)")
      }
      if !form.scenarios.isEmpty {
        h.pick("Scenario", "scenario", form.scenarios.enumerated().map { ("\($0)", $1) }, "\(form.scenario)")
      }
      let severities = form.severities.enumerated().map { ("\($0)", "\($1.name) \($1.label)") }
      if !severities.isEmpty { h.pick("Severity", "severity", severities, "\(form.severity)") }
      h.pick("Answer", "ack", DrillForm.answers, form.acknowledge.map(String.init) ?? "")
      h.pick("Resolved", "resolve", DrillForm.resolutions, form.resolve.map(String.init) ?? "")
      h.whatIf(form, severities)
      h.element("button", [.class("btn"), .type("submit")]) { $0.text("Play") }
    }
  }

  private mutating func whatIf(_ form: DrillForm, _ severities: [(String, String)]) {
    let isUsed = !form.asleep.isEmpty || !form.down.isEmpty || form.raise != nil || !form.at.isEmpty
    details(.class("what-if"), .id("what-if"), Attribute("open", when: isUsed)) { h in
      h.line("summary", "What if", .class("small second"))
      h.div(.class("pickbar inner")) { h in
        if !form.people.isEmpty {
          h.pick("Asleep", "asleep", [("", "nobody")] + form.people.map { ($0.id, $0.name) }, form.asleep)
        }
        if !form.channels.isEmpty {
          h.pick("Channel down", "down", [("", "none")] + form.channels.map { ($0, $0) }, form.down)
        }
        if severities.count > 1 {
          h.pick("Severity becomes", "raise", [("", "stays")] + severities, form.raise.map(String.init) ?? "")
          h.pick("at minute", "raise-at", [5, 10, 20, 30, 45, 60].map { ("\($0)", "\($0)") }, "\(form.raiseAt)")
        }
        h.div { h in
          h.line("label", "Opens at, UTC", Attribute("for", "drill-at"))
          h.input(
            .type("text"), .id("drill-at"), .name("at"), .value(form.at),
            Attribute("placeholder", "2026-02-14T03:12"), Attribute("maxlength", "20"))
        }
      }
    }
  }

  private mutating func pick(_ label: String, _ name: String, _ choices: [(String, String)], _ chosen: String) {
    div { h in
      h.line("label", label, Attribute("for", "drill-\(name)"))
      h.element("select", [.name(name), .id("drill-\(name)")]) { h in
        for (value, text) in choices { h.choice(text, value: value, chosen: value == chosen) }
      }
    }
  }
}

extension DrillForm {
  static let answers = [
    ("", "never"), ("0", "at once"), ("5", "after 5 min"), ("10", "after 10 min"), ("20", "after 20 min"),
  ]
  static let resolutions = [
    ("", "never"), ("30", "after 30 min"), ("60", "after 1 h"), ("120", "after 2 h"), ("1440", "after a day"),
  ]
}
