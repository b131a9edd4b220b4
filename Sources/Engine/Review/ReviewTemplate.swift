import Incidents

/// Fills a team's own review template, line by line, without knowing its shape beforehand: labels get what the record
/// knows, the timeline section gets the course in the shape that the template uses for it, and some sections get facts.
struct ReviewTemplate {
  let record: ReviewRecord
  let template: String

  func filled() -> String {
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false).map { TemplateLine(String($0)) }
    let example = isExample(lines)
    var out: [String] = []
    var titles: [String] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      out.append(filled(line))
      index += 1
      guard line.opensSection else { continue }
      let body = Array(lines[index...].prefix { !$0.opensSection })
      titles.append(line.title)
      out += section(line, body, example)
      index += body.count
    }
    let appendix = ReviewAppendix(record: record, lines: lines, titles: titles).text
    while !appendix.isEmpty, out.last?.allSatisfy(\.isWhitespace) == true { out.removeLast() }
    return (out + appendix).joined(separator: "\n")
  }

  private func section(_ opening: TemplateLine, _ body: [TemplateLine], _ example: Bool) -> [String] {
    let section = ReviewSection(opening.title)
    if section == .timeline { return timeline(body) }
    let isStory =
      example && opening.isHeading && body.contains(where: \.isProse) && !body.contains(where: { known($0) != nil })
    let lines =
      isStory ? ["", "[\(opening.title)]", ""] : body.map { example ? withoutStory($0) : filled($0) }
    return ReviewWeaving(facts: ReviewFacts(record), record: record).woven(section, lines)
  }
  /// A template that is a finished review of some other incident: only its headings and labels are the form.
  private func isExample(_ lines: [TemplateLine]) -> Bool {
    lines.contains { line in
      guard let label = line.label, label.lowercased().hasSuffix("date") else { return false }
      return line.value.filter(\.isNumber).count >= 6
    }
  }

  private func known(_ line: TemplateLine) -> String? { line.label.flatMap(record.value) }

  private func filled(_ line: TemplateLine) -> String {
    guard !line.isHeading, let value = known(line) else { return brackets(line.text) }
    return line.prefix + " " + value + line.trail
  }

  /// A label of another incident's review keeps its name and loses what was said there.
  private func withoutStory(_ line: TemplateLine) -> String {
    guard !line.isHeading, let label = line.label, !line.value.isEmpty, known(line) == nil else { return filled(line) }
    return line.prefix + " [\(label)]" + line.trail
  }

  /// `[Incident Title]` and its like, wherever they stand. `[Date]` alone may be the date of anything.
  private func brackets(_ text: String) -> String {
    var out = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let inside = rest[rest.index(after: open)..<close]
      let names = Tokens.of(inside)
      let value = names.contains("incident") || names == ["title"] ? record.value(of: String(inside)) : nil
      out += rest[..<open] + (value ?? "[\(inside)]")
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  private func timeline(_ body: [TemplateLine]) -> [String] {
    let lead = body.prefix { $0.text.allSatisfy(\.isWhitespace) }.map(\.text)
    let tail = body.reversed().prefix { $0.text.allSatisfy(\.isWhitespace) || $0.text == "---" }.reversed().map(\.text)
    if let rule = body.firstIndex(where: \.isTableRule) {
      return body[...rule].map(\.text) + record.events.map { "| \($0.clock) | \(cell($0.text)) |" } + tail
    }
    let bold = body.contains { $0.text.contains("**") && $0.isItem }
    let said = body.filter { !$0.isItem && $0.isProse }.map(\.text)
    let events = record.events.map { bold ? "- **\($0.clock)** - \($0.text)" : "- \($0.clock) - \($0.text)" }
    return lead + said + (said.isEmpty ? [] : [""]) + events + (body.count == lead.count ? [] : tail)
  }

  private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
