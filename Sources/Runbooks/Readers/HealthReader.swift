/// What is asked of the services before an incident is closed, and how long they are watched.
enum HealthReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    for concept in [Concept.verification, .healthCheck] where runbook.healthChecks.isEmpty {
      for (index, section) in reading.sections.all.enumerated() where isGlobal(section, index, concept, reading) {
        gather(section, &runbook)
      }
    }
    if runbook.healthChecks.isEmpty { captioned(reading, &runbook) }
    var seen: Set<String> = []
    runbook.healthChecks = runbook.healthChecks.sorted { $0.line < $1.line }
      .filter { seen.insert($0.kind.rawValue + $0.target).inserted }
    quiet(reading, &runbook)
  }

  private static func gather(_ section: Section, _ runbook: inout Runbook) {
    for fence in section.record.children where fence.shape == .fence {
      for action in ActionReader.read(fence, .verification) where isQuestion(action) {
        runbook.healthChecks.append(check(action))
      }
    }
    for child in section.record.members where child.isItem && child.children.isEmpty && isCheck(child, section) {
      runbook.healthChecks.append(HealthCheck(kind: .manual, target: child.text, line: child.line))
    }
  }

  /// "# Quick health check" over a command anywhere outside a scenario.
  private static func captioned(_ reading: Reading, _ runbook: inout Runbook) {
    for (index, section) in reading.sections.all.enumerated() where !reading.sections.isInside(index, .scenario) {
      // Captions are remarks of the fence: where no letters say it, its commands need not be read.
      for fence in section.record.children where fence.code.map({ health.occur(in: $0.text) }) ?? false {
        for action in ActionReader.read(fence, .verification) where action.kind == .command && isQuestion(action) {
          if Words(action.caption ?? "").contains("health") { runbook.healthChecks.append(check(action)) }
        }
      }
    }
  }

  private static let health = Letters(["health"])

  /// Something that asks and ends: no session, no change of folder, nothing that waits for a person.
  private static func isQuestion(_ action: Action) -> Bool {
    if action.kind == .manual { return true }
    let tool = action.text.prefix { $0 != " " }
    return !action.interactive && action.effect != .destructive && !["cd", "ssh", "export", "git"].contains(tool)
  }

  private static func isGlobal(_ section: Section, _ index: Int, _ concept: Concept, _ reading: Reading) -> Bool {
    guard section.record.headingLevel != 1, section.record.shape != .document else { return false }
    let path = reading.sections.path(index)
    let away: [SectionRole] = [.scenario, .review, .rollback, .communication]
    if path.contains(where: { away.contains($0.role ?? .contents) && $0.record.headingLevel != 1 }) { return false }
    return path.prefix(2).contains { $0.record.meaning[concept] >= 0.3 && $0.record.headingLevel != 1 }
  }

  private static func isCheck(_ record: Record, _ section: Section) -> Bool {
    record.text.hasWord && (record.task != nil || section.record.meaning[.verification] >= 0.5)
  }

  private static func check(_ action: Action) -> HealthCheck {
    let expectation = action.expectation ?? remark(action.text)
    if action.kind == .manual {
      return HealthCheck(kind: .manual, target: action.text, expectation: action.expectation, line: action.line)
    }
    let words = action.text.split(whereSeparator: \.isWhitespace)
    let tool = words.first.map(String.init) ?? ""
    if tool == "curl" || tool == "wget" || tool == "GET", let url = words.first(where: { $0.holds("://") }),
      !action.text.contains("|"), action.target == nil || !url.holds("//localhost") && !url.holds("//127.")
    {
      return HealthCheck(kind: .http, target: String(url).stripped("\"'"), expectation: expectation, line: action.line)
    }
    if tool == "nc" || tool == "telnet", words.count >= 3 {
      let pair = words.dropFirst().filter { !$0.hasPrefix("-") }.prefix(2).joined(separator: ":")
      return HealthCheck(kind: .tcp, target: pair, expectation: expectation, line: action.line)
    }
    let kind: HealthCheck.Kind = action.language == "sql" ? .sql : .command
    return HealthCheck(kind: kind, target: action.text, expectation: expectation, line: action.line)
  }

  private static func remark(_ text: String) -> String? {
    guard let range = text.firstRange(of: " # ") else { return nil }
    return text[range.upperBound...].trimmed
  }

  /// "Monitor for 15 minutes before closing", in prose or as a remark in a fence; the longest wins.
  private static func quiet(_ reading: Reading, _ runbook: inout Runbook) {
    var best: (minutes: Double, line: Int, text: String)?
    for (index, line) in reading.source.lines.enumerated() where line.utf8.count < 200 {
      guard line.utf8.contains(where: \.isDigit) || hour.occur(in: line), watching.occur(in: line) else { continue }
      let words = Words(line)
      guard let time = Durations.all(in: words).first(where: { !$0.every && !$0.business && $0.limit <= 2880 }),
        isWatching(words, time), !isExcluded(index + 1, reading)
      else { continue }
      if time.limit > best?.minutes ?? 0 { best = (time.limit, index + 1, line) }
    }
    runbook.quietMinutes = best?.minutes
    runbook.quietLine = best?.line
  }

  private static let hour = Letters(["hour"])
  private static let watching = Letters(["monitor", "watch", "observe", "stable", "quiet"])

  /// "for 15 minutes" behind the verb.
  private static func isWatching(_ words: Words, _ time: Duration) -> Bool {
    let before = words.all[..<time.words.lowerBound].map(\.text)
    guard before.contains(where: { ["monitor", "monitoring", "watch", "observe", "stable", "quiet"].contains($0) })
    else { return false }
    return before.suffix(3).contains("for") || words.containsAny(["before", "closing", "close"])
  }

  private static func isExcluded(_ line: Int, _ reading: Reading) -> Bool {
    reading.sections.all.contains {
      ($0.role == .scenario || $0.role == .review || $0.role == .communication) && $0.record.headingLevel != 1
        && $0.record.line <= line && line <= $0.record.endLine && $0.record.isHeading
    }
  }
}
