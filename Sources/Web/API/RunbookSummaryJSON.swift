import Engine
import Incidents
import Runbooks

/// The runbook in force, in short: what governs incidents, with lines. `tocsin show --json` tells the whole.
struct RunbookSummaryJSON: Encodable {
  struct Level: Encodable {
    var name: String
    var label: String
    var rank: Int
    var answerMinutes: Double?
    var line: Int
  }
  struct Step: Encodable {
    var target: String
    var afterMinutes: Double?
    var until: String
    var severities: [String]
    var line: Int
  }
  struct Situation: Encodable {
    var title: String
    var severity: String?
    var line: Int
    var endLine: Int
  }
  struct Fault: Encodable {
    var level: String
    var message: String
    var hint: String
    var line: Int
  }

  var revision: String
  var name: String
  var digest: String
  var title: String?
  var severities: [Level]
  var escalation: [Step]
  var scenarios: [Situation]
  var findings: [Fault]
  /// Where it is a folder: which of its lines are whose.
  var files: [FileJSON]?
  /// The clock of the document itself; nil where it names neither a date nor a rhythm.
  var review: ClockJSON?
  /// When this revision was read first.
  var read: String
  /// Names of all runbooks in force.
  var runbooks: [String]
  /// Why a change of the files is not taken, or nil.
  var trouble: String?

  init(_ shelved: ShelvedRunbook, inForce: [String], trouble: String?, now: Timestamp) {
    let runbook = shelved.runbook
    revision = String(shelved.id)
    name = shelved.name
    digest = shelved.digest
    files = FileJSON.all(runbook)
    review = RunbookReview.clock(runbook, now: now).map { ClockJSON($0) }
    read = rfc3339(shelved.readAt)
    runbooks = inForce
    self.trouble = trouble
    title = runbook.title
    severities = runbook.severities.map {
      Level(name: $0.name, label: $0.label, rank: $0.rank, answerMinutes: $0.answerTarget?.minutes, line: $0.line)
    }
    escalation = runbook.escalation.map {
      Step(
        target: $0.target, afterMinutes: $0.afterMinutes, until: $0.until.rawValue, severities: $0.severities,
        line: $0.line)
    }
    scenarios = runbook.scenarios.map {
      Situation(title: $0.title, severity: $0.severity, line: $0.line, endLine: $0.endLine)
    }
    findings = runbook.findings.map {
      Fault(level: $0.level.rawValue, message: $0.message, hint: $0.hint, line: $0.line)
    }
  }
}
