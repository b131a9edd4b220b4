import Foundation

/// Findings that a team has seen and lives with for now, so that a check can begin green and stay strict with what is new.
///
/// An entry is found again by rule, message and the line's text, never by its number: edits above move nothing.
struct Baseline: Codable, Equatable {
  struct Entry: Codable, Hashable {
    /// The runbook, from the baseline's folder.
    var file: String
    var rule: String
    var message: String
    var text: String
  }

  var version = 1
  var findings: [Entry] = []

  /// The file's name beside a runbook.
  static let name = ".tocsin-baseline.json"
  private static let limit = 16 << 20

  init(_ findings: [Entry] = []) { self.findings = findings }

  /// Marks what the baseline holds. Two findings alike need two entries.
  func marked(_ found: [PlacedFinding], folder: URL) -> [PlacedFinding] {
    var left: [Entry: Int] = [:]
    for entry in findings { left[entry, default: 0] += 1 }
    return found.map { finding in
      let entry = Self.entry(finding, folder)
      guard let count = left[entry], count > 0 else { return finding }
      left[entry] = count - 1
      var known = finding
      known.known = true
      return known
    }
  }

  static func entry(_ finding: PlacedFinding, _ folder: URL) -> Entry {
    Entry(
      file: RelativePath.of(finding.file, from: folder), rule: finding.rule, message: finding.message,
      text: finding.text)
  }

  // MARK: Files

  /// - Throws: `Failure` 66 where the file cannot be opened, 65 where it is no baseline.
  static func read(_ path: String) throws(Failure) -> Baseline {
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: limit) else {
      throw Failure(.missingFile, "\(path) cannot be opened. `tocsin check --write-baseline` writes one.")
    }
    guard let baseline = try? JSONDecoder().decode(Baseline.self, from: data), baseline.version == 1 else {
      throw Failure(.badData, "\(path) is no baseline of this version. `tocsin check --write-baseline` writes one.")
    }
    return baseline
  }

  func write(to path: String) throws(Failure) {
    let text = try Answer.json(self) + "\n"
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.missingFile, "\(path) cannot be written. Check the rights of its folder.")
    }
  }
}

/// Paths as another folder sees them.
enum RelativePath {
  static func of(_ path: String, from folder: URL) -> String {
    let target = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    let base = folder.standardizedFileURL.pathComponents
    let shared = zip(target, base).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: base.count - shared)
    return (up + target[shared...]).joined(separator: "/")
  }
}
