import Foundation
import Testing

/// The files of this checkout, as the rules read them.
enum Checkout {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct SwiftFile: Sendable {
    /// From the root: `Sources/Engine/Plan.swift`.
    var path: String
    var text: String
    var source: SourceText

    /// The folder below Sources: `Engine`.
    var module: String { String(path.split(separator: "/")[1]) }
    var name: String { String(path.split(separator: "/").last ?? "") }
    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

    var imports: [(line: Int, module: String)] {
      source.codeLines.enumerated().compactMap { index, line in
        guard line.contains("import "),
          let match = line.firstMatch(
            of: #/^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:(?:struct|enum|class|func)\s+)?(\w+)/#)
        else { return nil }
        return (index + 1, String(match.1))
      }
    }

    /// Places in the code, literals and comments left out, where the pattern occurs.
    func places(_ pattern: String) throws -> [String] {
      let regex = try Regex(pattern)
      return source.codeLines.enumerated().compactMap { index, line in
        line.contains(regex) ? "\(path):\(index + 1): \(line.trimmingCharacters(in: .whitespaces))" : nil
      }
    }

    func literals(_ pattern: String) throws -> [String] {
      let regex = try Regex(pattern)
      return source.literals.compactMap {
        $0.text.contains(regex) ? "\(path):\($0.line): \"\($0.text.prefix(90))\"" : nil
      }
    }
  }

  static let sources = swiftFiles(in: "Sources")
  static let tests = swiftFiles(in: "Tests")

  static func read(_ path: String) -> String? {
    try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// Paths from the root of all files below a folder, sorted.
  static func files(in folder: String, ending: String) -> [String] {
    let base = root.appendingPathComponent(folder)
    let found = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".build") }.map { "\(folder)/\($0)" }.sorted()
  }

  private static func swiftFiles(in folder: String) -> [SwiftFile] {
    files(in: folder, ending: ".swift").compactMap { path in
      read(path).map { SwiftFile(path: path, text: $0, source: SourceText($0)) }
    }
  }
}

/// Passes when nothing was found; otherwise names each place and says what to do instead.
func refuse(_ places: [String], instead: String, at location: SourceLocation = #_sourceLocation) {
  let list = places.prefix(20).joined(separator: "\n  ")
  #expect(places.isEmpty, "\(instead)\n  \(list)", sourceLocation: location)
}
