/// Joins what a page says to what stands already: the main document comes first and is never contradicted.
enum LibraryMerge {
  static func add(_ page: Runbook, to whole: inout Runbook, _ part: inout RunbookPart) {
    let isMain = whole.parts.isEmpty
    whole.lines += page.lines
    whole.encodingRepaired = whole.encodingRepaired || page.encodingRepaired
    if isMain { document(page, &whole) }
    response(page, &whole, &part)
    if page.review.present, !whole.review.present {
      whole.review = page.review
      part.gave.append("review")
    }
    scenarios(page, &whole, &part)
    rollback(page, &whole, &part)
    whole.escalationRules += page.escalationRules
    whole.notices += page.notices
    whole.checklistItems += page.checklistItems
    whole.healthChecks += page.healthChecks
    whole.links += page.links
    whole.services += page.services.filter { service in !whole.services.contains { $0.name == service.name } }
    whole.findings += page.findings
    whole.assumptions += page.assumptions.filter { isMain || !$0.lines.isEmpty }
  }

  private static func document(_ page: Runbook, _ whole: inout Runbook) {
    whole.title = page.title
    whole.owner = page.owner
    whole.lastUpdated = page.lastUpdated
    whole.nextReview = page.nextReview
    whole.upkeep = page.upkeep
    whole.quietMinutes = page.quietMinutes
    whole.quietLine = page.quietLine
    whole.incidentNameForm = page.incidentNameForm
    whole.incidentNameLine = page.incidentNameLine
  }

  /// What only one document states as a whole: the first that has it gives it.
  private static func response(_ page: Runbook, _ whole: inout Runbook, _ part: inout RunbookPart) {
    take(\.severities, "severities", page, &whole, &part)
    take(\.escalation, "ladder", page, &whole, &part)
    take(\.cadence, "updates", page, &whole, &part)
    take(\.roles, "roles", page, &whole, &part)
    take(\.phases, "phases", page, &whole, &part)
    take(\.contacts, "contacts", page, &whole, &part)
    let added = page.templates.filter { template in !whole.templates.contains { $0.name == template.name } }
    whole.templates += added
    if !added.isEmpty { part.gave.append(added.count == 1 ? "1 template" : "\(added.count) templates") }
  }

  private static func take<Fact>(
    _ field: WritableKeyPath<Runbook, [Fact]>, _ name: String, _ page: Runbook, _ whole: inout Runbook,
    _ part: inout RunbookPart
  ) {
    guard whole[keyPath: field].isEmpty, !page[keyPath: field].isEmpty else { return }
    whole[keyPath: field] = page[keyPath: field]
    part.gave.append(name)
  }

  /// A page of its own takes the place of an entry of the same name that says nothing to do.
  private static func scenarios(_ page: Runbook, _ whole: inout Runbook, _ part: inout RunbookPart) {
    var count = 0
    for scenario in page.scenarios {
      let known = whole.scenarios.firstIndex { $0.title.lowercased() == scenario.title.lowercased() }
      if let known, !whole.scenarios[known].hasFix, scenario.hasFix {
        var better = scenario
        better.severity = scenario.severity ?? whole.scenarios[known].severity
        whole.scenarios[known] = better
      } else if known == nil {
        whole.scenarios.append(scenario)
      } else {
        continue
      }
      count += 1
    }
    if count > 0 { part.gave.append(count == 1 ? "1 scenario" : "\(count) scenarios") }
  }

  private static func rollback(_ page: Runbook, _ whole: inout Runbook, _ part: inout RunbookPart) {
    guard let rollback = page.rollback else { return }
    // A line "see rollback-procedure.md" in the main document is no procedure.
    let empty = whole.rollback.map { $0.options.allSatisfy { $0.actions.isEmpty } } ?? true
    guard empty, whole.rollback == nil || rollback.options.contains(where: { !$0.actions.isEmpty }) else { return }
    var better = rollback
    if better.criteria.isEmpty { better.criteria = whole.rollback?.criteria ?? [] }
    better.decideAfterMinutes = better.decideAfterMinutes ?? whole.rollback?.decideAfterMinutes
    better.decideLine = better.decideLine ?? whole.rollback?.decideLine
    whole.rollback = better
    part.gave.append("rollback")
  }
}
