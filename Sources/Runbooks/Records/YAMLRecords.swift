/// A YAML list of maps in a fence, as far as runbooks use it: each map a record with its keys as fields.
enum YAMLRecords {
  /// The lists of a fence, one after another; empty where it holds none.
  static func lists(_ code: Block.Code) -> [[Record]] {
    guard ["yaml", "yml"].contains(code.language) else { return [] }
    var lists: [[Record]] = []
    var current: [Record] = []
    for (offset, raw) in code.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.trimmed
      let number = code.firstLine + offset
      if line.hasPrefix("- ") {
        current.append(Record(.item(number: nil), line: number))
        add(String(line.dropFirst(2)), number, to: &current)
      } else if raw.first?.isWhitespace == true, !current.isEmpty {
        add(line, number, to: &current)
      } else if !current.isEmpty {
        lists.append(current)
        current = []
      }
    }
    if !current.isEmpty { lists.append(current) }
    return lists
  }

  private static func add(_ text: String, _ line: Int, to records: inout [Record]) {
    guard let colon = text.firstIndex(of: ":"), let last = records.indices.last else { return }
    var field = Record(.cell, line: line)
    field.name = String(text[..<colon].trimmed.map { $0 == "_" || $0 == "-" ? " " : $0 })
    field.meaning = Lexicon.meaning(of: field.name)
    field.text = text[text.index(after: colon)...].trimmed.unquoted
    field.value = Phrase(field.text, line: line)
    records[last].add(field)
  }
}
