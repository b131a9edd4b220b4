import Incidents
import Runbooks

/// Why a change is not taken, in words for every page: what happened, what still holds.
struct Trouble {
  let words: String

  /// `names`: the paths of the command line, of which pages show the last part only. `since`: when what stays in force
  /// was read.
  init(_ error: any Error, names: [String], since: Timestamp?) {
    let cause: String
    switch error {
    case let errors as TeamFileErrors: cause = "The team file changed and cannot be read: \(Self.first(errors))"
    case let reading as ReadingError: cause = "The runbook changed and cannot be read: \(reading.message)"
    case let start as StartError: cause = "The runbook changed and is not taken: \(start.description)"
    default: cause = "The change cannot be taken: \(error)"
    }
    let shown = names.reduce(cause) { text, path in
      text.replacing(path, with: path.split(separator: "/").last.map(String.init) ?? path)
    }
    let ends = shown.last.map { ".!?".contains($0) } ?? true
    let moment =
      since.map { "The revision of \(CivilTime($0).date) \(CivilTime($0).clock) UTC" } ?? "What was read before"
    words = "\(shown)\(ends ? "" : ".") \(moment) stays in force."
  }

  private static func first(_ errors: TeamFileErrors) -> String {
    guard let issue = errors.issues.first else { return "it holds nothing." }
    let hint = issue.hint.isEmpty ? "" : " \(issue.hint)"
    let more = errors.issues.count > 1 ? " \(errors.issues.count - 1) more places are wrong." : ""
    return "line \(issue.line): \(issue.message)\(hint)\(more)"
  }
}
