/// Definition lists as Pandoc and PHP Markdown Extra write them: the term, and below it ": what it means".
enum Definitions {
  /// A labelled line for each term of a paragraph; nil where it is no such list.
  static func records(_ phrases: [Phrase]) -> [Record]? {
    guard phrases.count >= 2, phrases.count <= 256, !isDefinition(phrases[0]), isDefinition(phrases[1]) else {
      return nil
    }
    var records: [RecordContent] = []
    var term: Phrase?
    for phrase in phrases where !phrase.isEmpty {
      if !isDefinition(phrase) {
        // A line behind a definition goes on with it, unless another definition follows.
        term = phrase
      } else if let named = term {
        records.append(
          Outline.label(Labels.Split(name: named.text, value: withoutColon(phrase), bold: true), named))
        term = nil
      } else if let last = records.indices.last {
        records[last].add(Outline.plain(withoutColon(phrase)))
      }
    }
    return records.isEmpty ? nil : records.map { Record($0) }
  }

  private static func isDefinition(_ phrase: Phrase) -> Bool { phrase.text.hasPrefix(": ") }

  private static func withoutColon(_ phrase: Phrase) -> Phrase {
    var rest = phrase
    guard let first = rest.runs.first, let colon = first.text.firstIndex(of: ":") else { return phrase }
    rest.runs[0].text = first.text[first.text.index(after: colon)...].trimmed
    return rest
  }
}
