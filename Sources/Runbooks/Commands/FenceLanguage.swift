/// What a fence's info string says about its content.
enum FenceLanguage {
  enum Kind { case shell, console, sql, redis, program, guess }

  private static let kinds: [String: Kind] = [
    "bash": .shell, "sh": .shell, "shell": .shell, "zsh": .shell, "ksh": .shell, "fish": .shell, "powershell": .shell,
    "pwsh": .shell, "ps1": .shell, "bat": .shell, "cmd": .shell, "batch": .shell, "dos": .shell, "terminal": .shell,
    "shell-session": .console, "shellsession": .console, "console": .console, "sh-session": .console,
    "sql": .sql, "postgresql": .sql, "postgres": .sql, "pgsql": .sql, "psql": .sql, "mysql": .sql, "plsql": .sql,
    "sqlite": .sql, "tsql": .sql, "redis": .redis, "redis-cli": .redis,
    "python": .program, "py": .program, "python3": .program, "ruby": .program, "rb": .program, "perl": .program,
    "": .guess, "text": .guess, "txt": .guess, "plaintext": .guess, "plain": .guess, "none": .guess,
  ]

  /// First word of the info string, lower case, without braces: "bash {name=x}" is "bash".
  static func name(_ info: String) -> String {
    let word = info.split(whereSeparator: { " \t,{:".contains($0) }).first.map(String.init) ?? ""
    return word.lowercased()
  }

  /// nil for what nobody types at a prompt: data, diagrams, settings, prose.
  static func kind(_ name: String) -> Kind? { kinds[name] }

  /// An untagged fence counts as shell when at least half of its lines start a known program.
  static func looksLikeShell(_ lines: [String]) -> Bool {
    var known = 0
    var other = 0
    for line in lines.prefix(200) {
      let text = ShellText.trim(line)
      if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("-") { continue }
      if text.hasPrefix("$ ") || LineReader.startsKnownProgram(text) { known += 1 } else { other += 1 }
    }
    return known > 0 && known >= other
  }
}
