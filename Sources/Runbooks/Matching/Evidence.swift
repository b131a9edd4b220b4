import Incidents

/// The places of a scenario that tell what it is about, with how much each counts.
enum Evidence {
  struct Piece {
    var text: String
    var share: Float
    var reason: String
    var line: Int
  }

  static func titleReason(_ title: String) -> String { "title: \(title)" }

  static func pieces(of scenario: Scenario, services: [Service]) -> [Piece] {
    var result = [Piece(text: scenario.title, share: 3, reason: titleReason(scenario.title), line: scenario.line)]
    for symptom in scenario.symptoms.prefix(40) {
      result.append(piece("symptom", symptom.text, share: 2.2, line: symptom.line))
    }
    for cause in scenario.causes.prefix(40) {
      result.append(piece("cause", cause.text, share: 1.1, line: cause.line))
    }
    for solution in scenario.solutions.prefix(20) {
      result.append(piece("solution", solution.title, share: 1, line: solution.line))
    }
    for action in scenario.actions.prefix(60) {
      let text = (action.caption ?? "") + " " + (action.kind == .manual ? action.text : names(in: action.text))
      result.append(piece("step", text, share: 0.4, line: action.line, shown: action.caption ?? action.text))
    }
    for said in scenario.prevention.prefix(20) {
      result.append(piece("prevention", said.text, share: 0.5, line: said.line))
    }
    let said = scenario.title.lowercased()
    for service in services.prefix(100) where ShellText.contains(said, bare(service.name)) {
      let names = [service.name, service.container ?? "", service.domain ?? ""].joined(separator: " ")
      result.append(piece("service", names, share: 1, line: service.line, shown: service.name))
    }
    return result
  }

  private static func piece(_ kind: String, _ text: String, share: Float, line: Int, shown: String? = nil) -> Piece {
    let first = (shown ?? text).split(separator: "\n").first.map(String.init) ?? ""
    return Piece(text: text, share: share, reason: "\(kind): \(first.prefix(100))", line: line)
  }

  /// "Website (blue)" is the website.
  private static func bare(_ name: String) -> String {
    let first = name.lowercased().prefix { $0 != "(" && $0 != "[" }
    return ShellText.trim(first)
  }

  /// Words of a command that name things rather than steer it.
  private static func names(in command: String) -> String {
    ShellText.words(String(command.prefix(300))).filter { !$0.hasPrefix("-") }.joined(separator: " ")
  }
}
