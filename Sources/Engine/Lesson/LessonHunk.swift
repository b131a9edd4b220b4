import Incidents

/// One change to the runbook that an incident suggests, with the reason for it. Nothing is changed before a person
/// accepts it.
package struct LessonHunk: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case scenario, symptom, command, contact, severity, threshold, updated
  }

  package var kind: Kind
  /// The line, from 1, on which `old` begins; where `old` is empty, `new` is put in before this line.
  package var line: Int
  package var old: [String]
  package var new: [String]
  /// A sentence for people: what happened that suggests it.
  package var why: String
  /// The timeline entry that shows it, and when that was.
  package var entry: Int64?
  package var at: Timestamp?

  package init(
    _ kind: Kind, line: Int, old: [String] = [], new: [String], why: String, entry: Int64? = nil,
    at: Timestamp? = nil
  ) {
    self.kind = kind
    self.line = line
    self.old = old
    self.new = new
    self.why = why
    self.entry = entry
    self.at = at
  }

  /// Tells the hunks of one lesson apart: "command-262".
  package var key: String { "\(kind.rawValue)-\(line)" }
}

/// The files of a runbook as their bytes have it, line by line over all of them, as the reading counts.
package struct LessonDocument: Sendable, Hashable {
  package struct File: Sendable, Hashable {
    package var path: String
    /// Without line feeds; a carriage return stays at its line's end.
    package var lines: [String]
    package var endsWithLineFeed: Bool
    /// Line of the whole on which this file's line 1 stands.
    package var firstLine: Int
  }

  package private(set) var files: [File] = []

  /// nil where a file is not UTF-8: a change to it could not be told exactly.
  package init?(_ sources: [(path: String, bytes: [UInt8], firstLine: Int)]) {
    for source in sources {
      guard let text = String(validating: source.bytes, as: UTF8.self) else { return nil }
      var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      let ends = lines.count > 1 && lines.last == ""
      if ends { lines.removeLast() }
      files.append(File(path: source.path, lines: lines, endsWithLineFeed: ends, firstLine: source.firstLine))
    }
  }

  /// The line of this number of the whole; nil where there is none.
  package func text(_ line: Int) -> String? {
    guard let file = files.last(where: { $0.firstLine <= line }) else { return nil }
    let index = line - file.firstLine
    return file.lines.indices.contains(index) ? file.lines[index] : nil
  }

  package var lastLine: Int { files.last.map { $0.firstLine + $0.lines.count - 1 } ?? 0 }

  func file(of line: Int) -> Int? {
    files.lastIndex { $0.firstLine <= line && line <= $0.firstLine + $0.lines.count }
  }
}
