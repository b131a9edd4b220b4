/// R008 to R010 and R013: the form of the document.
enum FormRules {
  static let all: [FindingRule] = [
    FindingRule("R008", .error, why: "A link to a heading that stands twice leads to the wrong one.") { document in
      var seen: Set<[String]> = []
      return paths(document.outline.headings).compactMap { heading, path in
        // A line of signs is a rule drawn by hand.
        guard !seen.insert(path).inserted, heading.text.hasWord else { return nil }
        return Fault(
          "The heading \(Quoted.name(heading.text)) stands twice in the same section.",
          hint: "Name what sets the two apart, or join them.", line: heading.line, mark: heading.text)
      }
    },
    FindingRule("R009", .warning, why: "A level left out hides what belongs to what.") { document in
      let headings = document.outline.headings
      return zip(headings, headings.dropFirst()).filter { $1.level > $0.level + 1 }.map { above, heading in
        let levels = "level \(heading.level) under level \(above.level)"
        return Fault(
          "\(Quoted.name(heading.text)) is of \(levels).",
          hint: "Use \(String(repeating: "#", count: above.level + 1)) here.", line: heading.line, mark: heading.text)
      }
    },
    FindingRule("R010", .hint, why: "An empty section promises what is not there.") { document in
      let headings = document.outline.headings
      let next = headings.dropFirst().map { Optional($0) } + [nil]
      return zip(headings, next).filter { $0.text.hasWord && isEmpty($0, before: $1, document) }.map { heading, _ in
        Fault(
          "The section \(Quoted.name(heading.text)) is empty.", hint: "Write it or take the heading out.",
          line: heading.line, mark: heading.text)
      }
    },
    FindingRule("R013", .warning, why: "An example address never answers, and plain http can be changed on its way.") {
      document in
      example(document) + LinkRules.plain(document)
    },
  ]

  private static func example(_ document: CheckedDocument) -> [Fault] {
    let samples = ["yourdomain", "yourcompany", "your-domain", "example.com"]
    for (index, text) in document.runbook.lines.enumerated() {
      guard let sample = samples.first(where: { ShellText.contains(text, $0) }) else { continue }
      let message = "An example address is left in: \(sample)."
      return [Fault(message, hint: "Write the real address.", line: index + 1, mark: sample)]
    }
    return []
  }

  /// Each heading with the texts of those it stands under, itself last.
  private static func paths(_ headings: [LineOutline.Heading]) -> [(LineOutline.Heading, [String])] {
    var open: [LineOutline.Heading] = []
    return headings.map { heading in
      open.removeAll { $0.level >= heading.level }
      // The line tells two parents of one name apart.
      let path = open.map { "\($0.line)" } + ["\(heading.level)", heading.text.lowercased()]
      open.append(heading)
      return (heading, path)
    }
  }

  private static func isEmpty(
    _ heading: LineOutline.Heading, before next: LineOutline.Heading?, _ document: CheckedDocument
  ) -> Bool {
    if let next, next.level > heading.level { return false }
    let end = next?.line ?? document.runbook.lines.count + 1
    guard heading.line + 1 < end else { return true }
    return ((heading.line + 1)..<end).allSatisfy { line in
      let text = ShellText.trim(document.text(line))
      return text.isEmpty || text == "---" || text == "***" || text == "___"
    }
  }
}
