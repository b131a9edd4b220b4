import Incidents

/// R029: when the public hears of it.
enum NoticeRules {
  static let all: [FindingRule] = [
    FindingRule("R029", .hint, why: "Whoever has to decide at night whether to tell the public tells it late.") {
      document in
      guard let first = document.runbook.severities.first, !isStated(document) else { return [] }
      return [
        Fault(
          "No severity says when the public is told.",
          hint: "Say it with the levels, as in \"Status page within 15 minutes for P0 and P1\".", line: first.line)
      ]
    }
  ]

  private static let audiences = [
    "status page", "statuspage", "public notice", "public update", "notify users", "notify customers", "users notified",
    "customers notified", "customer email", "customer communication", "customer notification", "external communication",
    "inform customers", "inform users", "tell customers", "statusseite", "kunden informieren", "página de estado",
    "página de status", "page de statut", "page d'état", "状态页", "公告", "страниц", "trang trạng thái",
  ]

  /// A level in the same line as the public, or in one of the headings above it.
  private static func isStated(_ document: CheckedDocument) -> Bool {
    let names = document.runbook.severities.flatMap { [$0.name, $0.label] }.map { $0.lowercased() }
      .filter { $0.utf8.count > 1 }
    if document.runbook.cadence.contains(where: { $0.severity != nil && $0.audience == .external }) { return true }
    var heading: [Int: String] = [:]
    for (_, text) in document.prose {
      let lower = text.lowercased()
      if lower.hasPrefix("#") {
        let depth = lower.utf8.prefix { $0 == Byte.hash }.count
        heading = heading.filter { $0.key < depth }
        heading[depth] = lower
      }
      guard audiences.contains(where: { ShellText.contains(lower, $0) }) else { continue }
      let around = ([lower] + heading.values).joined(separator: "\n")
      if names.contains(where: { WholeWord.isIn(around, $0) }) { return true }
    }
    return false
  }
}
