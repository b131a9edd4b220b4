/// R090 to R097: commands that need something the document does not give.
enum ShellRules {
  static let all: [FindingRule] = [
    FindingRule("R090", .warning, why: "On the wrong machine the right command finds nothing, or harms.") { document in
      let bound = document.commands.filter { isBoundToHost($0.text) && $0.target == nil }
      guard let first = bound.first, !namesHosts(document) else { return cluster(document) }
      let count = Quoted.count(bound.count, "command does not say", "commands do not say")
      return [
        Fault(
          "\(count) on which machine to run.", hint: "Begin the block with \"ssh HOST\", or name the host above it.",
          line: first.line, mark: program(first.text))
      ]
    },
    FindingRule("R091", .warning, why: "A script that is not there cannot help.") { document in
      guard let around = document.surroundings else { return [] }
      var seen: Set<String> = []
      return document.commands.compactMap { command in
        guard let path = script(command.text), seen.insert(path).inserted, !around.exists(path) else { return nil }
        return Fault(
          "The script \(Quoted.name(path)) is not in the repository.",
          hint: "Correct its path from the root of the repository, or add it.", line: command.line, mark: path)
      }
    },
    FindingRule(
      "R094", .hint, why: "Without them curl waits for minutes and takes an error page for success.", source: .manual
    ) {
      document in
      let blind = document.commands.filter { isBlind($0.text) }
      guard let first = blind.first else { return [] }
      let count = Quoted.count(blind.count, "curl command has", "curl commands have")
      return [
        Fault(
          "\(count) neither a time limit nor --fail.", hint: "Write curl -fsS --max-time 10.", line: first.line,
          mark: "curl")
      ]
    },
    FindingRule("R097", .hint, why: "A pipe ends well when its last part does, whatever went before.", source: .manual)
    {
      document in
      document.commands.filter { hidesExit($0) }.map {
        Fault(
          "\(Quoted.name($0.text)) hides whether its first part worked.",
          hint: "Run it without the pipe, or after \"set -o pipefail\".", line: $0.line, mark: "|")
      }
    },
  ]

  private static func cluster(_ document: CheckedDocument) -> [Fault] {
    let nameless = nameless(document)
    guard let first = nameless.first else { return [] }
    let count = Quoted.count(nameless.count, "command does not say", "commands do not say")
    return [
      Fault(
        "\(count) which cluster is meant.", hint: "Begin the block with \"kubectl config use-context NAME\".",
        line: first.line, mark: program(first.text))
    ]
  }

  private static func program(_ text: String) -> String {
    ShellText.words(text).first { $0 != "sudo" }.map(String.init) ?? ""
  }

  private static let bound: Set<String> = [
    "systemctl", "service", "journalctl", "nginx", "supervisorctl", "pm2", "top", "htop", "df", "du", "free", "iotop",
    "iftop", "certbot", "lsof", "dmesg", "netstat", "ss", "reboot", "docker", "docker-compose", "crontab",
  ]

  private static func isBoundToHost(_ text: String) -> Bool { bound.contains(program(text)) }

  private static let clustered: Set<String> = ["kubectl", "helm", "oc"]

  /// Commands that go to whichever cluster is chosen at the moment.
  private static func nameless(_ document: CheckedDocument) -> [Action] {
    let chosen = ["--context", "use-context", "update-kubeconfig", "get-credentials", "kubeconfig", "kubectx"]
    guard !chosen.contains(where: { ShellText.contains(document.whole, $0) }) else { return [] }
    return document.commands.filter { clustered.contains(program($0.text)) && $0.target == nil }
  }

  /// A document that opens sessions, or that says where to log in, has said where.
  private static func namesHosts(_ document: CheckedDocument) -> Bool {
    document.commands.contains { $0.target != nil || $0.text.hasPrefix("ssh ") }
      || ["ssh ", "log in to", "log on to", "bastion", "jump host"].contains { ShellText.contains(document.whole, $0) }
  }

  private static let interpreters: Set<String> = [
    "bash", "sh", "zsh", "python", "python3", "node", "ruby", "perl", "source",
  ]

  /// A relative script that the command runs: `./scripts/x.sh`, `bash tools/y.sh`.
  private static func script(_ text: String) -> String? {
    let words = ShellText.words(text).map(String.init).drop { $0 == "sudo" }
    guard let first = words.first else { return nil }
    let candidate = interpreters.contains(first) ? words.dropFirst().first { !$0.hasPrefix("-") } : first
    guard let path = candidate, !path.hasPrefix("/"), !path.hasPrefix("~"), !path.hasPrefix("../..") else { return nil }
    let plain = path.utf8.allSatisfy { Byte.isName($0) || "-./".utf8.contains($0) }
    guard plain, path.utf8.contains(UInt8(ascii: "/")) || interpreters.contains(first) else { return nil }
    let isFile = [".sh", ".py", ".js", ".rb", ".pl", ".ts"].contains(where: path.hasSuffix) || path.hasPrefix("./")
    return isFile && path != "./" ? (path.hasPrefix("./") ? String(path.dropFirst(2)) : path) : nil
  }

  private static func isBlind(_ text: String) -> Bool {
    ShellParser.commands(in: text).contains { command in
      let words = command.words.map(\.text)
      guard words.first(where: { $0 != "sudo" }) == "curl" else { return false }
      return !words.contains { word in
        let long = ["--fail", "--max-time", "--connect-timeout", "--head", "--include", "--write-out"]
        if long.contains(where: word.hasPrefix) { return true }
        guard word.hasPrefix("-"), !word.hasPrefix("--") else { return false }
        return word.utf8.contains { "fmIiwv".utf8.contains($0) }
      }
    }
  }

  private static let filters: Set<String> = ["tail", "head", "tee", "grep", "less", "cat", "wc", "sort", "awk", "jq"]

  /// A change whose end code a filter behind it takes away.
  private static func hidesExit(_ action: Action) -> Bool {
    guard action.effect == .write || action.effect == .destructive, !ShellText.contains(action.text, "pipefail") else {
      return false
    }
    let commands = ShellParser.commands(in: action.text)
    guard commands.count >= 2, let last = commands.last, last.isPiped else { return false }
    guard let program = last.words.first?.text, filters.contains(program) else { return false }
    let before = commands[commands.count - 2].words.map(\.text).joined(separator: " ")
    let effect = EffectReader.judge(before).effect
    return effect == .write || effect == .destructive
  }
}
