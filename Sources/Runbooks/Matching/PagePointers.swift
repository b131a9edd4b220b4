import Incidents

/// Addresses in labels that name a page of a runbook that is a folder: one page for each alert is how many keep them.
package struct PagePointers: Sendable {
  private struct Page: Sendable {
    var scenarios: [(index: Int, title: String, line: Int)]
    /// The document with the severities and the ladder is about no one alert, even where it holds one scenario.
    var isMain: Bool
  }

  private var pages: [String: Page] = [:]

  init(_ runbook: Runbook) {
    for (place, part) in runbook.parts.enumerated() {
      let lines = part.firstLine..<(part.firstLine &+ max(part.lineCount, 1))
      let inside = runbook.scenarios.enumerated().filter { lines.contains($0.element.line) }
      let name = Self.name(of: part.file)
      guard !inside.isEmpty, pages[name] == nil else { continue }
      pages[name] = Page(
        scenarios: inside.map { ($0.offset, $0.element.title, $0.element.line) }, isMain: place == 0)
    }
  }

  /// The scenario of the page that a label points at: the one whose heading is its anchor, or the only one.
  func match(_ labels: [String: String]) -> ScenarioMatch? {
    guard !pages.isEmpty, !labels.isEmpty else { return nil }
    for label in Matching.pointers {
      guard let value = labels[label], let page = pages[Self.name(of: value)] else { continue }
      let anchor = value.utf8.firstIndex(of: Byte.hash).map { Tokens.folded(value[$0...], limit: 200) } ?? ""
      let meant = page.scenarios.filter { anchor.contains(Tokens.folded($0.title, limit: 200)) }
        .max { $0.title.count < $1.title.count }
      let only = page.isMain || page.scenarios.count > 1 ? nil : page.scenarios.first
      guard let found = meant ?? only else { continue }
      return ScenarioMatch(
        scenario: found.index, title: found.title, score: 1,
        why: [Reason("label \(label) points at this page", line: found.line)])
    }
    return nil
  }

  /// What a path or an address calls its document: "…/KubePodCrashLooping.md#meaning" is "kubepodcrashlooping".
  package static func name(of address: String) -> String {
    let bare = address.prefix { $0 != "#" && $0 != "?" }
    let last = bare.split(separator: "/").last ?? ""
    let stem = last.hasSuffix(".md") || last.hasSuffix(".html") || last.hasSuffix(".markdown")
    return Tokens.folded(stem ? last[..<(last.lastIndex(of: ".") ?? last.endIndex)] : last)
  }
}
