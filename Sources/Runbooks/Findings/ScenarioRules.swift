/// R060 to R064: what each scenario must hold.
enum ScenarioRules {
  static let all: [FindingRule] = [
    FindingRule("R060", .error, why: "Without symptoms no alert finds the scenario.", source: .siteReliability) {
      document in
      document.runbook.scenarios.filter { $0.symptoms.isEmpty && !isAlertName($0.title) }
        .map { fault($0, "lists no symptoms", "Say what an alert or a user reports.") }
    },
    FindingRule("R061", .error, why: "A responder must know where to look first.", source: .siteReliability) {
      document in
      document.runbook.scenarios.filter { !isDiagnosed($0, document) }
        .map { fault($0, "has no diagnosis step", "Add the commands or checks that find the cause.") }
    },
    FindingRule("R062", .error, why: "A scenario without a fix leaves the responder alone.", source: .siteReliability) {
      document in
      document.runbook.scenarios.filter { !$0.hasFix }
        .map { fault($0, "has no fix", "Add the steps that restore the service, or whom to call.") }
    },
    FindingRule("R063", .error, why: "An incident is over when it is seen to be over.", source: .siteReliability) {
      document in
      let general = document.runbook.healthChecks.first
      return document.runbook.scenarios.filter { $0.hasFix && !$0.hasVerification }.map { scenario in
        var found = fault(
          scenario, "has no verification after its fix", "Add the check that shows the service is back.")
        if let general {
          found.level = .warning
          found.hint = "Tocsin uses the health checks from line \(general.line); a check of its own is surer."
        }
        return found
      }
    },
    FindingRule("R064", .warning, why: "The severity sets every clock of the incident.", source: .pagerDuty) {
      document in
      guard !document.runbook.severities.isEmpty else { return [] }
      return document.runbook.scenarios.filter { $0.severity == nil }
        .map { fault($0, "names no severity", "Write it behind the title, as in \"(P1)\".") }
    },
  ]

  private static let diagnosing = [
    "investigat", "diagnos", "triage", "detect", "check", "identif", "analy", "prüf", "verific", "诊断", "排查", "調査",
  ]

  /// Steps of a numbered list are no actions of a fence, so a label or a heading counts as well.
  private static func isDiagnosed(_ scenario: Scenario, _ document: CheckedDocument) -> Bool {
    if scenario.actions.contains(where: { $0.phase == .diagnosis }) { return true }
    guard scenario.endLine > scenario.line else { return false }
    return ((scenario.line + 1)...scenario.endLine).contains { number in
      let line = ShellText.trim(document.text(number)).lowercased()
      guard line.hasPrefix("#") || line.hasPrefix("**") || line.hasPrefix("|") else { return false }
      return diagnosing.contains { ShellText.contains(line, $0) }
    }
  }

  /// "KubePodCrashLooping": the alert finds a scenario of its own name without any symptom.
  private static func isAlertName(_ title: String) -> Bool {
    let humps = title.utf8.filter(Byte.isUpper).count
    return humps >= 2 && humps * 2 < title.utf8.count && title.utf8.allSatisfy(Byte.isName)
      && title.utf8.first.map(Byte.isUpper) == true
  }

  private static func fault(_ scenario: Scenario, _ what: String, _ hint: String) -> Fault {
    Fault("\(Quoted.name(scenario.title)) \(what).", hint: hint, line: scenario.line)
  }
}
