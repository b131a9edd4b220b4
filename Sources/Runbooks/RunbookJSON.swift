import Incidents

/// The machine-readable reading of a runbook, schema `tocsin.runbook/1`. Fields may be added, never renamed.
package enum RunbookJSON {
  /// One JSON object on one line.
  package static func encode(_ runbook: Runbook) -> String {
    var json = JSONText(parts: runbook.parts)
    json.object { json in
      document(runbook, &json)
      response(runbook, &json)
      answers(runbook, &json)
      body(runbook, &json)
      after(runbook, &json)
      promised(runbook, &json)
      said(runbook, &json)
    }
    return json.text
  }

  private static func document(_ runbook: Runbook, _ json: inout JSONText) {
    json.field("schema", "tocsin.runbook/1")
    json.field("title", runbook.title)
    json.field("owner", runbook.owner)
    json.field("lastUpdated", runbook.lastUpdated)
    json.field("nextReview", runbook.nextReview)
    json.field("encodingRepaired", runbook.encodingRepaired)
    json.field("incidentNameForm", runbook.incidentNameForm)
    guard !runbook.parts.isEmpty else { return }
    list("files", runbook.parts, &json) { json, part in
      json.field("path", part.file)
      json.field("lines", part.lineCount)
      json.field("gave", part.gave)
    }
  }

  private static func response(_ runbook: Runbook, _ json: inout JSONText) {
    list("severities", runbook.severities, &json) { json, severity in
      json.field("name", severity.name)
      json.field("label", severity.label)
      json.field("rank", severity.rank)
      json.field("responseMinutes", severity.responseMinutes)
      json.field("responseText", severity.responseText)
      json.field("ackMinutes", severity.ackMinutes)
      json.field("ackLine", severity.ackLine)
      json.field("definition", severity.definition)
      json.field("examples", severity.examples)
      json.field("line", severity.line)
    }
    list("cadence", runbook.cadence, &json) { json, cadence in
      json.field("severity", cadence.severity)
      json.field("minutes", cadence.minutes)
      json.field("audience", cadence.audience.rawValue)
      json.field("line", cadence.line)
    }
    list("escalation", runbook.escalation, &json) { json, rung in
      json.field("target", rung.target)
      json.field("via", rung.via)
      json.field("afterMinutes", rung.afterMinutes)
      json.field("severities", rung.severities)
      json.field("until", rung.until.rawValue)
      json.field("condition", rung.condition)
      json.field("line", rung.line)
    }
    list("escalationRules", runbook.escalationRules, &json) { json, rule in
      json.field("when", rule.when)
      json.field("target", rule.target)
      json.field("afterMinutes", rule.afterMinutes)
      json.field("severities", rule.severities)
      json.field("scenario", rule.scenario)
      json.field("line", rule.line)
    }
    list("roles", runbook.roles, &json) { json, role in
      json.field("name", role.name)
      json.field("duties", role.duties)
      json.field("line", role.line)
    }
    list("phases", runbook.phases, &json) { json, phase in
      json.field("title", phase.title)
      json.field("startMinutes", phase.startMinutes)
      json.field("endMinutes", phase.endMinutes)
      json.field("severities", phase.severities)
      json.field("items", phase.items)
      actions("actions", phase.actions, &json)
      json.field("line", phase.line)
    }
  }

  private static func body(_ runbook: Runbook, _ json: inout JSONText) {
    list("scenarios", runbook.scenarios, &json) { json, scenario in
      json.field("title", scenario.title)
      json.field("severity", scenario.severity)
      sayings("symptoms", scenario.symptoms, &json)
      sayings("causes", scenario.causes, &json)
      actions("actions", scenario.actions, &json)
      list("solutions", scenario.solutions, &json) { json, solution in
        json.field("title", solution.title)
        sayings("steps", solution.steps, &json)
        json.field("line", solution.line)
      }
      sayings("prevention", scenario.prevention, &json)
      json.field("hasFix", scenario.hasFix)
      json.field("hasVerification", scenario.hasVerification)
      json.field("line", scenario.line)
      json.field("endLine", scenario.endLine)
    }
    json.field("rollback") { json in
      guard let rollback = runbook.rollback else { return json.value(String?.none) }
      json.object { json in
        sayings("criteria", rollback.criteria, &json)
        list("options", rollback.options, &json) { json, option in
          json.field("title", option.title)
          actions("actions", option.actions, &json)
          json.field("line", option.line)
        }
        sayings("afterwards", rollback.afterwards, &json)
        json.field("decideAfterMinutes", rollback.decideAfterMinutes)
        json.field("line", rollback.line)
      }
    }
    list("templates", runbook.templates, &json) { json, template in
      json.field("name", template.name)
      json.field("kind", template.kind.rawValue)
      json.field("severities", template.severities)
      json.field("state", template.state?.rawValue)
      json.field("body", template.body)
      json.field("placeholders", template.placeholders)
      json.field("line", template.line)
    }
  }

  private static func after(_ runbook: Runbook, _ json: inout JSONText) {
    list("healthChecks", runbook.healthChecks, &json) { json, check in
      json.field("kind", check.kind.rawValue)
      json.field("target", check.target)
      json.field("expectation", check.expectation)
      json.field("line", check.line)
    }
    json.field("quietMinutes", runbook.quietMinutes)
    json.field("quietLine", runbook.quietLine)
    json.field("review") { json in
      json.object { json in
        json.field("present", runbook.review.present)
        json.field("deadlineHours", runbook.review.deadlineHours)
        json.field("deadlineBusinessDays", runbook.review.deadlineBusinessDays)
        json.field("severities", runbook.review.severities)
        list("agenda", runbook.review.agenda, &json) { json, item in
          json.field("title", item.title)
          json.field("minutes", item.minutes)
          json.field("line", item.line)
        }
        json.field("line", runbook.review.line)
      }
    }
  }

  /// What is owed by law, and to the document itself.
  private static func promised(_ runbook: Runbook, _ json: inout JSONText) {
    list("legalNotices", runbook.notices, &json) { json, notice in
      json.field("text", notice.text)
      json.field("hours", notice.hours)
      json.field("scenario", notice.scenario)
      json.field("line", notice.line)
    }
    json.field("upkeep") { json in
      json.object { json in
        json.field("nextReviewLine", runbook.upkeep.nextReviewLine)
        json.field("everyDays", runbook.upkeep.everyDays)
        json.field("everyLine", runbook.upkeep.everyLine)
        json.field("afterSeverities", runbook.upkeep.afterSeverities)
        json.field("afterLine", runbook.upkeep.afterLine)
      }
    }
  }

  private static func said(_ runbook: Runbook, _ json: inout JSONText) {
    list("checklistItems", runbook.checklistItems, &json) { json, item in
      json.field("text", item.text)
      json.field("section", item.section)
      json.field("line", item.line)
    }
    list("contacts", runbook.contacts, &json) { json, contact in
      json.field("role", contact.role)
      json.field("name", contact.name)
      json.field("via", contact.via)
      json.field("placeholder", contact.placeholder)
      json.field("line", contact.line)
    }
    list("links", runbook.links, &json) { json, link in
      json.field("title", link.title)
      json.field("url", link.url)
      json.field("line", link.line)
    }
    list("services", runbook.services, &json) { json, service in
      json.field("name", service.name)
      json.field("port", service.port)
      json.field("container", service.container)
      json.field("domain", service.domain)
      json.field("line", service.line)
    }
    list("findings", runbook.findings, &json) { json, finding in
      json.field("rule", finding.rule)
      json.field("level", finding.level.rawValue)
      json.field("message", finding.message)
      json.field("hint", finding.hint)
      json.field("line", finding.line)
      json.field("column", finding.column)
    }
    list("assumptions", runbook.assumptions, &json) { json, assumption in
      json.field("about", assumption.about)
      json.field("chosen", assumption.chosen)
      json.lines("lines", assumption.lines)
      json.field("why", assumption.why)
    }
  }

  static func list<Item>(
    _ name: String, _ items: [Item], _ json: inout JSONText, _ body: (inout JSONText, Item) -> Void
  ) {
    json.field(name) { $0.array(items) { json, item in json.object { body(&$0, item) } } }
  }

  /// A text with its line; the contract's lists of texts stay lists of texts, the lines stand beside.
  private static func sayings(_ name: String, _ said: [Said], _ json: inout JSONText) {
    json.field(name, said.map(\.text))
    json.lines(name + "Lines", said.map(\.line))
  }

  private static func actions(_ name: String, _ actions: [Action], _ json: inout JSONText) {
    list(name, actions, &json) { json, action in
      json.field("kind", action.kind.rawValue)
      json.field("phase", action.phase.rawValue)
      json.field("text", action.text)
      json.field("language", action.language)
      json.field("caption", action.caption)
      json.field("target", action.target)
      json.field("effect", action.effect.rawValue)
      json.field("effectReason", action.effectReason)
      json.field("interactive", action.interactive)
      json.field("suggestion", action.suggestion)
      json.field("placeholders", action.placeholders)
      json.field("expectation", action.expectation)
      json.field("line", action.line)
    }
  }
}
