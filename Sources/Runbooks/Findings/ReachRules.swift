import Incidents

/// R036 to R040: whether the people behind the ladder can really be reached.
enum ReachRules {
  static let all: [FindingRule] = [
    FindingRule("R036", .warning, why: "Whoever did not answer the first time does not answer as the next step.") {
      document in
      let rungs = document.runbook.escalation
      return zip(rungs, rungs.dropFirst()).filter { isSame($0, $1) }.map { _, again in
        Fault(
          "\(again.target) is paged in two steps that follow each other.",
          hint: "Let the second step reach somebody else.",
          line: again.line, mark: again.target)
      }
    },
    FindingRule("R037", .warning, why: "One person sleeps, travels, or has no signal.") { document in
      let book = document.runbook
      let said = (book.escalation.map(\.target) + book.contacts.map(\.role)).joined(separator: "\n").lowercased()
      guard let first = book.escalation.first, !second.contains(where: { ShellText.contains(said, $0) }) else {
        return []
      }
      let hint = "Add a secondary on-call to the chain."
      return [Fault("Nobody stands in for \(first.target).", hint: hint, line: first.line, mark: first.target)]
    },
    FindingRule("R038", .warning, why: "A wrong number is found out at the worst moment.") { document in
      document.runbook.contacts.flatMap { contact in
        contact.via.compactMap { way in
          malformed(way).map {
            Fault(
              "\(contact.role): \(Quoted.name(way)) is \($0).", hint: "Correct it and try it once.",
              line: contact.line, mark: way)
          }
        }
      }
    },
    FindingRule("R040", .warning, why: "A chat makes no noise at night, and may be what is down.") { document in
      let silent = document.runbook.contacts.filter { !$0.placeholder && !$0.via.isEmpty && $0.via.allSatisfy(isChat) }
      guard let first = silent.first else { return [] }
      let message = "\(Quoted.list(silent.prefix(4).map(\.role))) can be reached by chat only."
      return [Fault(message, hint: "Add a phone number or a pager.", line: first.line, mark: first.via.first ?? "")]
    },
  ]

  private static let second = [
    "secondary", "backup", "back-up", "second", "deputy", "fallback", "alternate", "vertret", "zweit", "ersatz",
    "secundari", "segund", "suppl", "secondaire", "remplaç", "备", "二线", "副",
  ]

  private static func isSame(_ a: Rung, _ b: Rung) -> Bool {
    let (one, two) = (a.target.lowercased(), b.target.lowercased())
    guard one == two, !one.isEmpty else { return false }
    // Rungs of different severities never follow each other.
    return a.severities.isEmpty || b.severities.isEmpty || !Set(a.severities).isDisjoint(with: b.severities)
  }

  private static func isChat(_ way: String) -> Bool {
    let lower = way.lowercased()
    if way.utf8.filter(Byte.isDigit).count >= 7 { return false }
    if way.hasPrefix("#") || (way.hasPrefix("@") && !way.dropFirst().contains("@")) { return true }
    return ["slack", "teams", "discord", "telegram", "mattermost"].contains(lower)
  }

  private static func malformed(_ way: String) -> String? {
    let text = ShellText.trim(way)
    if text.hasPrefix("+") {
      let digits = text.utf8.filter(Byte.isDigit).count
      let plain = text.utf8.allSatisfy { Byte.isDigit($0) || "+-(). /".utf8.contains($0) }
      // ITU-T E.164: at most fifteen digits with the country's.
      return plain && !(7...15).contains(digits) ? "no telephone number: it has \(digits) digits" : nil
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !text.contains(" "), !text.contains("/") else { return nil }
    let host = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return host.count < 2 || host.contains("") ? "no mail address" : nil
  }
}
