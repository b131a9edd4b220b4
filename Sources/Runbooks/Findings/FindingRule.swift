/// One rule: what it is called, how grave a breach is, why it matters, and how it is found.
package struct FindingRule: Sendable {
  /// `R021`; never given to another rule.
  package var id: String
  package var level: Finding.Level
  /// One line for people who ask why.
  package var why: String
  package var source: Source
  private var check: @Sendable (CheckedDocument) -> [Fault]

  /// Where the demand comes from.
  package enum Source: String, Sendable {
    case practice = "common practice in public runbooks"
    case siteReliability = "Google, Site Reliability Engineering"
    case pagerDuty = "PagerDuty, Incident Response"
    case atlassian = "Atlassian, Incident Management Handbook"
    case wellArchitected = "AWS Well-Architected, OPS07-BP03"
    case manual = "the manual of the tool"
    case reading = "the reading itself"
  }

  init(
    _ id: String, _ level: Finding.Level, why: String, source: Source = .practice,
    check: @escaping @Sendable (CheckedDocument) -> [Fault]
  ) {
    self.id = id
    self.level = level
    self.why = why
    self.source = source
    self.check = check
  }

  /// Findings of one rule that are listed; nobody reads more of the same.
  static let most = 200

  func run(on document: CheckedDocument) -> [Finding] {
    let faults = check(document)
    var found = faults.prefix(Self.most).map {
      Finding(
        rule: id, level: $0.level ?? level, message: $0.message, hint: $0.hint, line: max($0.line, 1),
        column: $0.column ?? document.column($0.line, $0.mark))
    }
    if faults.count > Self.most {
      let hint = "Mend those that are listed and check again."
      let message = "\(faults.count - Self.most) more of \(id) are not listed."
      found.append(Finding(rule: id, level: level, message: message, hint: hint, line: max(faults[Self.most].line, 1)))
    }
    return found
  }
}

/// A breach of a rule at a place.
struct Fault {
  var message: String
  var hint: String
  var line: Int
  /// Text on that line at which the column points.
  var mark: String
  /// Where a breach is less grave than the rule.
  var level: Finding.Level?
  /// Where the place is known better than by a mark.
  var column: Int?

  init(_ message: String, hint: String, line: Int, mark: String = "", level: Finding.Level? = nil) {
    self.message = message
    self.hint = hint
    self.line = line
    self.mark = mark
    self.level = level
  }
}
