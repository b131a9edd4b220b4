import Foundation

/// What trackers answer.
enum TrackerAnswers {
  private struct GitHubMade: Decodable {
    var number: Int
    var html_url: String
  }
  private struct GitHubFound: Decodable { var items: [GitHubMade] }
  private struct JiraMade: Decodable { var key: String }
  private struct JiraFound: Decodable { var issues: [JiraMade] }

  /// nil where the answer is none of this tracker's.
  static func made(_ data: Data, _ configuration: TrackerConfiguration) -> TrackerOutcome? {
    switch configuration {
    case .github: (try? JSONDecoder().decode(GitHubMade.self, from: data)).flatMap(issue)
    case .jira(let url, _, _, _, _): (try? JSONDecoder().decode(JiraMade.self, from: data)).flatMap { issue($0, url) }
    }
  }

  static func found(_ data: Data, _ configuration: TrackerConfiguration) -> TrackerOutcome? {
    switch configuration {
    case .github:
      guard let found = try? JSONDecoder().decode(GitHubFound.self, from: data) else { return nil }
      return found.items.first.map(issue) ?? TrackerOutcome.none
    case .jira(let url, _, _, _, _):
      guard let found = try? JSONDecoder().decode(JiraFound.self, from: data) else { return nil }
      return found.issues.first.map { issue($0, url) } ?? TrackerOutcome.none
    }
  }

  private static func issue(_ made: GitHubMade) -> TrackerOutcome? {
    guard made.html_url.hasPrefix("https://") || made.html_url.hasPrefix("http://") else { return nil }
    return .issue(TrackedIssue(reference: "#\(made.number)", url: String(made.html_url.prefix(500))))
  }

  private static func issue(_ made: JiraMade, _ url: String) -> TrackerOutcome? {
    guard made.key.utf8.count <= 60,
      made.key.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x5F || (0x30...0x7A).contains($0) })
    else { return nil }
    return .issue(TrackedIssue(reference: made.key, url: "\(url)/browse/\(made.key)"))
  }
}
