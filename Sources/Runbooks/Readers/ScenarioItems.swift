import Incidents

/// Scenarios without a heading of their own: items over steps, bold lines over commands, "Problem: ..." again and again.
extension ScenarioReader {
  /// Those of the first heading about scenarios that has such, each as the record that a heading would be.
  static func unheaded(_ reading: Reading) -> [(Int, Record)] {
    for (index, section) in reading.sections.all.enumerated() where section.role == .scenarioGroup {
      let record = section.record
      guard record.isHeading, record.headingLevel != 1, !record.children.contains(where: \.isHeading) else { continue }
      let labels = record.children.filter { $0.shape == .label }
      let groups = [repeated(record)] + record.children.filter(\.isList).map { named($0.children) } + [named(labels)]
      if let found = groups.first(where: { !$0.isEmpty }) { return found.map { (index, $0) } }
    }
    return []
  }

  /// "Problem: the API answers 502", and what follows up to the next problem.
  private static func repeated(_ record: Record) -> [Record] {
    var found: [Record] = []
    for child in record.children {
      if child.shape == .label, TroubleTable.isName(child), child.value.text.hasWord, child.value.text.utf8.count <= 120
      {
        found.append(headed(child.value.text, child))
      } else if let last = found.indices.last {
        found[last].add(child)
      }
    }
    return found.count >= 2 ? found : []
  }

  /// Items or labels that name what is wrong, each over something of its own; a step to take names nothing.
  private static func named(_ records: [Record]) -> [Record] {
    guard (2...40).contains(records.count) else { return [] }
    let found = records.compactMap { record -> Record? in
      let name = record.name.isEmpty ? record.text : record.name
      guard !record.children.isEmpty || record.shape == .label && !record.value.isEmpty, name.hasWord,
        name.utf8.count <= 100, !isStep(name), !isPart(record), SeverityNames.read(Words(name)) == nil
      else { return nil }
      return headed(name, record)
    }
    return found.count >= 2 && found.count * 3 >= records.count * 2 ? found : []
  }

  private static func headed(_ name: String, _ record: Record) -> Record {
    var heading = Record(.heading(6), line: record.line, endLine: record.endLine)
    heading.call(name)
    heading.text = name
    if !record.value.isEmpty, !record.name.isEmpty, record.value.text != name { heading.add(valueRecord(record)) }
    for child in record.children { heading.add(child) }
    return heading
  }

  private static let steps: WordSet = [
    "review", "collect", "gather", "ensure", "monitor", "open", "run", "use", "document", "communicate", "notify",
    "acknowledge", "escalate", "create", "update", "install", "configure", "set", "test", "wait", "read", "see",
  ]

  /// "Check the logs", "Step 2", "Restart the service": what is done, not what is wrong.
  static func isStep(_ name: String) -> Bool {
    let bare = ScenarioTitle.withoutNumber(name)
    guard let first = Words.head(bare, 1).first else { return true }
    return steps.contains(first) || FixVerbs.begin(bare)
      || Lexicon.meaning(of: first.text).best([.diagnosis, .verification, .phaseWord]) >= 0.9
  }
}
