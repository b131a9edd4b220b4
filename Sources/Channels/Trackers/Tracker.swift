import Foundation
import Incidents

/// Where action items are kept by a team, and how it is reached.
package enum TrackerConfiguration: Sendable, Hashable {
  /// `api` is `https://api.github.com`, or `https://HOST/api/v3` of an own server; `repository` is `owner/name`.
  case github(api: String, repository: String, token: Secret)
  /// With a user (a mail address) the token is a Cloud one; without, a personal token of an own server.
  case jira(url: String, project: String, issueType: String, user: String?, token: Secret)
}

/// An action item on its way into a tracker.
package struct TrackerItem: Sendable, Hashable {
  /// Marks the issue, so that it can be found again: letters, digits and hyphens.
  package var key: String
  package var title: String
  /// Plain text.
  package var body: String
  /// `YYYY-MM-DD`
  package var due: String?
  /// "High", "Medium", "Low"
  package var priority: String

  package init(key: String, title: String, body: String, due: String?, priority: String) {
    self.key = key
    self.title = title
    self.body = body
    self.due = due
    self.priority = priority
  }
}

/// An issue as its tracker names it.
package struct TrackedIssue: Sendable, Hashable {
  /// "#12", "OPS-12"
  package var reference: String
  package var url: String
  package init(reference: String, url: String) {
    self.reference = reference
    self.url = url
  }
}

/// What became of one call.
package enum TrackerOutcome: Sendable, Hashable {
  case issue(TrackedIssue)
  /// Looked for and not there.
  case none
  /// Nothing was made; the words are for people.
  case failed(String)
  /// The request left and no whole answer came: there may be an issue.
  case unknown(String)
}

/// One team's tracker.
package struct Tracker: Sendable {
  package let name: String
  package let configuration: TrackerConfiguration
  private let http: OutboundHTTP

  package init(name: String, configuration: TrackerConfiguration, http: OutboundHTTP) {
    self.name = name
    self.configuration = configuration
    self.http = http
  }

  /// One try, within ten seconds.
  package func create(_ item: TrackerItem) async -> TrackerOutcome {
    judge(await http.send(TrackerRequests.create(item, configuration))) { data in
      TrackerAnswers.made(data, configuration)
    }
  }

  /// Looks for the issue that an earlier try may have made.
  package func find(_ key: String) async -> TrackerOutcome {
    let result = await http.send(TrackerRequests.find(key, configuration))
    // A question changes nothing: without an answer it is asked again.
    if case .lost(let reason) = result { return .failed(reason) }
    return judge(result) { data in TrackerAnswers.found(data, configuration) }
  }

  private func judge(_ result: OutboundResult, _ read: (Data) -> TrackerOutcome?) -> TrackerOutcome {
    switch result {
    case .notSent(let reason), .refused(let reason): return .failed(reason)
    case .lost(let reason): return .unknown(reason)
    case .answered(let answer) where (200..<300).contains(answer.status):
      let read = answer.isComplete ? read(Data(answer.body)) : nil
      return read ?? .unknown("\(answer.statusLine), and the answer could not be read")
    case .answered(let answer) where answer.status >= 500: return .unknown(answer.statusLine)
    case .answered(let answer): return .failed(answer.statusLine + hint(answer.status))
    }
  }

  private func hint(_ status: Int) -> String {
    switch status {
    case 401, 403: ": the token is not allowed to make issues there"
    case 404, 410: ": there is no such project, or the token may not see it"
    case 400, 422: ": the project does not take such an issue"
    default: ""
    }
  }
}
