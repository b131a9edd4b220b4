import Channels
import Yams

extension TeamFileSections {
  /// `issues: { kind: github, repository: acme/shop, token: env:GITHUB_TOKEN }`, or
  /// `ops: { kind: jira, url: https://acme.atlassian.net, project: OPS, user: ana@example.org, token: env:JIRA_TOKEN }`.
  mutating func readTrackers(_ node: Node) -> [(name: String, configuration: TrackerConfiguration)] {
    report.entries(of: node, in: "`trackers`").compactMap { entry in
      guard identifier(entry, "a tracker") else { return nil }
      let what = "tracker `\(entry.key)`"
      let kind = entry.value.mapping?["kind"].flatMap { report.text($0, "The kind of \(what)") }
      switch kind {
      case "github": return github(entry.value, what).map { (entry.key, $0) }
      case "jira": return jira(entry.value, what).map { (entry.key, $0) }
      default:
        report.refuse(entry.value, "The \(what) is of no known kind.", hint: "add `kind: github` or `kind: jira`.")
        return nil
      }
    }
  }

  private mutating func github(_ node: Node, _ what: String) -> TrackerConfiguration? {
    let section = report.section(node, in: what, keys: ["kind", "repository", "token", "api"])
    let api = section["api"].map { web($0, "`api` of \(what)") } ?? "https://api.github.com"
    let repository = needed(section["repository"], "repository", node, what)
    let token = token(section["token"], node, what)
    guard let api, let repository, let token else { return nil }
    let parts = repository.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isName) }) else {
      report.refuse(section["repository"] ?? node, "`repository` of \(what) is none.", hint: "write `owner/name`.")
      return nil
    }
    return .github(api: api, repository: repository, token: token)
  }

  private mutating func jira(_ node: Node, _ what: String) -> TrackerConfiguration? {
    let section = report.section(node, in: what, keys: ["kind", "url", "project", "type", "user", "token"])
    let url =
      needed(section["url"], "url", node, what) == nil ? nil : section["url"].flatMap { web($0, "`url` of \(what)") }
    let project = needed(section["project"], "project", node, what)
    let type = section["type"].flatMap { report.text($0, "`type` of \(what)") } ?? "Task"
    let user = section["user"].flatMap { report.text($0, "`user` of \(what)") }
    let token = token(section["token"], node, what)
    guard let url, let project, let token else { return nil }
    guard project.utf8.allSatisfy(Self.isName) else {
      report.refuse(section["project"] ?? node, "`project` of \(what) is no key.", hint: "write it as `OPS`.")
      return nil
    }
    return .jira(url: url, project: project, issueType: type, user: user, token: token)
  }

  private mutating func needed(_ value: Node?, _ key: String, _ node: Node, _ what: String) -> String? {
    guard let value, !report.isEmpty(value) else {
      report.refuse(node, "The \(what) has no `\(key)`.", hint: "add `\(key):`.")
      return nil
    }
    return report.text(value, "`\(key)` of \(what)")
  }

  private mutating func token(_ value: Node?, _ node: Node, _ what: String) -> Secret? {
    guard needed(value, "token", node, what) != nil, let value else { return nil }
    return secret(value, "`token` of \(what)").map { Secret($0) }
  }

  private mutating func web(_ node: Node, _ what: String) -> String? {
    guard let text = report.text(node, what) else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace) else {
      report.refuse(node, "\(what) is no address of the web.", hint: "it begins with `https://`.")
      return nil
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
      || byte == 0x2E || byte == 0x5F
  }
}
