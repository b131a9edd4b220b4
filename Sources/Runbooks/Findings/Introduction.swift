/// What stands between the title and the first section, and whether a section tells what the document is for.
enum Introduction {
  private static let sections = [
    "purpose", "overview", "scope", "about", "introduction", "goal", "objective", "meaning", "how to use",
    "zweck", "überblick", "geltung", "propósito", "alcance", "objetivo", "visão geral", "introdu", "objet", "portée",
    "назначение", "обзор", "введение", "область", "目的", "概述", "范围", "概要", "mục đích", "phạm vi", "tổng quan",
  ]

  /// What a reader misses, with the line of the title; nil where nothing is missing.
  static func lacks(_ document: CheckedDocument) -> (text: String, line: Int)? {
    let headings = document.outline.headings
    guard !document.whole.isEmpty, let title = headings.first else { return nil }
    let told = headings.dropFirst().prefix(500).contains { heading in
      let lower = heading.text.lowercased()
      return heading.level <= 3 && sections.contains { ShellText.contains(lower, $0) }
    }
    guard !told else { return nil }
    let end = headings.dropFirst().first?.line ?? document.runbook.lines.count + 1
    let said = (title.line..<max(end, title.line)).map { ShellText.trim(document.text($0 + 1)) }.prefix(60)
      .filter { isProse($0) && !$0.hasPrefix("#") }
    let sentences = said.joined(separator: " ").split(whereSeparator: { ".!?。".contains($0) }).count
    if sentences == 0 { return ("Nothing says what the document is for and what it covers.", title.line) }
    return sentences == 1
      ? ("One sentence says what the document is for; nothing says what it covers.", title.line) : nil
  }

  /// Neither a rule, a table, a list, a label such as "**Owner:** X", nor HTML.
  private static func isProse(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return false }
    return !"|->*<=+`[!".utf8.contains(first) && !line.hasPrefix("---")
  }
}
