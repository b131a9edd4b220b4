/// R100 to R121: going back, checking, learning.
enum RecoveryRules {
  static let all: [FindingRule] = [
    FindingRule("R100", .error, why: "Going back is the fastest fix there is.") { document in
      guard document.runbook.rollback == nil, labelled(document) == nil else { return [] }
      return [
        Fault("No rollback section was found.", hint: "Say how to return to the version before, step by step.", line: 1)
      ]
    },
    FindingRule("R101", .warning, why: "Without a condition the decision to go back comes too late.") { document in
      let rollback = document.runbook.rollback
      guard rollback?.criteria.isEmpty ?? true, let line = rollback?.line ?? labelled(document) ?? command(document)
      else { return [] }
      let hint = "List when to roll back, as in \"not fixed within 30 minutes\"."
      return [Fault("The rollback does not say when to use it.", hint: hint, line: line)]
    },
    FindingRule("R102", .warning, why: "What is typed by hand under pressure is typed wrong.") { document in
      let actions = document.runbook.rollback?.options.flatMap(\.actions) ?? []
      return actions.filter { isEditing($0.text) }.map {
        Fault(
          "The rollback is edited by hand: \(Quoted.name($0.text)).",
          hint: "Give a command that sets the version, such as sed or a variable of the deployment.", line: $0.line,
          mark: ShellText.words($0.text).first.map(String.init) ?? "")
      }
    },
    FindingRule("R103", .error, why: "A rollback that is not checked may have changed nothing.") { document in
      let hint = "End it with the check that shows the service is back."
      guard let rollback = document.runbook.rollback else {
        guard let line = labelled(document), !isFollowedByCheck(line, document) else { return [] }
        return [Fault("The rollback has no verification of its own.", hint: hint, line: line)]
      }
      guard isVerified(rollback) else {
        return [Fault("The rollback has no verification.", hint: hint, line: rollback.line)]
      }
      // What is tried first must be checked; a check of the last resort alone is none of it.
      guard let first = rollback.options.first, rollback.options.count > 1, !isVerified(first),
        !rollback.options.contains(where: { isVerifying($0.title) }),
        !rollback.afterwards.contains(where: { isVerifying($0.text) })
      else { return [] }
      return [
        Fault(
          "\(Quoted.name(first.title)) of the rollback has no verification.", hint: hint,
          line: first.actions.first?.line ?? rollback.line)
      ]
    },
    FindingRule("R104", .warning, why: "Data written since the copy was taken is gone after going back to it.") {
      document in
      let actions = document.runbook.rollback?.options.flatMap(\.actions) ?? []
      return actions.filter { isDatabase($0.text) && !isCautioned($0, document) }.map {
        Fault(
          "\(Quoted.name($0.text)) takes a database back and does not say what is lost.",
          hint: "Put a comment above it that begins with \"CAUTION:\" and names the data that is lost.", line: $0.line,
          mark: ShellText.words($0.text).first.map(String.init) ?? "")
      }
    },
    FindingRule("R110", .error, why: "Closing needs a list of what must be green.") { document in
      let hint = "Add a section with the health checks to run after any incident."
      guard let only = document.runbook.healthChecks.first else {
        return [Fault("No list of health checks was found.", hint: hint, line: 1)]
      }
      guard document.runbook.healthChecks.count == 1 else { return [] }
      return [
        Fault(
          "A single health check was found, and no list of what must be green.", hint: hint, line: only.line,
          level: .warning)
      ]
    },
    FindingRule("R111", .warning, why: "A check without an expected result proves nothing.") { document in
      let silent = document.runbook.healthChecks.filter {
        ($0.kind == .command || $0.kind == .sql) && $0.expectation == nil && !isExpected($0, document)
      }
      guard let first = silent.first else { return [] }
      let message = "\(Quoted.count(silent.count, "health check does", "health checks do")) not say what to expect."
      return [Fault(message, hint: "Add a comment such as \"# Expected: 0 errors\".", line: first.line)]
    },
    FindingRule("R112", .hint, why: "Many failures come back within minutes.") { document in
      guard document.runbook.quietMinutes == nil else { return [] }
      let hint = "Say how long to watch, as in \"monitor for 15 minutes before closing\"."
      return [
        Fault("No watch period before closing.", hint: hint, line: document.runbook.healthChecks.first?.line ?? 1)
      ]
    },
    FindingRule("R120", .error, why: "What is not reviewed happens again.", source: .siteReliability) { document in
      guard !document.runbook.review.present else { return [] }
      return [Fault("No post-incident review was found.", hint: "Say who reviews what, and by when.", line: 1)]
    },
    FindingRule("R121", .warning, why: "A review without a date is put off.", source: .pagerDuty) { document in
      let review = document.runbook.review
      guard review.present, review.deadlineHours == nil else { return [] }
      return [
        Fault("The review has no deadline.", hint: "Say within how many hours it takes place.", line: review.line ?? 1)
      ]
    },
  ]

  /// A heading or a bold label outside of a rollback section that offers one: "**Option B: Rollback deployment**".
  static func labelled(_ document: CheckedDocument) -> Int? {
    var inFence = false
    for (i, line) in document.runbook.lines.enumerated() {
      let text = ShellText.trim(line)
      if text.hasPrefix("```") || text.hasPrefix("~~~") { inFence.toggle() }
      guard !inFence, text.hasPrefix("#") || text.hasPrefix("**") else { continue }
      let said = text.lowercased()
      if ["rollback", "roll back", "roll-back"].contains(where: { ShellText.contains(said, $0) }) { return i + 1 }
    }
    return nil
  }

  /// A comment on one of the two lines above says what is to come.
  private static func isExpected(_ check: HealthCheck, _ document: CheckedDocument) -> Bool {
    (1...2).contains { back in
      let line = ShellText.trim(document.text(check.line - back)).lowercased()
      guard line.hasPrefix("#") || line.hasPrefix("--") else { return false }
      return RemarkWords.expecting.contains { ShellText.contains(line, $0) }
    }
  }

  private static let editors: Set<String> = ["nano", "vi", "vim", "nvim", "emacs", "pico", "ed", "code"]

  private static func isEditing(_ text: String) -> Bool {
    let words = ShellText.words(text).map(String.init)
    guard let program = words.first(where: { $0 != "sudo" }) else { return false }
    return editors.contains(program) || ["kubectl", "oc"].contains(program) && words.contains("edit")
  }

  private static func isDatabase(_ text: String) -> Bool {
    let lower = text.lowercased()
    let known = [
      "pg_restore", "mysql <", "mongorestore", "db:rollback", "migrate down", "migrate:rollback", "migration:revert",
      "migrate reset", "alembic downgrade", "flyway undo", "restore-db-", "downgrade -1", "migrate:down",
    ]
    return known.contains { ShellText.contains(lower, $0) } || lower.hasPrefix("psql") && lower.contains("<")
  }

  private static func isCautioned(_ action: Action, _ document: CheckedDocument) -> Bool {
    let above = document.lowered(max(action.line - 4, 1), action.line) + (action.caption ?? "").lowercased()
    return ["caution", "warning", "lost", "loss", "careful", "danger", "⚠", "irreversible"].contains {
      ShellText.contains(above, $0)
    }
  }

  private static func isVerified(_ rollback: Rollback) -> Bool {
    rollback.options.contains(where: isVerified) || rollback.afterwards.contains { isVerifying($0.text) }
  }

  private static func isVerified(_ option: Rollback.Option) -> Bool {
    isVerifying(option.title)
      || option.actions.contains { $0.phase == .verification || isVerifying($0.caption ?? $0.text) }
  }

  private static func isVerifying(_ text: String) -> Bool {
    let lower = text.lowercased()
    return lower.hasPrefix("verif") || RemarkWords.verifying.contains { lower.hasPrefix($0) }
  }

  /// Whether a command or a step up to the next label or heading looks at the outcome.
  private static func isFollowedByCheck(_ line: Int, _ document: CheckedDocument) -> Bool {
    let rest = document.runbook.lines.dropFirst(line).prefix(40)
    let end = rest.firstIndex {
      $0.hasPrefix("#") && document.outline.fenced.contains(line) == false || $0.hasPrefix("**")
    }
    let last = end ?? line + rest.count
    return document.actions.contains { action in
      action.line > line && action.line <= last
        && (action.phase == .verification || isVerifying(action.caption ?? action.text))
    }
  }

  /// A command that goes back, in a document that has no section for it.
  private static func command(_ document: CheckedDocument) -> Int? {
    document.commands.first { command in
      let text = command.text.lowercased()
      return ["rollback", "rollout undo", "roll-back"].contains { ShellText.contains(text, $0) }
    }?.line
  }
}
