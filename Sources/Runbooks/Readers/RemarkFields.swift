/// Fields written as remarks of a fence: "# Response Time: 5 minutes". Read where the fence holds nothing but remarks.
enum RemarkFields {
  static func read(_ record: Record) -> [Record] {
    record.children.compactMap(\.code).flatMap(fields)
  }

  private static func fields(_ code: Block.Code) -> [Record] {
    let lines = code.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(80)
    let said = lines.enumerated().filter { !$0.element.trimmed.isEmpty }
    guard !said.isEmpty, said.allSatisfy({ $0.element.trimmed.hasPrefix("#") }) else { return [] }
    return said.compactMap { offset, line in
      let phrase = Phrase(line.stripped("# "), line: code.firstLine + offset)
      guard let split = Labels.split(phrase), !split.value.isEmpty else { return nil }
      return Record(Outline.label(split, phrase))
    }
  }
}
