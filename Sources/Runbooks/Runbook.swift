import Incidents

/// The reading of a Markdown runbook: what a careful person finds in it, each fact with its line.
///
/// The fields mirror the machine-readable reading that `tocsin show --json` prints; `RunbookJSON` writes it.
package struct Runbook: Sendable, Hashable {
  package var title: String?
  package var owner: String?
  /// `YYYY-MM-DD`, or `YYYY-MM` where the document has no day.
  package var lastUpdated: String?
  package var nextReview: String?
  /// Damaged UTF-8 was mended for display; lines still refer to the original.
  package var encodingRepaired = false
  package var severities: [Severity] = []
  package var cadence: [Cadence] = []
  package var escalation: [Rung] = []
  package var escalationRules: [EscalationRule] = []
  /// When somebody who was paged and has not answered is paged again.
  package var repages: [AnswerRule] = []
  /// When an answer that nothing follows counts no longer.
  package var lapses: [AnswerRule] = []
  package var roles: [Role] = []
  package var phases: [Phase] = []
  package var scenarios: [Scenario] = []
  package var rollback: Rollback?
  package var templates: [Template] = []
  package var healthChecks: [HealthCheck] = []
  /// How long to watch before closing, and the line that says so.
  package var quietMinutes: Double?
  package var quietLine: Int?
  package var review = Review()
  package var notices: [LegalNotice] = []
  package var upkeep = Upkeep()
  package var checklistItems: [ChecklistItem] = []
  package var contacts: [Contact] = []
  package var links: [Link] = []
  package var services: [Service] = []
  package var findings: [Finding] = []
  package var assumptions: [Assumption] = []
  /// The document's form of an incident's name, such as `INC-YYYY-MM-DD-##`, and its line.
  package var incidentNameForm: String?
  package var incidentNameLine: Int?
  /// The text as shown to people: mended, split into lines; `lines[n - 1]` is line n.
  package var lines: [String] = []
  /// The files of a folder read as one runbook, in the order of their lines; empty where the runbook is one file.
  package var parts: [RunbookPart] = []

  package init() {}
}

package struct Cadence: Sendable, Hashable {
  package enum Audience: String, Sendable, Hashable, Codable { case `internal`, external, both }
  /// Name of the severity; nil = all.
  package var severity: String?
  /// Minutes between updates; nil where the document says that no time is set: "when resolved", "as needed", "none".
  package var minutes: Double?
  package var audience: Audience
  package var line: Int
  package init(severity: String?, minutes: Double?, audience: Audience = .both, line: Int) {
    self.severity = severity
    self.minutes = minutes
    self.audience = audience
    self.line = line
  }
}

package struct Role: Sendable, Hashable {
  package var name: String
  package var duties: [String]
  package var line: Int
  package init(name: String, duties: [String], line: Int) {
    self.name = name
    self.duties = duties
    self.line = line
  }
}

package struct Phase: Sendable, Hashable {
  package var title: String
  package var startMinutes: Double?
  package var endMinutes: Double?
  package var severities: [String]
  package var items: [String]
  package var actions: [Action]
  package var line: Int
  package init(
    title: String, startMinutes: Double? = nil, endMinutes: Double? = nil, severities: [String] = [],
    items: [String] = [], actions: [Action] = [], line: Int
  ) {
    self.title = title
    self.startMinutes = startMinutes
    self.endMinutes = endMinutes
    self.severities = severities
    self.items = items
    self.actions = actions
    self.line = line
  }
}

/// A line of prose with its place.
package struct Said: Sendable, Hashable {
  package var text: String
  package var line: Int
  package init(_ text: String, line: Int) {
    self.text = text
    self.line = line
  }
}

package struct Scenario: Sendable, Hashable {
  /// Without number, "Scenario:", severity.
  package var title: String
  /// Name of the severity, or nil when the document gives none.
  package var severity: String?
  package var symptoms: [Said]
  package var causes: [Said]
  package var actions: [Action]
  package var solutions: [Solution]
  package var prevention: [Said]
  package var hasFix: Bool
  package var hasVerification: Bool
  package var line: Int
  package var endLine: Int
  package init(title: String, severity: String? = nil, line: Int, endLine: Int) {
    self.title = title
    self.severity = severity
    symptoms = []
    causes = []
    actions = []
    solutions = []
    prevention = []
    hasFix = false
    hasVerification = false
    self.line = line
    self.endLine = endLine
  }
}

package struct Solution: Sendable, Hashable {
  package var title: String
  package var steps: [Said]
  package var line: Int
  package init(title: String, steps: [Said], line: Int) {
    self.title = title
    self.steps = steps
    self.line = line
  }
}

/// One command or manual step out of a fence.
package struct Action: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable { case command, manual }
  package enum Phase: String, Sendable, Hashable, Codable { case diagnosis, fix, verification, rollback, other }
  package enum Effect: String, Sendable, Hashable, Codable { case read, write, destructive, unknown }
  package var kind: Kind
  package var phase: Phase
  package var text: String
  /// The fence's language, or empty.
  package var language: String
  package var caption: String?
  /// Host that an earlier `ssh host` line of the fence opened.
  package var target: String?
  package var effect: Effect
  /// Why this effect, in a phrase for people.
  package var effectReason: String
  /// Waits for a person or never ends.
  package var interactive: Bool
  /// A form that ends by itself.
  package var suggestion: String?
  package var placeholders: [String]
  package var expectation: String?
  package var line: Int
  package init(
    kind: Kind, phase: Phase = .other, text: String, language: String = "", caption: String? = nil,
    target: String? = nil, effect: Effect = .unknown, effectReason: String = "", interactive: Bool = false,
    suggestion: String? = nil, placeholders: [String] = [], expectation: String? = nil, line: Int
  ) {
    self.kind = kind
    self.phase = phase
    self.text = text
    self.language = language
    self.caption = caption
    self.target = target
    self.effect = effect
    self.effectReason = effectReason
    self.interactive = interactive
    self.suggestion = suggestion
    self.placeholders = placeholders
    self.expectation = expectation
    self.line = line
  }
}

package struct Rollback: Sendable, Hashable {
  package struct Option: Sendable, Hashable {
    package var title: String
    package var actions: [Action]
    package var line: Int
    package init(title: String, actions: [Action], line: Int) {
      self.title = title
      self.actions = actions
      self.line = line
    }
  }
  package var criteria: [Said]
  package var options: [Option]
  package var afterwards: [Said]
  package var line: Int
  /// "Unable to fix within 30 minutes": minutes after opening at which to decide, and the line.
  package var decideAfterMinutes: Double?
  package var decideLine: Int?
  package init(criteria: [Said] = [], options: [Option] = [], afterwards: [Said] = [], line: Int) {
    self.criteria = criteria
    self.options = options
    self.afterwards = afterwards
    self.line = line
  }
}

package struct Template: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    case statusPage = "status_page"
    case `internal`, customer, escalation, postmortem, other
  }
  package enum State: String, Sendable, Hashable, Codable { case investigating, identified, monitoring, resolved }
  package var name: String
  package var kind: Kind
  package var severities: [String]
  package var state: State?
  package var body: String
  package var placeholders: [String]
  /// First line of the body.
  package var line: Int
  package init(
    name: String, kind: Kind, severities: [String] = [], state: State? = nil, body: String,
    placeholders: [String] = [], line: Int
  ) {
    self.name = name
    self.kind = kind
    self.severities = severities
    self.state = state
    self.body = body
    self.placeholders = placeholders
    self.line = line
  }
}

package struct HealthCheck: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable { case http, tcp, command, sql, manual }
  package var kind: Kind
  package var target: String
  package var expectation: String?
  package var line: Int
  package init(kind: Kind, target: String, expectation: String? = nil, line: Int) {
    self.kind = kind
    self.target = target
    self.expectation = expectation
    self.line = line
  }
}

package struct ChecklistItem: Sendable, Hashable {
  package var text: String
  package var section: String
  package var line: Int
  package init(text: String, section: String, line: Int) {
    self.text = text
    self.section = section
    self.line = line
  }
}

package struct Contact: Sendable, Hashable {
  package var role: String
  package var name: String
  package var via: [String]
  /// Nobody can be reached by it.
  package var placeholder: Bool
  package var line: Int
  package init(role: String, name: String = "", via: [String] = [], placeholder: Bool, line: Int) {
    self.role = role
    self.name = name
    self.via = via
    self.placeholder = placeholder
    self.line = line
  }
}

package struct Link: Sendable, Hashable {
  package var title: String
  package var url: String
  package var line: Int
  package init(title: String, url: String, line: Int) {
    self.title = title
    self.url = url
    self.line = line
  }
}

package struct Service: Sendable, Hashable {
  package var name: String
  package var port: Int?
  package var container: String?
  package var domain: String?
  package var line: Int
  package init(name: String, port: Int? = nil, container: String? = nil, domain: String? = nil, line: Int) {
    self.name = name
    self.port = port
    self.container = container
    self.domain = domain
    self.line = line
  }
}

/// What is wrong with the document, with its place and its remedy.
package struct Finding: Sendable, Hashable {
  package enum Level: String, Sendable, Hashable, Codable, Comparable {
    case error, warning, hint
    package static func < (a: Level, b: Level) -> Bool { a.order < b.order }
    private var order: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
  }
  package var rule: String
  package var level: Level
  package var message: String
  package var hint: String
  package var line: Int
  package var column: Int
  package init(rule: String, level: Level, message: String, hint: String, line: Int, column: Int = 1) {
    self.rule = rule
    self.level = level
    self.message = message
    self.hint = hint
    self.line = line
    self.column = column
  }
}

/// Where the document is silent or contradicts itself: what was chosen and why.
package struct Assumption: Sendable, Hashable {
  package var about: String
  package var chosen: String
  package var lines: [Int]
  package var why: String
  package init(about: String, chosen: String, lines: [Int], why: String) {
    self.about = about
    self.chosen = chosen
    self.lines = lines
    self.why = why
  }
}
