/// R095, R096 and R098: changes that reach further than they should.
enum RiskRules {
  static let all: [FindingRule] = [
    FindingRule("R095", .warning, why: "Inside a transaction a wrong condition can still be taken back.") { document in
      document.commands.filter { isOpenWrite($0.text) && !isGuarded($0, document) }.map {
        Fault(
          "\(Quoted.name($0.text)) changes rows outside of a transaction.",
          hint: "Write BEGIN, the statement, a SELECT that counts, then COMMIT or ROLLBACK.", line: $0.line,
          mark: verb($0.text))
      }
    },
    FindingRule("R096", .warning, why: "A broad match also ends what is healthy.", source: .manual) { document in
      document.commands.compactMap { command in
        guard let what = broad(command.text) else { return nil }
        return Fault(
          "\(Quoted.name(command.text)): \(what).", hint: "List what matches first, then end it by its number or name.",
          line: command.line, mark: ShellText.words(command.text).first.map(String.init) ?? "")
      }
    },
    FindingRule("R098", .warning, why: "What a fix deletes can neither be gone back to nor looked into.") { document in
      document.commands.compactMap { command in
        guard command.effect == .destructive, let what = needed(command.text) else { return nil }
        return Fault(
          "\(Quoted.name(command.text)) deletes \(what).", hint: "Move it elsewhere first, or keep the newest.",
          line: command.line, mark: ShellText.words(command.text).first.map(String.init) ?? "")
      }
    },
  ]

  private static func verb(_ text: String) -> String {
    let upper = text.uppercased()
    for name in ["UPDATE ", "DELETE FROM "] {
      guard let at = ShellText.find(name, in: upper), upper.utf8.count == text.utf8.count else { continue }
      return ShellText.string(text.utf8.dropFirst(at).prefix(6))
    }
    return ""
  }

  /// UPDATE or DELETE of a database, typed or handed to its client.
  private static func isOpenWrite(_ text: String) -> Bool {
    let upper = text.uppercased()
    let isSQL =
      ShellText.contains(upper, "DELETE FROM ")
      || (ShellText.contains(upper, "UPDATE ") && ShellText.contains(upper, " SET "))
    return isSQL && !ShellText.contains(upper, "BEGIN") && !ShellText.contains(upper, "LIMIT ")
  }

  /// A transaction or a bound in the five lines above, or in the caption.
  private static func isGuarded(_ action: Action, _ document: CheckedDocument) -> Bool {
    let above = document.lowered(max(action.line - 5, 1), action.line) + (action.caption ?? "").lowercased()
    return ["begin", "start transaction", "--single-transaction", "limit"].contains { ShellText.contains(above, $0) }
  }

  private static func broad(_ text: String) -> String? {
    let words = ShellText.words(text).map(String.init)
    guard let program = words.first(where: { $0 != "sudo" }) else { return nil }
    if program == "killall" || program == "pkill" { return "ends every process that matches" }
    let inner = ["$(docker ps -q)", "$(docker ps -aq)", "`docker ps -q`", "$(docker ps -a -q)"]
    if inner.contains(where: { ShellText.contains(text, $0) }) { return "acts on every container of the machine" }
    if program == "kill" || ShellText.contains(text, "xargs kill"),
      ShellText.contains(text, "$(") || ShellText.contains(text, "xargs")
    {
      return "ends whatever the search finds"
    }
    if program == "kubectl", words.contains("delete"), words.contains("--all") { return "deletes all of its kind" }
    let lower = text.lowercased()
    if ShellText.contains(lower, "pg_terminate_backend(pid)"), !ShellText.contains(lower, "pid =") {
      return "ends every session that the condition finds"
    }
    return nil
  }

  /// What the review or the way back would have needed.
  private static func needed(_ text: String) -> String? {
    let lower = text.lowercased()
    let words = ShellText.words(lower).map(String.init)
    if words.contains("prune"), words.contains("docker"),
      words.contains("-a") || words.contains("--all")
        || words.contains("-af")
    {
      return "the images that a rollback starts"
    }
    if ShellText.contains(lower, "backup") { return "backups" }
    if ShellText.contains(lower, "/log") || ShellText.contains(lower, ".log") || ShellText.contains(lower, "--vacuum") {
      return "logs that the review reads"
    }
    return nil
  }
}
