/// R083 to R093: the commands.
enum CommandRules {
  static let all: [FindingRule] = [
    FindingRule("R083", .warning, why: "A command that waits or never ends blocks whoever runs it.", source: .manual) {
      document in
      document.commands.filter { $0.interactive && $0.effect != .destructive && !isSession($0) }.map {
        let hint = $0.suggestion.map { "Write \($0)" } ?? "Leave it to a person, or give a form that ends by itself."
        return Fault(
          "\(Quoted.name($0.text)) waits for a person or never ends.", hint: hint, line: $0.line, mark: first($0))
      }
    },
    FindingRule("R084", .error, why: "What removes something needs a warning before it, not after.") { document in
      document.commands.filter { $0.effect == .destructive && !isWarned($0, document) }.map {
        Fault(
          "\(Quoted.name($0.text)) destroys without a warning: \($0.effectReason).",
          hint: "Put a comment above it that begins with \"CAUTION:\" and says what is lost.", line: $0.line,
          mark: first($0))
      }
    },
    FindingRule("R085", .warning, why: "Looking must not change anything.") { document in
      document.commands.filter { $0.phase == .diagnosis && ($0.effect == .write || $0.effect == .destructive) }.map {
        Fault(
          "\(Quoted.name($0.text)) changes something in a diagnosis: \($0.effectReason).", hint: "Move it to the fix.",
          line: $0.line, mark: first($0))
      }
    },
    FindingRule("R087", .error, why: "A placeholder that nobody fills breaks the command.") { document in
      unfilled(
        document.commands.map { command in
          var open = command
          open.placeholders = command.placeholders.filter { !isDeclared($0, command, document) }
          return open
        })
    },
    FindingRule("R088", .error, why: "What is printed stands in terminals, chats and timelines.") { document in
      document.commands.filter { Secrets.prints($0.text) }.map {
        Fault(
          "\(Quoted.name($0.text)) prints secrets.",
          hint: "Print only whether the value is set, as in [ -n \"$NAME\" ].",
          line: $0.line, mark: first($0))
      }
    },
    FindingRule("R089", .error, why: "A secret in a document is no secret.") { document in
      var faults: [Fault] = []
      for (i, line) in document.runbook.lines.enumerated() {
        guard let found = Secrets.literal(in: line) else { continue }
        let hint = "Take it out, change the secret, and read it from the environment."
        faults.append(Fault("The line holds what looks like \(found.what).", hint: hint, line: i + 1, mark: found.mark))
      }
      return faults
    },
    FindingRule("R092", .warning, why: "Each of these trusts what nobody has checked.") { document in
      document.commands.compactMap { action in
        guard let what = unsafe(action.text) else { return nil }
        return Fault(
          "\(Quoted.name(action.text)): \(what).", hint: "Use a form that checks first.", line: action.line,
          mark: first(action))
      }
    },
    FindingRule("R093", .warning, why: "docker-compose v1 gets no repairs since 2023.", source: .manual) { document in
      let old = document.commands.filter { uses("docker-compose", $0.text) }
      guard let one = old.first else { return [] }
      let message =
        "docker-compose is the retired version 1; \(Quoted.count(old.count, "command uses", "commands use")) it."
      return [Fault(message, hint: "Write \"docker compose\".", line: one.line, mark: "docker-compose")]
    },
  ]

  /// One fault per placeholder, at the first command that holds it.
  private static func unfilled(_ commands: [Action]) -> [Fault] {
    var order: [String] = []
    var uses: [String: [Int]] = [:]
    for command in commands {
      for placeholder in command.placeholders {
        if uses[placeholder] == nil { order.append(placeholder) }
        uses[placeholder, default: []].append(command.line)
      }
    }
    return order.map { placeholder in
      let lines = uses[placeholder] ?? []
      let needs = Quoted.count(lines.count, "command needs", "commands need")
      // Dots alone would read as a pause.
      let shown = placeholder.contains(where: \.isLetter) ? placeholder : "\"\(placeholder)\""
      return Fault(
        "\(needs) \(shown) to be filled in.",
        hint: "Give its value under `values` in tocsin.yaml, or say above the command where it comes from.",
        line: lines.first ?? 1,
        mark: placeholder)
    }
  }

  /// The team file, or a comment above the command in its block, says what stands for the placeholder.
  private static func isDeclared(_ placeholder: String, _ command: Action, _ document: CheckedDocument) -> Bool {
    if document.surroundings?.values.contains(OpenPlaces.name(placeholder)) == true { return true }
    if ShellText.contains(command.caption ?? "", placeholder) { return true }
    for line in stride(from: command.line - 1, to: max(command.line - 8, 0), by: -1) {
      let text = ShellText.trim(document.text(line))
      if text.hasPrefix("```") || text.hasPrefix("~~~") { return false }
      if text.hasPrefix("#") || text.hasPrefix("--"), ShellText.contains(text, placeholder) { return true }
    }
    return false
  }

  /// A line that only opens a session is how the runbook says where to work.
  private static func isSession(_ action: Action) -> Bool { action.text.hasPrefix("ssh ") }

  private static func first(_ action: Action) -> String { ShellText.words(action.text).first.map(String.init) ?? "" }

  private static let warnings = [
    "caution", "warning", "careful", "danger", "destructive", "irreversible", "data loss", "nuclear", "approval", "⚠",
    "last resort", "only if", "vorsicht", "achtung", "cuidado", "peligro", "attention",
  ]

  /// A warning in the caption or on one of the three lines above.
  private static func isWarned(_ action: Action, _ document: CheckedDocument) -> Bool {
    let above = (1...3).map { document.text(action.line - $0) }
    let said = ([action.caption ?? ""] + above).joined(separator: "\n").lowercased()
    return warnings.contains { ShellText.contains(said, $0) }
  }

  private static func uses(_ program: String, _ text: String) -> Bool {
    ShellText.words(text).contains { $0 == program }
  }

  private static func unsafe(_ text: String) -> String? {
    let shells = ["| bash", "| sh", "|bash", "|sh", "| sudo bash", "| sudo sh"]
    if shells.contains(where: { ShellText.contains(text, $0) }) { return "pipes a download into a shell" }
    if ShellText.contains(text, "StrictHostKeyChecking=no") { return "skips the check of the host's key" }
    if ShellText.contains(text, "chmod 777") || ShellText.contains(text, "chmod -R 777") {
      return "lets everybody write"
    }
    let words = ShellText.words(text)
    if words.first == "curl", words.contains("-k") || words.contains("--insecure") {
      return "skips the check of the certificate"
    }
    return nil
  }
}
