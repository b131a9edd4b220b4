import App
import Runbooks

/// A finding with the file it is about and the text of its line.
struct PlacedFinding: Encodable, Hashable {
  var file: String
  var rule: String
  var level: String
  var message: String
  var hint: String
  var line: Int
  var column: Int
  /// The line's text as it stands in the file, without the blanks around it, at most 300 characters.
  var text = ""
  /// It stands in the baseline, so it fails nothing.
  var known = false

  init(file: String, _ finding: Finding, lines: [String] = []) {
    self.file = file
    rule = finding.rule
    level = finding.level.rawValue
    message = finding.message
    hint = finding.hint
    line = finding.line
    column = finding.column
    if lines.indices.contains(finding.line - 1) { text = Layout.plain(String(lines[finding.line - 1].prefix(300))) }
  }

  /// What is wrong with the team file.
  init(file: String, issue: TeamFileErrors.Issue) {
    self.file = file
    rule = "T001"
    level = Finding.Level.error.rawValue
    message = issue.message
    hint = issue.hint
    line = issue.line
    column = issue.column
  }

  var order: Int { level == "error" ? 0 : level == "warning" ? 1 : 2 }

  /// Whoever reads a check at night reads first whom nobody can reach.
  var reachesNobody: Bool { level == "error" && ["T002", "T004", "R030", "R031", "R032"].contains(rule) }

  /// `file:line:column: level rule: message`, as compilers write it and editors follow it.
  func text(_ terminal: Terminal) -> String {
    let style: Terminal.Style = level == "error" ? .error : level == "warning" ? .warning : .quiet
    let place = "\(file):\(line):\(column): "
    let remedy = hint.isEmpty ? "" : "\n    " + Layout.plain(hint)
    return place + terminal.styled("\(level) \(rule)", style) + ": " + Layout.plain(message) + remedy
  }

  /// A workflow command of GitHub Actions:
  /// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
  var annotation: String {
    let command = level == "hint" ? "notice" : level
    let said = hint.isEmpty ? message : "\(message) \(hint)"
    return "::\(command) file=\(property(file)),line=\(line),col=\(column),title=\(property(rule))::\(Self.data(said))"
  }

  private func property(_ text: String) -> String {
    Self.data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }
}
