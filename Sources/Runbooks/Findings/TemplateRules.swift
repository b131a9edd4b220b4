import Incidents

/// R053 to R058: the texts that go out.
enum TemplateRules {
  static let all: [FindingRule] = [
    FindingRule("R053", .error, why: "Nobody can fill in what has no name.") { document in
      document.runbook.templates.compactMap { template in
        guard let slot = nameless(template.body) else { return nil }
        return Fault(
          "The template \(Quoted.name(template.name)) leaves \(slot.text) open and does not say what belongs there.",
          hint: "Give it a name, as in [number of users].", line: template.line + slot.offset, mark: slot.text)
      }
    },
    FindingRule("R054", .warning, why: "A promise in a template is a promise in public.") { document in
      document.runbook.templates.compactMap { template in
        guard let said = promise(template), let owed = owed(template, document.runbook), said.minutes != owed
        else { return nil }
        return Fault(
          "The template \(Quoted.name(template.name)) promises the next update in \(Quoted.minutes(said.minutes)); the cadence says \(Quoted.minutes(owed)).",
          hint: "Let both say the same.", line: template.line + said.offset)
      }
    },
    FindingRule("R055", .warning, why: "Readers who know when to look again ask less.", source: .atlassian) {
      document in
      document.runbook.templates.filter { isPublic($0) && isOpen($0) && !announcesNext($0) }.map {
        Fault(
          "The public template \(Quoted.name($0.name)) does not say when the next update comes.",
          hint: "End it with \"Next update: [time]\".", line: $0.line)
      }
    },
    FindingRule("R057", .hint, why: "The public does not know the team's own words.", source: .atlassian) { document in
      let names = document.runbook.severities.map(\.name).filter { $0.utf8.contains(where: Byte.isDigit) }
      return document.runbook.templates.filter(isPublic).compactMap { template in
        guard let name = names.first(where: { holdsWord($0, template.body) }) else { return nil }
        return Fault(
          "The public template \(Quoted.name(template.name)) speaks of \(name).",
          hint: "Say in plain words what does not work.", line: line(of: name, template), mark: name)
      }
    },
    FindingRule("R058", .warning, why: "The team is asked first, and has nothing prepared.") { document in
      let templates = document.runbook.templates
      guard let first = templates.first(where: { $0.kind != .postmortem }),
        !templates.contains(where: { [.internal, .escalation, .other].contains($0.kind) })
      else { return [] }
      let hint = "Add one with the severity, what is known, who leads, and where people meet."
      return [Fault("There is no template for the team itself.", hint: hint, line: first.line)]
    },
  ]

  private static func isPublic(_ template: Template) -> Bool { [.statusPage, .customer].contains(template.kind) }

  private static func isOpen(_ template: Template) -> Bool {
    guard template.state != .resolved else { return false }
    return template.state != nil || !ShellText.contains(template.body.lowercased(), "resolved")
  }

  private static func announcesNext(_ template: Template) -> Bool {
    let body = template.body.lowercased()
    return [
      "next update", "update every", "updates every", "updated every", "update in", "update within", "update by",
      "nächste", "próxima", "prochaine", "下次", "下一次", "次回",
    ].contains { ShellText.contains(body, $0) }
  }

  /// `[X]`, `XXX`, `[...]`: a gap without a word for what fills it.
  private static func nameless(_ body: String) -> (text: String, offset: Int)? {
    for (i, line) in body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for gap in ["[...]", "[…]", "[XXX]", "[XX]", "<...>", "____", "[ ... ]"]
      where ShellText.contains(String(line), gap) {
        return (gap, i)
      }
      let bare = line.split(whereSeparator: { " \t|*(),;:.\"#[]<>".contains($0) }).first { $0 == "XXX" || $0 == "XXXX" }
      if let bare { return (String(bare), i) }
    }
    return nil
  }

  private static func promise(_ template: Template) -> (minutes: Double, offset: Int)? {
    for (i, line) in template.body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard ShellText.contains(line.lowercased(), "next update"),
        let at = line.lowercased().firstRange(of: "next update"),
        let time = Durations.all(in: Words(String(line.lowercased()[at.upperBound...]))).first, !time.moment
      else { continue }
      return (time.limit, i)
    }
    return nil
  }

  /// What the cadence says for the one severity that the template is for.
  private static func owed(_ template: Template, _ runbook: Runbook) -> Double? {
    let all = runbook.cadence.filter { $0.severity == nil }
    let own = runbook.cadence.filter { $0.severity == template.severities.first }
    let entries = template.severities.count == 1 && !own.isEmpty ? own : runbook.cadence.count == all.count ? all : []
    let times = Set(entries.compactMap(\.minutes))
    return times.count == 1 ? times.first : nil
  }

  private static func holdsWord(_ word: String, _ text: String) -> Bool {
    text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).contains { $0 == word }
  }

  private static func line(of name: String, _ template: Template) -> Int {
    let rows = template.body.split(separator: "\n", omittingEmptySubsequences: false)
    return template.line + (rows.firstIndex { holdsWord(name, String($0)) } ?? 0)
  }
}
