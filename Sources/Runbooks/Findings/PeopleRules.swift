import Incidents

/// R030 to R035: who is reached, and when.
enum PeopleRules {
  static let all: [FindingRule] = [
    FindingRule("R030", .error, why: "A ladder must end at somebody who answers.", source: .wellArchitected) {
      document in
      guard let last = document.runbook.escalation.last else {
        let hint = "Say who is paged first and who next, with the minutes."
        return [Fault("No escalation chain was found.", hint: hint, line: 1)]
      }
      guard isNobody(last.target) else { return [] }
      let hint = "End it with a person, a role or a rotation."
      return [Fault("The chain ends at \(Quoted.name(last.target)), which is nobody.", hint: hint, line: last.line)]
    },
    FindingRule("R031", .error, why: "A placeholder cannot be called.") { document in
      document.runbook.contacts.filter(\.placeholder).map { contact in
        let shown = ([contact.name] + contact.via).filter { !$0.isEmpty }
        let value = shown.isEmpty ? "nothing is filled in" : Quoted.short(shown.joined(separator: ", "))
        return Fault(
          "\(contact.role) reaches nobody: \(value).",
          hint: "Fill in a name and a number, or bind the role in tocsin.yaml.", line: contact.line)
      }
    },
    FindingRule("R032", .error, why: "A role that no contact stands behind cannot be paged.") { document in
      guard !document.runbook.contacts.isEmpty else { return [] }
      let known = document.runbook.contacts.map { RoleWords($0.role) }
      var seen: Set<String> = []
      return targets(document.runbook).filter { target in
        !target.name.isEmpty && seen.insert(target.name.lowercased()).inserted
          && !known.contains { $0.covers(RoleWords(target.name)) }
      }.map {
        Fault(
          "\(Quoted.name($0.name)) is paged but has no contact.",
          hint: "Add a row to the contacts or bind it in tocsin.yaml.",
          line: $0.line, mark: $0.name)
      }
    },
    FindingRule("R034", .error, why: "A step without a time is never reached by itself.", source: .pagerDuty) {
      document in
      let ladder = document.runbook.escalation
      // The first whom a severity calls needs no time.
      let later = ladder.indices.dropFirst().filter { index in ladder[..<index].contains { shares($0, ladder[index]) } }
      let silent = later.map { ladder[$0] }.filter { $0.afterMinutes == nil }.map {
        Fault(
          "\($0.target) has no time after which it is paged.", hint: "Add the minutes, as in \"after 30 minutes\".",
          line: $0.line)
      }
      return silent + derived(document.runbook)
    },
    FindingRule("R035", .error, why: "Times that go back, or begin late, break the ladder.") { document in
      outOfOrder(document.runbook) + lateStart(document.runbook)
    },
  ]

  private static func shares(_ a: Rung, _ b: Rung) -> Bool {
    a.severities.isEmpty || b.severities.isEmpty || a.severities.contains(where: b.severities.contains)
  }

  /// Rungs whose time the reading took from the rung before, as its assumptions tell.
  private static func derived(_ runbook: Runbook) -> [Fault] {
    let assumed = Set(runbook.assumptions.filter { $0.about == "escalation" }.compactMap(\.lines.last))
    return runbook.escalation.dropFirst().compactMap { rung in
      guard let after = rung.afterMinutes, assumed.contains(rung.line), isSilent(rung, runbook) else { return nil }
      return Fault(
        "\(rung.target) has no time of its own; Tocsin takes \(Quoted.minutes(after)), when the step before ends.",
        hint: "Add the minutes, as in \"after 30 minutes\".", line: rung.line, level: .warning)
    }
  }

  /// Nothing in the rung's own lines, up to the next rung or heading, names a time.
  private static func isSilent(_ rung: Rung, _ runbook: Runbook) -> Bool {
    let lines = runbook.lines.dropFirst(max(rung.line - 1, 0)).prefix(8)
    for (index, line) in lines.enumerated() {
      if index > 0, line.hasPrefix("#") || runbook.escalation.contains(where: { $0.line == rung.line + index }) {
        break
      }
      if !Durations.all(in: Words(line.lowercased())).isEmpty { return false }
    }
    return true
  }

  static func isNobody(_ target: String) -> Bool {
    let bare = target.filter { $0.isLetter }
    return bare.isEmpty || target.hasPrefix("[") || target.hasPrefix("<") || target.hasPrefix("#")
  }

  private static func targets(_ runbook: Runbook) -> [(name: String, line: Int)] {
    let rungs = runbook.escalation.map { ($0.target, $0.line) }
    let rules = runbook.escalationRules.map { ($0.target, $0.line) }
    return (rungs + rules).flatMap { target, line in RoleWords.parts(target).map { ($0, line) } }
  }

  private static func outOfOrder(_ runbook: Runbook) -> [Fault] {
    let names: [String?] = runbook.severities.isEmpty ? [nil] : runbook.severities.map { $0.name }
    var seen: Set<Int> = []
    return names.flatMap { name -> [Fault] in
      let rungs = runbook.escalation.filter { $0.severities.isEmpty || name.map($0.severities.contains) ?? true }
        .filter { $0.afterMinutes != nil }
      return zip(rungs, rungs.dropFirst()).compactMap { before, after in
        guard let first = before.afterMinutes, let second = after.afterMinutes, second < first,
          seen.insert(after.line).inserted
        else { return nil }
        let message =
          "\(after.target) is paged after \(Quoted.minutes(second)), before \(before.target) after \(Quoted.minutes(first))."
        return Fault(message, hint: "Let the times grow along the chain.", line: after.line)
      }
    }
  }

  private static func lateStart(_ runbook: Runbook) -> [Fault] {
    guard let worst = runbook.severities.min(by: { $0.rank < $1.rank }), let promise = worst.answerTarget,
      promise.minutes > 0,
      let first = runbook.escalation.dropFirst().first(where: { $0.afterMinutes != nil }),
      let after = first.afterMinutes,
      after > promise.minutes
    else { return [] }
    let message =
      "\(first.target) is paged after \(Quoted.minutes(after)); \(worst.name) is to be answered within \(Quoted.minutes(promise.minutes))."
    return [
      Fault(message, hint: "Page the next person before the promise is broken.", line: first.line, level: .warning)
    ]
  }
}

/// The words of a role that tell it from others.
struct RoleWords {
  /// The whole name and each alternative of "Team Lead / Senior Engineer".
  private var forms: [Set<String>]

  init(_ role: String) {
    let slashed = role.split(separator: "/").flatMap { $0.split(separator: " or ") }
    forms = ([role[...]] + slashed).map(Self.telling).filter { !$0.isEmpty }
  }

  private static func telling(_ text: Substring) -> Set<String> {
    let all = text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map {
      same[String($0)] ?? String($0)
    }
    let rest = Set(all).subtracting(common)
    return rest.isEmpty ? Set(all) : rest
  }

  /// Whether a contact of this role can stand for the other.
  func covers(_ other: RoleWords) -> Bool {
    forms.contains { mine in other.forms.contains { $0.isSubset(of: mine) || mine.isSubset(of: $0) } }
  }

  /// "CTO + Legal", "Legal and Security": each has to be reached.
  static func parts(_ target: String) -> [String] {
    target.split(whereSeparator: { "+&,".contains($0) }).flatMap { $0.split(separator: " and ") }
      .map { ShellText.trim($0) }.filter { !$0.isEmpty }
  }

  private static let same = [
    "tech": "technical", "eng": "engineering", "sr": "senior", "operations": "ops", "founders": "founder",
    "backup": "secondary", "calls": "call",
  ]
  private static let common: Set<String> = [
    "the", "a", "team", "engineer", "engineers", "on", "lead", "person", "rotation", "role", "of", "to", "l1", "l2",
    "l3",
    "l4", "level", "1", "2", "3", "4",
  ]
}
