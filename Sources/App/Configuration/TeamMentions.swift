import Incidents
import Runbooks

/// Whom and what a runbook mentions that only a team can fill in, each with the lines that mention it.
struct TeamMentions {
  struct Mention {
    var name: String
    /// Where it is said, and what is said of it there: "L57 paged after 15 min".
    var notes: [String]
    /// Whether a rung or a rule pages it.
    var isPaged = false
  }

  /// Roles and people in the order of the ladder, then of situations, contacts and duties.
  private(set) var roles: [Mention] = []
  /// Ways of contact: "Phone", "Slack".
  private(set) var ways: [Mention] = []

  init(_ runbook: Runbook) {
    for rung in runbook.escalation {
      let minutes = rung.afterMinutes.map { " paged after \(WrittenNumber.short($0)) min" } ?? " paged"
      TeamMentions.add("L\(rung.line)\(minutes)", to: rung.target, in: &roles)
    }
    for rule in runbook.escalationRules {
      TeamMentions.add("L\(rule.line) \(clipped(oneLine(rule.when)))", to: rule.target, in: &roles)
    }
    for place in roles.indices { roles[place].isPaged = true }
    for contact in runbook.contacts where !contact.role.isEmpty {
      let named = contact.name.isEmpty || contact.placeholder ? "" : ", \(clipped(oneLine(contact.name)))"
      TeamMentions.add("L\(contact.line) contact\(named)", to: contact.role, in: &roles)
    }
    for role in runbook.roles { TeamMentions.add("L\(role.line) role", to: role.name, in: &roles) }
    for rung in runbook.escalation {
      for way in rung.via where isWay(way) { TeamMentions.add("L\(rung.line)", to: way, in: &ways) }
    }
    for contact in runbook.contacts {
      for way in contact.via where isWay(way) { TeamMentions.add("L\(contact.line)", to: way, in: &ways) }
    }
  }

  /// Not a gap to fill, nor one person's handle.
  private func isWay(_ way: String) -> Bool {
    !way.contains("[") && !way.contains("XXX") && !way.hasPrefix("@") && !way.hasPrefix("(")
  }

  /// Names that a page may have to reach; everything else in `roles` is only written down.
  static func paged(by runbook: Runbook) -> [String] {
    var mentions: [Mention] = []
    for rung in runbook.escalation { add("", to: rung.target, in: &mentions) }
    for rule in runbook.escalationRules { add("", to: rule.target, in: &mentions) }
    return mentions.map(\.name)
  }

  private static func add(_ note: String, to name: String, in mentions: inout [Mention]) {
    let name = oneLine(name)
    guard !name.isEmpty, name.count <= 200 else { return }
    if let known = mentions.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
      if mentions[known].notes.count < 4, !mentions[known].notes.contains(note) { mentions[known].notes.append(note) }
    } else if mentions.count < 200 {
      mentions.append(Mention(name: name, notes: [note]))
    }
  }
}

/// Text on one line, without control characters.
func oneLine(_ text: String) -> String {
  text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
    .joined(separator: " ")
}

/// Numbers as people write them: `15`, `7.5`.
package enum WrittenNumber {
  package static func short(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "?" }
    return number == number.rounded() ? String(Int64(number)) : String((number * 10).rounded() / 10)
  }
}
