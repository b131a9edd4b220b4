import Runbooks

/// Lines of a runbook as people find them: `L57`, or `rollback.md:12` where the runbook is several files.
struct LinePlaces: Sendable {
  var parts: [RunbookPart] = []

  init(_ parts: [RunbookPart] = []) { self.parts = parts }

  /// From the API's `files`.
  init(_ files: JSONField) {
    parts = files.elements.compactMap { file in
      guard let path = file.words("path"), let first = file["firstLine"].integer else { return nil }
      return RunbookPart(file: path, firstLine: first, lineCount: file["lines"].integer ?? 0)
    }
  }

  func label(_ line: Int) -> String {
    guard let place = parts.place(of: line) else { return "L\(line)" }
    return "\(place.file):\(place.line)"
  }

  /// `L57 L80`, or `levels.md:7,12 people.md:3`
  func labels(_ lines: [Int]) -> String {
    var words: [String] = []
    var file: String?
    for line in lines {
      if let place = parts.place(of: line), place.file == file, let last = words.popLast() {
        words.append("\(last),\(place.line)")
      } else {
        words.append(label(line))
        file = parts.place(of: line)?.file
      }
    }
    return words.joined(separator: " ")
  }
}

extension Layout {
  /// `  text …        L57`: the reference at the right edge of the first row; on a row of its own where it would leave
  /// the text too little room.
  static func referenced(_ lead: String, _ text: String, _ reference: String, _ terminal: Terminal) -> String {
    guard !reference.isEmpty else { return hanging(lead, text, terminal.width) }
    let (columns, quiet) = (terminal.width - width(reference), terminal.styled(reference, .quiet))
    guard columns - 2 - width(lead) >= 16 else {
      return hanging(lead, text, terminal.width) + "\n" + padded("", max(columns, 0)) + quiet
    }
    let rows = hanging(lead, text, columns - 2).split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = rows.first else { return quiet }
    return ([padded(String(first), columns) + quiet] + rows.dropFirst().map(String.init)).joined(separator: "\n")
  }
}
