/// A folder read as one runbook: the document with the severities and the ladder, and the pages beside it.
package enum RunbookLibrary {
  /// A file of the folder.
  package struct File: Sendable, Hashable {
    /// Path inside the folder, with `/`.
    package var path: String
    package var bytes: [UInt8]
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Most documents of one folder that are read.
  package static let mostFiles = 200

  /// The documents as one runbook. Its lines are those of the files one after another; `parts` says which are whose.
  ///
  /// - Parameters:
  ///   - files: the Markdown documents, in any order.
  ///   - others: paths of the folder's other files, so that links to them are not called dead.
  ///   - main: the document that the others belong to, where it is known; else the one that says most about severities
  ///     and escalation.
  /// - Throws: `ReadingError` where the main document cannot be read. Another that cannot is a finding.
  package static func read(
    _ files: [File], others: Set<String> = [], main named: String? = nil
  ) throws(ReadingError) -> Runbook {
    var failure: ReadingError?
    var documents: [(file: File, runbook: Runbook)] = []
    var unread: [Finding] = []
    for file in files.sorted(by: { $0.path < $1.path }).prefix(mostFiles) {
      do throws(ReadingError) {
        documents.append((file, try RunbookReader.read(file.bytes, name: file.path)))
      } catch {
        failure = failure ?? error
        unread.append(
          Finding(rule: "R015", level: .warning, message: error.message, hint: "The other files are read.", line: 1))
      }
    }
    guard let main = named.map({ name in documents.firstIndex { $0.file.path == name } }) ?? mainIndex(documents)
    else {
      if let failure { throw failure }
      return Runbook()
    }
    documents.swapAt(0, main)
    documents[1...].sort { $0.file.path < $1.file.path }
    var whole = try joined(documents.map(\.file))
    whole.findings += unread + LibraryLinks.dead(in: whole, files: Set(files.map(\.path)).union(others))
    return whole
  }

  /// The document that says most about severities and escalation; the shallower path, then the name, among equals.
  private static func mainIndex(_ documents: [(file: File, runbook: Runbook)]) -> Int? {
    documents.indices.min { a, b in
      let (left, right) = (documents[a], documents[b])
      let (more, less) = (weight(left.runbook), weight(right.runbook))
      if more != less { return more > less }
      let (shallow, deep) = (depth(left.file.path), depth(right.file.path))
      return shallow != deep ? shallow < deep : left.file.path < right.file.path
    }
  }

  private static func weight(_ runbook: Runbook) -> Int {
    runbook.severities.count * 3 + runbook.escalation.count * 3 + runbook.cadence.count * 2
      + min(runbook.contacts.count, 3) + min(runbook.scenarios.count, 3) + min(runbook.phases.count, 3)
  }

  private static func depth(_ path: String) -> Int { path.utf8.count { $0 == 0x2F } }

  /// Reads each file again below the ones before it, so that every fact carries its line of the whole.
  private static func joined(_ files: [File]) throws(ReadingError) -> Runbook {
    var whole = Runbook()
    for file in files {
      let below = whole.lines.count
      var page = try RunbookReader.read(file.bytes, name: file.path, below: below)
      page.lines.removeFirst(min(below, page.lines.count))
      var part = RunbookPart(file: file.path, firstLine: below + 1, lineCount: page.lines.count)
      LibraryMerge.add(page, to: &whole, &part)
      whole.parts.append(part)
    }
    return whole
  }
}
