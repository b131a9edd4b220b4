import Incidents
import Runbooks

/// What else was understood: phases and rollback, and the lists that other pages work with.
extension HTML {
  mutating func processFacts(_ view: RunbookView) {
    let (phases, rollback) = (view.runbook.phases, view.runbook.rollback)
    guard !phases.isEmpty || rollback != nil else { return }
    factSection("Course") { h in
      h.ul { h in
        for phase in phases {
          let whose = phase.severities.isEmpty ? "" : "\(Words.list(phase.severities)) only"
          let sub = [phase.extent, whose].filter { !$0.isEmpty }.joined(separator: ", ")
          h.fact(phase.line, view.citation, sub: sub) { $0.text(phase.course) }
        }
        if let rollback { h.rollbackFact(rollback, view) }
      }
    }
  }

  private mutating func rollbackFact(_ rollback: Rollback, _ view: RunbookView) {
    let counts = [
      Words.count(rollback.criteria.count, "criterion", "criteria"), Words.count(rollback.options.count, "option"),
    ]
    fact(rollback.line, view.citation, sub: counts.joined(separator: ", ")) { $0.text("Rollback") }
    guard let minutes = rollback.decideAfterMinutes else { return }
    fact(rollback.decideLine, view.citation) { h in
      h.text("Decide on a rollback after ")
      h.line("b", Words.minutes(minutes))
    }
  }

  mutating func listFacts(_ view: RunbookView) {
    let runbook = view.runbook
    list("Templates", runbook.templates.map { Fact(of: $0) }, view)
    list("Health checks", runbook.healthChecks.map { Fact(of: $0) }, view)
    list("Contacts", runbook.contacts.map { Fact(of: $0, holder: view.holders[$0.role]) }, view)
    list(
      "Roles",
      runbook.roles.map { Fact(text: $0.name, sub: Words.count($0.duties.count, "duty", "duties"), line: $0.line) },
      view)
  }

  private mutating func list(_ title: String, _ facts: [Fact], _ view: RunbookView) {
    guard !facts.isEmpty else { return }
    factSection(title, aside: facts.count > 5 ? "\(facts.count)" : nil) { h in
      h.ul { $0.rows(facts.prefix(5), view) }
      guard facts.count > 5 else { return }
      h.details(.class("fold"), .id("more-" + title.lowercased().replacing(" ", with: "-"))) { h in
        h.line("summary", "\(facts.count - 5) more")
        h.ul { $0.rows(facts.dropFirst(5), view) }
      }
    }
  }

  private mutating func rows(_ facts: ArraySlice<Fact>, _ view: RunbookView) {
    for fact in facts {
      self.fact(fact.line, view.citation, sub: fact.sub) { h in
        if fact.isCode { h.line("code", fact.text) } else { h.text(fact.text) }
        if !fact.bad.isEmpty { h.span(fact.bad, class: "state bad apart") }
      }
    }
  }

  mutating func closingFacts(_ view: RunbookView) {
    let runbook = view.runbook
    guard
      runbook.quietMinutes != nil || runbook.review.deadlineHours != nil || runbook.incidentNameForm != nil
        || runbook.nextReview != nil
    else { return }
    factSection("Closing and review") { h in
      h.ul { $0.closingRows(view) }
    }
  }

  private mutating func closingRows(_ view: RunbookView) {
    let runbook = view.runbook
    if let minutes = runbook.quietMinutes {
      fact(runbook.quietLine, view.citation) { h in
        h.text("Watch for ")
        h.line("b", Words.minutes(minutes))
        h.text(" before closing")
      }
    }
    if let hours = runbook.review.deadlineHours {
      let whom = runbook.review.severities.isEmpty ? "" : ", " + Words.list(runbook.review.severities)
      fact(runbook.review.deadlineLine ?? runbook.review.line, view.citation) { h in
        h.text("Review within ")
        h.line("b", Words.minutes(hours * 60))
        h.text(" of resolution" + whom)
      }
    }
    if let form = runbook.incidentNameForm {
      fact(runbook.incidentNameLine, view.citation) { $0.text("Incidents are named \(form)") }
    }
    if let next = runbook.nextReview {
      fact(runbook.upkeep.nextReviewLine, view.citation) { $0.text("Next review of this runbook: \(next)") }
    }
  }
}

/// One row of a list of facts.
private struct Fact {
  var text: String
  var sub = ""
  var bad = ""
  /// The machine's words.
  var isCode = false
  var line: Int

  init(text: String, sub: String, line: Int) {
    self.text = text
    self.sub = sub
    self.line = line
  }

  init(of template: Template) {
    let (shown, more) = (template.placeholders.prefix(6), template.placeholders.count - 6)
    let named = Array(shown) + (more > 0 ? ["\(more) more"] : [])
    let asks = template.placeholders.isEmpty ? "" : "Asks for \(Words.list(named))"
    self.init(text: template.name, sub: asks, line: template.line)
  }

  init(of check: HealthCheck) {
    self.init(text: check.target, sub: check.expectation.map { "Expected: \($0)" } ?? "", line: check.line)
    isCode = true
  }

  /// - Parameter holder: who is reached by the team file, where the document says no way.
  init(of contact: Contact, holder: String?) {
    let role = contact.role.isEmpty ? contact.name : contact.role
    let ways = ([contact.role.isEmpty ? "" : contact.name] + contact.via).filter { !$0.isEmpty }
    let bound = contact.placeholder ? holder.map { ["\($0) by the team file"] } ?? [] : []
    self.init(text: role, sub: (bound + ways).joined(separator: ", "), line: contact.line)
    if contact.placeholder, holder == nil { bad = "Cannot be reached by it" }
  }
}

extension Phase {
  /// "8 items"; nothing of one that is a heading alone.
  fileprivate var extent: String { items.isEmpty ? "" : Words.count(items.count, "item") }

  /// "Triage, from 0 to 15 min"
  fileprivate var course: String {
    switch (startMinutes, endMinutes) {
    case (let start?, let end?): "\(title), from \(Words.minutes(start)) to \(Words.minutes(end))"
    case (let start?, nil): "\(title), from \(Words.minutes(start))"
    case (nil, let end?): "\(title), until \(Words.minutes(end))"
    case (nil, nil): title
    }
  }
}
