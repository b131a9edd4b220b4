/// Where the relative links of documents lead.
package enum LibraryLinks {
  /// Markdown documents beside this one, or below it, that it links to; each once, in the order of their links.
  package static func documents(of runbook: Runbook, file: String) -> [String] {
    var seen: Set<String> = [file]
    return runbook.links.compactMap { path($0.url, from: file) }.filter { isDocument($0) && seen.insert($0).inserted }
  }

  package static func isDocument(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".md") || lower.hasSuffix(".markdown")
  }

  /// R011 for a folder: relative links that lead to no file of it.
  static func dead(in whole: Runbook, files: Set<String>) -> [Finding] {
    var folders: Set<String> = [""]
    for file in files {
      let parts = file.split(separator: "/").dropLast()
      for length in 0...parts.count { folders.insert(parts.prefix(length).joined(separator: "/")) }
    }
    return whole.links.compactMap { link in
      guard let place = whole.parts.place(of: link.line), let path = path(link.url, from: place.file),
        !files.contains(path), !folders.contains(path)
      else { return nil }
      return Finding(
        rule: "R011", level: .error,
        message: "The link to \(link.url) is dead: \(place.file) has no such file beside it.",
        hint: "Correct the link or take it out.", line: link.line)
    }
  }

  /// A relative target as a path inside the folder; nil for what leads elsewhere or out of it.
  static func path(_ url: String, from file: String) -> String? {
    guard !url.isEmpty, !url.contains(":"), !url.hasPrefix("/"), !url.hasPrefix("#") else { return nil }
    let bare = url.prefix { $0 != "#" && $0 != "?" }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for step in bare.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(step))
      }
    }
    return parts.joined(separator: "/")
  }
}
