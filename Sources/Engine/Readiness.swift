import Incidents
import Runbooks

/// How far a document carries a night: per severity the promises that the clocks need, per scenario the steps.
package struct Readiness: Sendable, Hashable {
  /// One severity or one scenario.
  package struct Part: Sendable, Hashable {
    /// The document's name: "P0", "Website Down".
    package var name: String
    package var line: Int
    /// From 0 to 100: the share of what is needed that is there.
    package var score: Int
    /// What is missing, each a phrase: "3 of 5 rungs reach nobody".
    package var lacks: [String]
  }

  /// The gravest first.
  package var severities: [Part] = []
  /// In the document's order.
  package var scenarios: [Part] = []

  /// - Parameters:
  ///   - team: who stands behind the roles; nil judges by the document's contacts.
  ///   - at: the moment for which rotations are looked up.
  package init(_ runbook: Runbook, _ team: Team?, at: Timestamp) {
    let holes = team.map { team in Set(Reachability.of(runbook, team, at: at).map(\.role)) }
    severities = runbook.severities.sorted { $0.rank < $1.rank }.map { level in
      SeverityReadiness(level, runbook, team, holes).part
    }
    scenarios = runbook.scenarios.map { ScenarioReadiness($0, runbook).part }
  }
}

/// Points of a scale on which what matters more weighs more.
private struct Tally {
  private var whole = 0.0
  private var reached = 0.0
  private(set) var lacks: [String] = []

  /// - Parameter share: from 0 to 1, how much of it is there.
  mutating func count(_ weight: Double, share: Double, lack: @autoclosure () -> String) {
    whole += weight
    reached += weight * min(max(share, 0), 1)
    if share < 1 { lacks.append(lack()) }
  }

  /// Never 100 while something is missing.
  var score: Int {
    guard whole > 0 else { return 0 }
    let percent = (reached / whole * 100).rounded()
    return lacks.isEmpty ? 100 : Int(min(percent, 99))
  }
}

/// A severity needs somebody to page, a time to answer, and an update that is owed.
private struct SeverityReadiness {
  let part: Readiness.Part

  init(_ level: Severity, _ runbook: Runbook, _ team: Team?, _ holes: Set<String>?) {
    var tally = Tally()
    let rungs = runbook.escalation.filter { $0.severities.isEmpty || $0.severities.contains(level.name) }
    let silent = rungs.filter { Self.isSilent($0, runbook, team, holes) }
    if rungs.isEmpty {
      tally.count(4, share: 0, lack: "no rung pages anybody")
    } else {
      let reached = Double(rungs.count - silent.count) / Double(rungs.count)
      let verb = silent.count == 1 ? "reaches" : "reach"
      tally.count(4, share: reached, lack: "\(silent.count) of \(rungs.count) rungs \(verb) nobody")
      let timed = rungs.dropFirst().filter { $0.afterMinutes != nil }.count
      let later = max(rungs.count - 1, 1)
      let share = rungs.count == 1 ? 1 : Double(timed) / Double(later)
      tally.count(1, share: share, lack: "\(later - timed) of \(rungs.count) rungs without a time")
    }
    // A level that is answered on the next business day needs no clock.
    let isSaid = level.answerTarget != nil || !level.responseText.isEmpty
    tally.count(2, share: isSaid ? 1 : 0, lack: "no response time")
    let owed = runbook.cadence.contains { $0.severity == nil || $0.severity == level.name }
    if level.rank <= 1 || !runbook.cadence.isEmpty { tally.count(1, share: owed ? 1 : 0, lack: "no update cadence") }
    if level.rank <= 1 {
      let templates = !runbook.templates.filter { $0.kind != .postmortem }.isEmpty
      tally.count(1, share: templates ? 1 : 0, lack: "no template for an update")
      tally.count(1, share: runbook.healthChecks.isEmpty ? 0 : 1, lack: "no health check before closing")
    }
    part = Readiness.Part(name: level.name, line: level.line, score: tally.score, lacks: tally.lacks)
  }

  /// Without a team file only what the contacts say can be judged: no row, or one with nothing in it.
  private static func isSilent(_ rung: Rung, _ runbook: Runbook, _ team: Team?, _ holes: Set<String>?) -> Bool {
    if let team, let holes {
      return team.parts(of: rung.target).contains { role in
        holes.contains(role) || holes.contains { RoleIndex([$0]).first(role) != nil }
      }
    }
    // The surest of all roles: held against one alone, "Team lead" would pass for "Security lead".
    guard let best = RoleIndex(runbook.contacts.map(\.role)).first(rung.target) else { return true }
    let role = runbook.contacts[best].role
    return !runbook.contacts.contains { $0.role == role && !$0.placeholder }
  }
}

/// A scenario needs to be found, looked into, mended and seen to be over.
private struct ScenarioReadiness {
  let part: Readiness.Part

  init(_ scenario: Scenario, _ runbook: Runbook) {
    var tally = Tally()
    tally.count(2, share: scenario.symptoms.isEmpty ? 0 : 1, lack: "no symptoms")
    tally.count(2, share: Self.isDiagnosed(scenario) ? 1 : 0, lack: "no diagnosis")
    tally.count(3, share: scenario.hasFix ? 1 : 0, lack: "no fix")
    // The document's health checks stand in, and are not as sure.
    let verified = scenario.hasVerification ? 1 : runbook.healthChecks.isEmpty ? 0 : 0.5
    tally.count(2, share: verified, lack: "no verification of its own")
    if !runbook.severities.isEmpty { tally.count(1, share: scenario.severity == nil ? 0 : 1, lack: "no severity") }
    let commands = scenario.actions.filter { $0.kind == .command }
    Self.count(commands, of: runbook, in: &tally)
    part = Readiness.Part(name: scenario.title, line: scenario.line, score: tally.score, lacks: tally.lacks)
  }

  private static func isDiagnosed(_ scenario: Scenario) -> Bool {
    scenario.actions.contains { $0.phase == .diagnosis } || !scenario.causes.isEmpty
  }

  private static func count(_ commands: [Action], of runbook: Runbook, in tally: inout Tally) {
    guard !commands.isEmpty else { return }
    let flagged = { (rule: String) in Set(runbook.findings.filter { $0.rule == rule }.map(\.line)) }
    let (unmarked, waiting) = (flagged("R084"), flagged("R083"))
    let unsafe = commands.filter { unmarked.contains($0.line) }.count
    let stuck = commands.filter { waiting.contains($0.line) }.count
    let share = { (count: Int) in 1 - Double(count) / Double(commands.count) }
    if unsafe > 0 {
      let noun = unsafe == 1 ? "command" : "commands"
      tally.count(2, share: share(unsafe) * 0.5, lack: "\(unsafe) destructive \(noun) unmarked")
    }
    if stuck > 0 {
      let noun = stuck == 1 ? "command" : "commands"
      tally.count(1, share: share(stuck) * 0.5, lack: "\(stuck) \(noun) that \(stuck == 1 ? "waits" : "wait")")
    }
  }
}
