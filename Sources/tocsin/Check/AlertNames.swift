import Foundation

/// The names of the alert rules in a repository's YAML files, as Prometheus writes them: `- alert: NAME`.
enum AlertNames {
  private static let mostFiles = 2_000
  private static let largest = 1 << 20
  private static let skipped: Set<String> = ["node_modules", "vendor", "target", "dist", "build", "venv"]

  /// Lower-cased; nil where there is no rule at all.
  static func of(_ root: URL) -> Set<String>? {
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return nil }
    var names: Set<String> = []
    var seen = 0
    while let path = walk.nextObject() as? String, seen < mostFiles {
      let last = path.split(separator: "/").last ?? ""
      if last.hasPrefix(".") || skipped.contains(String(last)) {
        walk.skipDescendants()
      } else if last.hasSuffix(".yml") || last.hasSuffix(".yaml") {
        seen += 1
        names.formUnion(rules(root.appendingPathComponent(path).path))
      }
    }
    return names.isEmpty ? nil : names
  }

  private static func rules(_ path: String) -> [String] {
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: largest) else {
      return []
    }
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let text = line.trimmingCharacters(in: .whitespaces)
      let bare = text.hasPrefix("- ") ? text.dropFirst(2) : text[...]
      guard bare.hasPrefix("alert:") else { return nil }
      let name = bare.dropFirst("alert:".count).trimmingCharacters(in: CharacterSet(charactersIn: " '\""))
      return name.isEmpty ? nil : name.lowercased()
    }
  }
}
