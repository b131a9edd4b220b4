/// What stands in lists of its own: templates, health checks, contacts, roles, checklists.
enum DiffLists {
  static func changes(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    compare("Template", old.templates.map(row), new.templates.map(row))
      + compare("Health check", old.healthChecks.map(row), new.healthChecks.map(row))
      + compare("Contact", old.contacts.map(row), new.contacts.map(row))
      + compare("Role", old.roles.map(row), new.roles.map(row))
      + compare("Checklist item", old.checklistItems.map(row), new.checklistItems.map(row))
  }

  /// A fact with a name, and what it says.
  private struct Row {
    var name: String
    var says: String
    var line: Int
    /// Whether the old and the new words can stand side by side in a sentence.
    var isShort = false
  }

  private static func row(_ template: Template) -> Row {
    Row(name: template.name, says: template.body, line: template.line)
  }
  private static func row(_ check: HealthCheck) -> Row {
    Row(name: check.target, says: check.expectation ?? "no expectation", line: check.line, isShort: true)
  }
  private static func row(_ contact: Contact) -> Row {
    let ways = [contact.name] + contact.via
    return Row(
      name: contact.role.isEmpty ? contact.name : contact.role,
      says: ways.filter { !$0.isEmpty }.joined(separator: ", "), line: contact.line, isShort: true)
  }
  private static func row(_ role: Role) -> Row {
    Row(name: role.name, says: role.duties.joined(separator: "|"), line: role.line)
  }
  private static func row(_ item: ChecklistItem) -> Row { Row(name: item.text, says: "", line: item.line) }

  private static func compare(_ what: String, _ old: [Row], _ new: [Row]) -> [RunbookChange] {
    let pairs = Alignment.named(old, new) { $0.name.lowercased() }
    let changed = pairs.both.filter { $0.old.says != $0.new.says }.map { was, now in
      let how = now.isShort ? ": \(DiffWords.short(was.says)) → \(DiffWords.short(now.says))" : " changed"
      return RunbookChange("\(what) \(DiffWords.short(now.name))\(how)", before: was.line, after: now.line)
    }
    return pairs.gone.map {
      RunbookChange("\(what) \(DiffWords.short($0.name)) removed", before: $0.line, after: nil)
    }
      + pairs.fresh.map { RunbookChange("\(what) \(DiffWords.short($0.name)) added", before: nil, after: $0.line) }
      + changed
  }
}
