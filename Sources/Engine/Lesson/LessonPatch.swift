import Incidents

/// Accepted changes as a patch and as the files that they make.
package struct LessonPatch: Sendable {
  let document: LessonDocument
  /// In order of line; of two that touch the same lines the first holds.
  package let hunks: [LessonHunk]
  private static let context = 3
  private static let endless = "\\ No newline at end of file\n"

  package init(_ document: LessonDocument, _ wanted: [LessonHunk]) {
    self.document = document
    var kept: [LessonHunk] = []
    for hunk in wanted.map({ Self.anchored($0, document) }).sorted(by: { ($0.line, $0.key) < ($1.line, $1.key) }) {
      guard let file = document.file(of: hunk.line), Self.fits(hunk, document) else { continue }
      if let last = kept.last, document.file(of: last.line) == file, hunk.line < last.line + last.old.count { continue }
      kept.append(hunk)
    }
    hunks = kept
  }

  /// What follows a last line without its end changes that line too.
  private static func anchored(_ hunk: LessonHunk, _ document: LessonDocument) -> LessonHunk {
    guard hunk.old.isEmpty, let index = document.file(of: hunk.line) else { return hunk }
    let file = document.files[index]
    guard !file.endsWithLineFeed, hunk.line == file.firstLine + file.lines.count, let last = file.lines.last else {
      return hunk
    }
    var anchored = hunk
    anchored.line -= 1
    anchored.old = [last]
    anchored.new = [last] + hunk.new
    return anchored
  }

  /// What is to be replaced must stand there.
  private static func fits(_ hunk: LessonHunk, _ document: LessonDocument) -> Bool {
    hunk.old.enumerated().allSatisfy { document.text(hunk.line + $0.offset) == $0.element }
      && hunk.line >= 1 && hunk.line <= document.lastLine + 1
  }

  /// A unified diff that `git apply` and `patch -p1` take; empty where nothing is accepted.
  package var unified: String {
    document.files.indices.map(unified).joined()
  }

  /// Every file that changes, whole, with what it is now.
  package var changed: [(path: String, before: String, after: String)] {
    document.files.indices.compactMap { index in
      let file = document.files[index]
      let own = hunks(of: index)
      guard !own.isEmpty else { return nil }
      var lines = file.lines
      for hunk in own.reversed() {
        let start = hunk.line - file.firstLine
        lines.replaceSubrange(start..<(start + hunk.old.count), with: ended(hunk, file))
      }
      return (file.path, Self.text(file.lines, file), Self.text(lines, file))
    }
  }

  private static func text(_ lines: [String], _ file: LessonDocument.File) -> String {
    lines.joined(separator: "\n") + (file.endsWithLineFeed ? "\n" : "")
  }

  /// New lines end as the file's own do.
  private func ended(_ hunk: LessonHunk, _ file: LessonDocument.File) -> [String] {
    guard file.lines.first?.unicodeScalars.last == "\r" else { return hunk.new }
    let bare = isLast(hunk, file) ? hunk.new.count - 1 : hunk.new.count
    return hunk.new.enumerated().map { index, line in
      index < bare && line.unicodeScalars.last != "\r" ? line + "\r" : line
    }
  }

  /// Its last new line is the file's, and has no end.
  private func isLast(_ hunk: LessonHunk, _ file: LessonDocument.File) -> Bool {
    !file.endsWithLineFeed && hunk.line - file.firstLine + hunk.old.count == file.lines.count
  }

  private func hunks(of file: Int) -> [LessonHunk] { hunks.filter { document.file(of: $0.line) == file } }

  private func unified(_ index: Int) -> String {
    let own = hunks(of: index)
    guard !own.isEmpty else { return "" }
    let file = document.files[index]
    var out = "--- a/\(file.path)\n+++ b/\(file.path)\n"
    var shift = 0
    for group in groups(own) { out += section(group, file, &shift) }
    return out
  }

  /// Changes whose surroundings touch are one section.
  private func groups(_ own: [LessonHunk]) -> [[LessonHunk]] {
    var groups: [[LessonHunk]] = []
    for hunk in own {
      if let last = groups.last?.last, hunk.line <= last.line + last.old.count + 2 * Self.context {
        groups[groups.count - 1].append(hunk)
      } else {
        groups.append([hunk])
      }
    }
    return groups
  }

  private func section(_ group: [LessonHunk], _ file: LessonDocument.File, _ shift: inout Int) -> String {
    guard let first = group.first, let last = group.last else { return "" }
    let start = max(0, first.line - file.firstLine - Self.context)
    let end = min(file.lines.count, last.line - file.firstLine + last.old.count + Self.context)
    var body = ""
    var (place, added, removed) = (start, 0, 0)
    for hunk in group {
      let from = hunk.line - file.firstLine
      while place < from { take(" ", &place, file, &body) }
      for _ in hunk.old { take("-", &place, file, &body) }
      for line in ended(hunk, file) { body += "+" + line + "\n" }
      if isLast(hunk, file), !hunk.new.isEmpty { body += Self.endless }
      added += hunk.new.count
      removed += hunk.old.count
    }
    while place < end { take(" ", &place, file, &body) }
    let length = end - start
    let head = "@@ -\(start + 1),\(length) +\(start + 1 + shift),\(length + added - removed) @@\n"
    shift += added - removed
    return head + body
  }

  private func take(_ sign: String, _ place: inout Int, _ file: LessonDocument.File, _ body: inout String) {
    body += sign + file.lines[place] + "\n"
    if place == file.lines.count - 1, !file.endsWithLineFeed { body += Self.endless }
    place += 1
  }
}
