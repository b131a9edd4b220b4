import Incidents

/// R067, R070 and R071: what a scenario speaks of must exist.
enum EvidenceRules {
  static let all: [FindingRule] = [
    FindingRule("R067", .hint, why: "A cause without a fix is where the night begins.") { document in
      document.runbook.scenarios.filter { $0.solutions.count >= 2 }.flatMap { scenario in
        let fixes = scenario.solutions.map { telling(fixing($0, scenario)) }
        return scenario.causes.prefix(40).filter { cause in
          let own = telling(cause.text)
          return !own.isEmpty && fixes.allSatisfy { $0.isDisjoint(with: own) }
        }.map {
          Fault(
            "None of the solutions of \(Quoted.name(scenario.title)) speaks of the cause \(Quoted.name($0.text)).",
            hint: "Add what to do about it, or say which solution it is.", line: $0.line, mark: $0.text)
        }
      }
    },
    FindingRule("R070", .hint, why: "An alert that nothing sends cannot call anybody.") { document in
      guard let known = document.surroundings?.alertNames, !known.isEmpty else { return [] }
      return document.runbook.scenarios.flatMap { scenario in
        scenario.symptoms.compactMap { symptom in
          guard let name = alertName(symptom.text), !known.contains(name.lowercased()) else { return nil }
          return Fault(
            "No alert rule of the repository is called \(name).",
            hint: "Correct the name, or add the rule.", line: symptom.line, mark: name)
        }
      }
    },
    FindingRule("R071", .warning, why: "A service that the list does not know has no owner and no address.") {
      document in
      let services = document.runbook.services
      guard services.count >= 2 else { return [] }
      var seen: Set<String> = []
      return document.commands.prefix(3_000).flatMap { command in
        ServiceNames.of(command.text).filter { !isListed($0, services) && seen.insert($0.text).inserted }.map {
          Fault(
            "\($0.text) is not in the list of services.",
            hint: "Add it to the list from line \(services[0].line), or correct the name.",
            line: command.line, mark: $0.text)
        }
      }
    },
  ]

  // MARK: R067

  private static func fixing(_ solution: Solution, _ scenario: Scenario) -> String {
    let steps = solution.steps.map(\.text).joined(separator: " ")
    let actions = scenario.actions.filter { $0.phase == .fix }.map { ($0.caption ?? "") + " " + $0.text }
    return "\(solution.title) \(steps) \(actions.joined(separator: " "))"
  }

  /// Stems and concepts that say what a text is about.
  private static func telling(_ text: String) -> Set<UInt64> {
    var features = AlertFeatures()
    features.add(text, share: 1)
    return Set(features.features.filter { $0.weight >= 0.5 }.map(\.key))
  }

  // MARK: R070

  /// A name as alert rules have them: `KubePodCrashLooping`, not a sentence.
  private static func alertName(_ symptom: String) -> String? {
    symptom.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).map(String.init).first { word in
      let humps = word.utf8.filter(Byte.isUpper).count
      let isCamel = humps >= 3 && word.utf8.contains(where: Byte.isLower) && word.utf8.allSatisfy { $0 < 0x80 }
      return isCamel && word.utf8.first.map(Byte.isUpper) == true && word.utf8.count >= 10
    }
  }

  // MARK: R071

  /// Containers are known by their exact names where the list gives these; a unit or a deployment by any word of a row.
  private static func isListed(_ name: ServiceNames.Name, _ services: [Service]) -> Bool {
    let wanted = name.text.lowercased()
    if name.isContainer, services.contains(where: { $0.container != nil }) {
      return services.contains { $0.container?.lowercased() == wanted || $0.name.lowercased() == wanted }
    }
    return services.contains { service in
      let row = [service.name, service.container ?? "", service.domain ?? ""].joined(separator: " ").lowercased()
      let parts = row.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).filter { $0.utf8.count > 2 }
      return parts.contains { ShellText.contains(wanted, String($0)) } || ShellText.contains(row, wanted)
    }
  }
}

/// The services that a command names.
enum ServiceNames {
  struct Name: Hashable {
    var text: String
    var isContainer: Bool
  }

  private static let container: Set<String> = ["logs", "restart", "exec", "start", "stop", "inspect", "kill", "port"]
  private static let valued: Set<String> = ["--tail", "-n", "--since", "--until", "-u", "-e", "-w", "--user", "-f"]

  /// `docker logs NAME`; the services of compose files and units of the system have lists of their own.
  static func of(_ text: String) -> [Name] {
    ShellParser.commands(in: text).prefix(20).compactMap { command in
      let words = command.words.map(\.text).drop { $0 == "sudo" }.map { $0 }
      guard let program = words.first, words.count >= 3 else { return nil }
      switch program {
      case "docker", "podman":
        let rest = words.dropFirst(words[1] == "compose" ? 2 : 1)
        guard let verb = rest.first, container.contains(verb), let name = operand(rest.dropFirst()) else { return nil }
        return Name(text: name, isContainer: true)
      case "pm2":
        guard ["restart", "logs", "stop", "reload", "describe"].contains(words[1]) else { return nil }
        return operand(words.dropFirst(2)).map { Name(text: $0, isContainer: false) }
      default: return nil
      }
    }
  }

  /// The first word that is neither a flag nor the value of one, and a plain name.
  private static func operand(_ words: ArraySlice<String>) -> String? {
    var skip = false
    for word in words {
      if skip {
        skip = false
      } else if word.hasPrefix("-") {
        // "-f" follows the log in docker and takes no value there; a word after it is then the name.
        skip = valued.contains(word) && word != "-f"
      } else {
        let isPlain = word.utf8.allSatisfy { Byte.isName($0) || $0 == Byte.dash || $0 == UInt8(ascii: ".") }
        return isPlain && word.utf8.contains(where: Byte.isLower) && word != "all" ? word : nil
      }
    }
    return nil
  }
}
