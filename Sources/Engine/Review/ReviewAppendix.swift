import Incidents

/// What the record holds and the team's template has no place for, as sections of its own at the end.
struct ReviewAppendix {
  let record: ReviewRecord
  let lines: [TemplateLine]
  /// Of the template's sections.
  let titles: [String]

  /// In the template's own way of making sections.
  var text: [String] {
    sections.flatMap { section in ["", opening(section.title), ""] + section.rows.map { "- \($0)" } }
  }

  private var sections: [(title: String, rows: [String])] {
    let facts = ReviewFacts(record)
    let present = Set(titles.map(ReviewSection.init))
    let all: [(ReviewSection, String, [String])] = [
      (.detection, "Detection and Response", facts.detection),
      (.commands, "Commands and Their Results", facts.commands),
      (.messages, "Messages Sent", facts.messages),
    ]
    return all.filter { !present.contains($0.0) && !$0.2.isEmpty }.map { ($0.1, $0.2) }
  }

  private func opening(_ title: String) -> String {
    guard let sample = lines.last(where: \.opensSection) else { return "## \(title)" }
    return sample.isHeading ? sample.text.prefix { $0 == "#" } + " " + title : "**\(title)**:"
  }
}
