/// Commands that print secrets, and secrets written into the text.
enum Secrets {
  private static let names = [
    "SECRET", "PASSWORD", "PASSWD", "TOKEN", "API_KEY", "APIKEY", "PRIVATE_KEY", "ENCRYPTION_KEY", "CREDENTIAL",
  ]

  static func prints(_ text: String) -> Bool {
    let commands = ShellParser.commands(in: text)
    for (i, command) in commands.enumerated() {
      guard let program = command.words.first(where: { $0.text != "sudo" })?.text else { continue }
      let rest = command.words.dropFirst().map(\.text)
      let later = i + 1 < commands.count && commands[i + 1].isPiped ? commands[i + 1].words.map(\.text) : []
      if printsAll(EffectReader.programName(program), rest, later) { return true }
    }
    return false
  }

  private static func printsAll(_ program: String, _ arguments: [String], _ filter: [String]) -> Bool {
    switch program {
    case "env", "printenv", "set", "export":
      if program == "printenv", let name = arguments.first { return isSecretName(name) }
      guard arguments.isEmpty || arguments == ["-p"] else { return false }
      let quiet =
        filter.contains { $0 == "-c" || $0 == "-q" || $0 == "--count" } || filter.first == "wc" || filter.first == "cut"
      if filter.isEmpty { return program == "env" || program == "printenv" }
      return !quiet && filter.contains(where: isSecretName)
    case "cat", "less", "more", "head", "tail", "grep", "bat":
      return arguments.contains { isSecretFile($0) } && filter.first != "wc"
    case "echo", "printf": return arguments.contains { $0.hasPrefix("$") && isSecretName($0) }
    case "kubectl", "oc":
      let words = arguments.filter { !$0.hasPrefix("-") }
      let shows = arguments.contains { $0.hasPrefix("-o") || $0.hasPrefix("--output") || $0 == "yaml" || $0 == "json" }
      return words.first == "get" && words.contains { $0 == "secret" || $0 == "secrets" || $0.hasPrefix("secret/") }
        && shows
    case "aws": return arguments.contains("get-secret-value") || arguments.contains("--with-decryption")
    case "vault": return arguments.starts(with: ["kv", "get"]) || arguments.first == "read"
    case "heroku": return arguments.first == "config"
    default: return false
    }
  }

  private static func isSecretName(_ word: String) -> Bool {
    let upper = word.uppercased()
    return names.contains { ShellText.contains(upper, $0) }
  }

  private static func isSecretFile(_ word: String) -> Bool {
    let name = ShellText.base(word)
    return name == ".env" || name.hasPrefix(".env.") || name.hasSuffix(".pem") || name.hasSuffix(".key")
      || name == "id_rsa"
      || name == ".pgpass" || name == "credentials"
  }

  private static let prefixes: [(start: String, length: Int, what: String)] = [
    ("AKIA", 20, "an AWS access key"), ("ASIA", 20, "an AWS access key"), ("ghp_", 30, "a GitHub token"),
    ("github_pat_", 40, "a GitHub token"), ("glpat-", 20, "a GitLab token"), ("sk_live_", 20, "a Stripe key"),
    ("rk_live_", 20, "a Stripe key"), ("xoxb-", 24, "a Slack token"), ("xoxp-", 24, "a Slack token"),
    ("SG.", 50, "a SendGrid key"), ("eyJhbGciOi", 60, "a signed token"), ("AIza", 35, "a Google key"),
  ]

  static func literal(in line: String) -> (what: String, mark: String)? {
    if ShellText.contains(line, "-----BEGIN"), ShellText.contains(line, "PRIVATE KEY-----") {
      return ("a private key", "-----BEGIN")
    }
    let known = prefixes.contains { ShellText.contains(line, $0.start) }
    guard known || ShellText.contains(line, "://") || ShellText.contains(line, "PASSWORD=") else { return nil }
    for word in line.split(whereSeparator: { " \t\"'`=,()<>|".contains($0) }) {
      for prefix in prefixes where word.hasPrefix(prefix.start) && word.utf8.count >= prefix.length {
        return (prefix.what, prefix.start)
      }
      if hasPassword(String(word)) { return ("a password in an address", String(word.prefix(20))) }
    }
    return passwordSetting(line)
  }

  /// `postgres://user:hunter2@host`, but not `user:$PASSWORD@` or `user:password@`.
  private static func hasPassword(_ word: String) -> Bool {
    guard let scheme = ShellText.find("://", in: word) else { return false }
    let rest = word.utf8.dropFirst(scheme + 3)
    guard let at = rest.firstIndex(of: UInt8(ascii: "@")), let colon = rest[..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    return isRealValue(String(decoding: rest[rest.index(after: colon)..<at], as: UTF8.self))
  }

  private static func passwordSetting(_ line: String) -> (what: String, mark: String)? {
    guard let at = ShellText.find("PASSWORD=", in: line) else { return nil }
    let value = line.utf8.dropFirst(at + 9).prefix { !Byte.isBlank($0) && $0 != Byte.backtick }
    let bare = value.filter { $0 != Byte.double && $0 != Byte.single }
    return isRealValue(String(decoding: bare, as: UTF8.self)) ? ("a password", "PASSWORD=") : nil
  }

  private static func isRealValue(_ value: String) -> Bool {
    guard value.utf8.count >= 6, !value.utf8.contains(where: { "$<[{*%".utf8.contains($0) }) else { return false }
    let lower = value.lowercased()
    return !["password", "secret", "changeme", "xxx", "your", "example", "pass"].contains { lower.hasPrefix($0) }
  }
}
