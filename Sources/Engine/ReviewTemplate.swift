import Incidents

/// Fills a team's own review template, line by line, without knowing its shape beforehand: labels get what the record
/// knows, the timeline section gets the course in the shape that the template uses for it.
struct ReviewTemplate {
  let record: ReviewRecord
  let template: String

  func filled() -> String {
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false).map { TemplateLine(String($0)) }
    let example = isExample(lines)
    var out: [String] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      out.append(filled(line))
      index += 1
      guard line.opensSection else { continue }
      let body = lines[index...].prefix { !$0.opensSection }
      if line.isTimeline {
        out += timeline(Array(body))
      } else if example, line.isHeading, body.contains(where: \.isProse), !body.contains(where: { known($0) != nil }) {
        out += ["", "[\(line.title)]", ""]
      } else {
        out += body.map { example ? withoutStory($0) : filled($0) }
      }
      index += body.count
    }
    return out.joined(separator: "\n")
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

/// One line of a template and what can be told from its shape.
struct TemplateLine {
  let text: String
  /// The text up to and with the label's colon.
  private(set) var prefix = ""
  private(set) var label: String?
  private(set) var value = ""
  /// Two spaces at the end are a line break in Markdown.
  var trail: String { text.hasSuffix("  ") ? "  " : "" }

  init(_ text: String) {
    self.text = text
    readLabel()
  }

  var isHeading: Bool { text.hasPrefix("#") && text.drop { $0 == "#" }.first == " " }
  var isItem: Bool { ["- ", "* ", "+ "].contains { text.drop(while: \.isWhitespace).hasPrefix($0) } }
  var isTableRule: Bool { text.contains("--") && text.contains("|") && text.allSatisfy { "|-: ".contains($0) } }
  var isProse: Bool { text.contains(where: \.isLetter) && !isHeading }
  var title: String { isHeading ? String(text.drop { $0 == "#" || $0 == " " }) : label ?? "" }
  /// A heading, or a bold label alone on its line: "**Timeline** (all times UTC):".
  var opensSection: Bool {
    isHeading || (label != nil && !isItem && text.hasPrefix("**") && (value.isEmpty || value.hasPrefix("(")))
  }
  var isTimeline: Bool { opensSection && title.lowercased().contains("timeline") }

  private mutating func readLabel() {
    let start = text.drop { $0.isWhitespace || "-*+".contains($0) && !text.hasPrefix("**") }
    let bare = text.drop { $0.isWhitespace || $0 == "-" || $0 == "+" }
    if bare.hasPrefix("**"), let close = bare.dropFirst(2).firstRange(of: "**") {
      let inside = bare[bare.index(bare.startIndex, offsetBy: 2)..<close.lowerBound]
      var end = close.upperBound
      if end < bare.endIndex, bare[end] == ":" { end = bare.index(after: end) }
      guard inside.hasSuffix(":") || end != close.upperBound || bare[end...].hasPrefix(" (") else { return }
      take(inside, until: end)
    } else if let colon = start.firstIndex(of: ":"), start.distance(from: start.startIndex, to: colon) <= 30 {
      take(start[..<colon], until: start.index(after: colon))
    }
  }

  private mutating func take(_ inside: Substring, until end: String.Index) {
    let name = inside.filter { $0 != ":" && $0 != "*" }
    guard name.contains(where: \.isLetter) else { return }
    label = String(name)
    prefix = String(text[..<end])
    value = String(text[end...].drop(while: \.isWhitespace))
    while value.last?.isWhitespace == true { value.removeLast() }
  }
}
