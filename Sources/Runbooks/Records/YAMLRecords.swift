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

  /// Maps of plain values under a key: "Escalation Path:" over "L1: On-call engineer (0-15 min)". Named by the key.
  static func maps(_ code: Block.Code) -> [Record] {
    guard ["yaml", "yml"].contains(code.language) else { return [] }
    var maps: [Record] = []
    for (offset, raw) in code.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let phrase = Phrase(raw.trimmed, line: code.firstLine + offset)
      guard let colon = phrase.text.firstIndex(of: ":"), !phrase.text.hasPrefix("#") else { continue }
      let name = phrase.text[..<colon].trimmed
      let value = phrase.text[phrase.text.index(after: colon)...].trimmed.unquoted
      if value.isEmpty {
        maps.append(
          Record(Outline.label(Labels.Split(name: spaced(name), value: Phrase(line: phrase.line), bold: false), phrase))
        )
      } else if raw.first?.isWhitespace == true, !maps.isEmpty, !name.hasPrefix("- ") {
        var item = Record(.item(number: nil), line: phrase.line)
        item.call(spaced(name))
        item.value = Phrase(value, line: phrase.line)
        item.text = item.name + ": " + value
        maps[maps.count - 1].add(item)
      }
    }
    return maps.filter { $0.children.count >= 2 && $0.children.count <= Reading.mostMembers }
  }

  private static func spaced(_ name: String) -> String {
    String(name.map { $0 == "_" || $0 == "-" ? " " : $0 })
  }

  private static func add(_ text: String, _ line: Int, to records: inout [Record]) {
    guard let colon = text.firstIndex(of: ":"), let last = records.indices.last else { return }
    var field = Record(.cell, line: line)
    field.call(spaced(text[..<colon].trimmed))
    field.text = text[text.index(after: colon)...].trimmed.unquoted
    // "escalate_after_minutes: 10" has its unit in the key.
    if !field.text.isEmpty, field.text.utf8.allSatisfy(\.isDigit),
      let unit = field.nameWords.all.first(where: { DurationWords.units[$0] != nil })
    {
      field.text += " " + unit.text
    }
    field.value = Phrase(field.text, line: line)
    records[last].add(field)
  }
}
