import Incidents
import Runbooks

/// What the runbook has no plan for yet, or did not recognise.
extension Lesson {
  /// A plan for what happened, in the shape of the last one, from what people did.
  var scenario: [LessonHunk] {
    guard incident.scenario == nil else { return [] }
    let last = runbook.scenarios.max { $0.endLine < $1.endLine }
    let place = last.map { $0.endLine + 1 } ?? document.lastLine + 1
    let heading = last.flatMap { document.text($0.line) }.flatMap { Heading($0) } ?? Heading(level: 3)
    var lines = last == nil ? ["", "## Incident Scenarios", ""] : before(place)
    lines.append(heading.next(title: title))
    lines += ["", "**Severity**: \(incident.severity)", "", "**Symptoms**:"]
    lines += symptoms.map { "- \($0)" }
    lines += fence("Investigation", asked) + resolution
    if let next = document.text(place), next.contains(where: { !$0.isWhitespace }) { lines.append("") }
    let opened = timeline.first { $0.kind == .opened || $0.kind == .declared }
    return [
      LessonHunk(
        .scenario, line: place, new: lines, why: "No scenario of the runbook fitted \(incident.name).",
        entry: opened?.id,
        at: opened?.at)
    ]
  }

  private func before(_ place: Int) -> [String] {
    document.text(place - 1)?.contains { !$0.isWhitespace } == true ? [""] : []
  }

  private var title: String { MarkdownText.inert(incident.title, limit: 100) }

  private var symptoms: [String] {
    var seen: [String] = []
    for summary in alerts.map(\.summary) + [incident.title] {
      let text = MarkdownText.inert(summary, limit: 160)
      if !text.isEmpty, !seen.contains(text) { seen.append(text) }
    }
    return Array(seen.prefix(5))
  }

  private var asked: [String] { commands { $0.exit == 0 } }

  private func commands(_ wanted: (CommandRun) -> Bool) -> [String] {
    var seen: [String] = []
    for run in runs.reversed() where wanted(run) && !seen.contains(run.text) && !run.text.contains("```") {
      seen.append(run.text)
    }
    return Array(seen.prefix(10))
  }

  private func fence(_ title: String, _ commands: [String]) -> [String] {
    guard !commands.isEmpty else { return [] }
    return ["", "**\(title)**:", "```bash"] + commands.flatMap { $0.split(separator: "\n").map(String.init) } + ["```"]
  }

  private var resolution: [String] {
    guard let end = timeline.last(where: { $0.kind == .resolved }) else { return [] }
    return ["", "**Resolution**:", "1. \(MarkdownText.inert(end.text, limit: 300))"]
  }

  /// A person had to say which scenario it was: the alert's words belong to its symptoms.
  var symptom: [LessonHunk] {
    guard let title = incident.scenario, let scenario = runbook.scenarios.first(where: { $0.title == title }),
      let said = timeline.last(where: { $0.kind == .scenario && team.person($0.actor) != nil }),
      let after = scenario.symptoms.last, let text = document.text(after.line)
    else { return [] }
    let lead = text.prefix { $0.isWhitespace }
    let rest = text.dropFirst(lead.count)
    guard let sign = ["- ", "* ", "+ "].first(where: rest.hasPrefix) else { return [] }
    let words = MarkdownText.inert(alerts.first?.summary ?? incident.title, limit: 160)
    guard !words.isEmpty, !scenario.symptoms.contains(where: { $0.text == words }) else { return [] }
    return [
      LessonHunk(
        .symptom, line: after.line + 1, new: ["\(lead)\(sign)\(words)"],
        why: "\(name(said.actor)) had to choose this scenario by hand.", entry: said.id, at: said.at)
    ]
  }
}

/// The heading of a scenario: how deep, what stands before its title, and its number.
struct Heading: Hashable {
  var level: Int
  var word = ""
  var number: Int?
  var sign = ""

  init(level: Int) { self.level = level }

  /// "### Scenario 5: Pool exhausted", "## 3. Pool exhausted", "### Pool exhausted"; nil where it is none.
  init?(_ line: String) {
    level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    let text = line.dropFirst(level).drop { $0 == " " }
    let word = text.prefix { !$0.isNumber && $0 != ":" }
    let digits = text.dropFirst(word.count).prefix { $0.isASCII && $0.isNumber }
    let after = text.dropFirst(word.count + digits.count).prefix { ":.)-".contains($0) }
    guard word.count <= 16, let number = Int(digits), !after.isEmpty else { return }
    (self.word, self.number, sign) = (String(word), number, String(after))
  }

  func next(title: String) -> String {
    let count = number.map { "\(word)\($0 &+ 1)\(sign) " } ?? ""
    return String(repeating: "#", count: level) + " " + count + title
  }
}
