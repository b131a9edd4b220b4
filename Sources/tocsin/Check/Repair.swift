import Foundation
import Runbooks

/// `check --fix`: stores what can be put right without knowing the team.
enum Repair {
  /// Mends a runbook in place. Returns how many lines changed.
  static func apply(to path: String) throws(Failure) -> Int {
    let (before, after) = try texts(path)
    guard before != after else { return 0 }
    // A link is followed, so that the file behind it changes and the link stays.
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let rights = try? FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    do {
      try Data(after).write(to: file, options: .atomic)
      if let rights { try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: file.path) }
    } catch {
      throw Failure(.missingFile, "\(path) cannot be written. Check its rights and those of its folder.")
    }
    return UnifiedDiff.changes(before, after)
  }

  /// What `apply` would change, as a unified diff; empty where nothing would.
  static func preview(of path: String) throws(Failure) -> String {
    let (before, after) = try texts(path)
    return UnifiedDiff.text(before, after, name: path)
  }

  private static func texts(_ path: String) throws(Failure) -> ([UInt8], [UInt8]) {
    let bytes = try RunbookFile.bytes(of: path)
    do {
      return (bytes, try Mending.mended(bytes, name: path))
    } catch {
      throw Failure(.badData, error.message)
    }
  }
}

/// The difference between two texts of which one is the other with some lines changed, never added or removed.
enum UnifiedDiff {
  private static let context = 3

  static func changes(_ before: [UInt8], _ after: [UInt8]) -> Int {
    zip(lines(before), lines(after)).count { $0 != $1 }
  }

  /// In the form that `patch` and `git apply` take.
  static func text(_ before: [UInt8], _ after: [UInt8], name: String) -> String {
    let (old, new) = (lines(before), lines(after))
    let changed = zip(old, new).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
    guard !changed.isEmpty, old.count == new.count else { return "" }
    let path = name.hasPrefix("/") ? String(name.dropFirst()) : name
    return "--- a/\(path)\n+++ b/\(path)\n"
      + hunks(changed, old.count).map { hunk(old, new, $0) }.joined()
  }

  /// Spans of lines around the changes; spans that touch are one.
  private static func hunks(_ changed: [Int], _ count: Int) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for index in changed {
      let span = max(index - context, 0)..<min(index + context + 1, count)
      if let last = spans.last, span.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<span.upperBound
      } else {
        spans.append(span)
      }
    }
    return spans
  }

  private static func hunk(_ old: [[UInt8]], _ new: [[UInt8]], _ span: Range<Int>) -> String {
    var text = "@@ -\(span.lowerBound + 1),\(span.count) +\(span.lowerBound + 1),\(span.count) @@\n"
    var at = span.lowerBound
    while at < span.upperBound {
      guard old[at] != new[at] else {
        text += row(" ", old[at])
        at += 1
        continue
      }
      let end = (at..<span.upperBound).first { old[$0] == new[$0] } ?? span.upperBound
      text += old[at..<end].map { row("-", $0) }.joined() + new[at..<end].map { row("+", $0) }.joined()
      at = end
    }
    return text
  }

  private static func row(_ mark: String, _ line: [UInt8]) -> String {
    let text = mark + String(decoding: line, as: UTF8.self)
    return line.last == 10 ? text : text + "\n\\ No newline at end of file\n"
  }

  /// Lines with their ends.
  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      lines.append(Array(bytes[start...index]))
      start = index + 1
    }
    if start < bytes.count { lines.append(Array(bytes[start...])) }
    return lines
  }
}
