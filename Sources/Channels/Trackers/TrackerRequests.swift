import Foundation

/// The requests as each tracker's API takes them, as plain data.
///
/// GitHub: https://docs.github.com/en/rest/issues/issues#create-an-issue and
/// https://docs.github.com/en/rest/search/search#search-issues-and-pull-requests
/// Jira: https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issues/#api-rest-api-2-issue-post and
/// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/
enum TrackerRequests {
  static func create(_ item: TrackerItem, _ configuration: TrackerConfiguration) -> OutboundRequest {
    switch configuration {
    case .github(let api, let repository, let token):
      let issue = GitHubIssue(
        title: String(item.title.prefix(250)), body: fenced(item.body) + "\n\n<!-- \(item.key) -->",
        labels: ["action item"])
      return OutboundRequest(
        url: "\(api)/repos/\(repository)/issues", headers: json + github(token), body: jsonBody(issue))
    case .jira(let url, let project, let issueType, let user, let token):
      let fields = JiraIssue.Fields(
        project: .init(key: project), summary: String(item.title.prefix(250)), description: item.body,
        issuetype: .init(name: issueType), labels: ["tocsin", item.key], duedate: item.due)
      return OutboundRequest(
        url: "\(url)/rest/api/2/issue", headers: json + jira(user, token), body: jsonBody(JiraIssue(fields: fields)))
    }
  }

  static func find(_ key: String, _ configuration: TrackerConfiguration) -> OutboundRequest {
    switch configuration {
    case .github(let api, let repository, let token):
      let query = encoded("repo:\(repository) is:issue in:body \"\(key)\"")
      return question("\(api)/search/issues?per_page=1&q=\(query)", github(token))
    case .jira(let url, let project, _, let user, let token):
      let query = encoded("project = \"\(project)\" AND labels = \"\(key)\"")
      // The old address answers 410 in the Cloud; own servers know only that one.
      let place = user == nil ? "/rest/api/2/search" : "/rest/api/3/search/jql"
      return question("\(url)\(place)?maxResults=1&fields=summary&jql=\(query)", jira(user, token))
    }
  }

  private static func question(_ url: String, _ headers: [OutboundRequest.Header]) -> OutboundRequest {
    OutboundRequest(url: url, headers: headers, body: [], method: "GET")
  }

  private static let json = [OutboundRequest.Header(name: "Content-Type", value: "application/json")]

  private static func github(_ token: Secret) -> [OutboundRequest.Header] {
    [
      .init(name: "Accept", value: "application/vnd.github+json"),
      .init(name: "Authorization", value: "Bearer \(token.reveal())"),
      .init(name: "X-GitHub-Api-Version", value: "2022-11-28"),
    ]
  }

  private static func jira(_ user: String?, _ token: Secret) -> [OutboundRequest.Header] {
    let word =
      user.map { "Basic " + Data("\($0):\(token.reveal())".utf8).base64EncodedString() } ?? "Bearer \(token.reveal())"
    return [.init(name: "Accept", value: "application/json"), .init(name: "Authorization", value: word)]
  }

  /// Words of people in a fence of their own, so that nobody is mentioned and nothing becomes a link.
  private static func fenced(_ text: String) -> String {
    var fence = "~~~"
    while text.contains(fence) { fence += "~" }
    return "\(fence)text\n\(text)\n\(fence)"
  }

  private static func encoded(_ text: String) -> String {
    let allowed = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
  }
}

private struct GitHubIssue: Encodable {
  var title: String
  var body: String
  var labels: [String]
}

private struct JiraIssue: Encodable {
  struct Fields: Encodable {
    struct Project: Encodable { var key: String }
    struct IssueType: Encodable { var name: String }
    var project: Project
    var summary: String
    var description: String
    var issuetype: IssueType
    var labels: [String]
    var duedate: String?
  }
  var fields: Fields
}
