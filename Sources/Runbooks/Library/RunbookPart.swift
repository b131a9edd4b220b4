/// One file of a runbook that is a folder, and the lines that it takes up in the whole.
package struct RunbookPart: Sendable, Hashable {
  /// Path inside the folder, with `/`.
  package var file: String
  /// Line of the whole on which the file's line 1 stands.
  package var firstLine: Int
  package var lineCount: Int
  /// What of the whole comes from here, in words for people: "severities", "3 scenarios".
  package var gave: [String]

  package init(file: String, firstLine: Int, lineCount: Int, gave: [String] = []) {
    self.file = file
    self.firstLine = firstLine
    self.lineCount = lineCount
    self.gave = gave
  }
}

extension [RunbookPart] {
  /// The file and the line in it of a line of the whole; nil where the runbook is one file.
  package func place(of line: Int) -> (file: String, line: Int)? {
    guard let part = last(where: { $0.firstLine <= line }) else { return nil }
    return (part.file, line - part.firstLine + 1)
  }
}
