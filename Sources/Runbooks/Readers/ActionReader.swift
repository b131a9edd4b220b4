/// The actions of the fences under a record.
enum ActionReader {
  private static let notActions: WordSet = [
    "mermaid", "json", "yaml", "yml", "markdown", "md", "html", "xml", "csv", "toml", "ini", "diff",
  ]

  private static let untagged: WordSet = ["", "text", "txt", "plaintext", "plain"]

  /// Whether a fence holds something to do, by its language; untagged fences by what they hold.
  static func isActions(_ code: Block.Code) -> Bool {
    if notActions.contains(code.language) { return false }
    if untagged.contains(code.language) { return looksLikeCommands(code.text) }
    return true
  }

  static func read(_ fence: Record, _ phase: Action.Phase) -> [Action] {
    guard let code = fence.code, isActions(code) else { return [] }
    let actions = Commands.actions(in: code.text, language: code.language, firstLine: code.firstLine, phase: phase)
    guard actions.isEmpty, untagged.contains(code.language) else { return actions }
    // A fence without a tag that looks like commands is a shell's, though no table knows its programs.
    return Commands.actions(in: code.text, language: "sh", firstLine: code.firstLine, phase: phase).map { action in
      var action = action
      action.language = code.language
      return action
    }
  }

  static func all(under record: Record, _ phase: Action.Phase) -> [Action] {
    record.fences.flatMap { read($0, phase) }
  }

  private static let tools: WordSet = [
    "kubectl", "docker", "curl", "ssh", "sudo", "systemctl", "psql", "mysql", "aws", "gcloud", "az", "git", "npm",
    "helm", "redis-cli",
    "terraform", "ping", "dig", "nslookup", "journalctl", "tail", "grep", "cat", "ps", "df", "free", "top", "netstat",
    "ss", "pm2",
    "docker-compose", "make", "./", "cd", "export", "python", "python3", "node", "wget", "nc", "openssl", "select",
    "show", "du",
    "uptime", "kill", "pkill", "service", "nginx", "rm", "cp", "mv", "mongosh", "mongo", "kafka-topics", "rabbitmqctl",
    "vercel",
    "railway", "heroku", "fly", "flyctl", "flux", "argocd", "istioctl", "vault", "consul", "nomad", "ansible",
    "ansible-playbook",
  ]

  static func looksLikeCommands(_ text: String) -> Bool {
    var hits = 0
    var lines = 0
    for bytes in text.utf8.split(separator: 0x0A) {
      let line = Substring(bytes)
      let bare = line.stripped("$> ")
      guard !bare.isEmpty, !bare.hasPrefix("#") else { continue }
      lines += 1
      let first = bare.prefix { $0 != " " }.lowercased()
      if tools.contains(first) || first.hasPrefix("./") || line.trimmed.hasPrefix("$ ") || isProgram(first, bare) {
        hits += 1
      }
    }
    return hits > 0 && hits * 2 >= lines
  }

  /// A program that the table of effects knows, or a lower-case word with flags behind it.
  private static func isProgram(_ first: String, _ line: String) -> Bool {
    guard line.utf8.first.map({ $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2F }) == true,
      first.utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit || "-_./".utf8.contains($0) })
    else { return false }
    let words = line.split(separator: " ").dropFirst()
    let flagged = words.contains { $0.hasPrefix("-") && $0.utf8.count > 1 && $0.utf8.dropFirst().first != 0x3E }
    return flagged || EffectTable.shared.knows(first) && words.count <= 6 && !line.contains(",") && !line.hasSuffix(".")
  }

  /// Prose steps of a part as manual actions.
  static func manual(_ record: Record, _ phase: Action.Phase) -> [Action] {
    record.members.filter { ($0.isItem || $0.shape == .paragraph) && $0.text.hasWord }.map {
      Action(kind: .manual, phase: phase, text: $0.text, effectReason: "a person does it", line: $0.line)
    }
  }
}
