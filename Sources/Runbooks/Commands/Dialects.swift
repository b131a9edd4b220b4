/// Programs whose arguments are a language of their own: SQL, Redis, HTTP methods, find's actions.
enum Dialects {
  static func judge(_ program: String, _ arguments: [String], of command: ShellCommand, depth: Int) -> Judgement? {
    switch program {
    case "psql", "mysql", "mariadb", "sqlite3", "cockroach", "pgcli", "mycli", "clickhouse-client", "duckdb", "sqlcmd",
      "cqlsh", "prestosql", "trino":
      judgeDatabase(program, arguments, of: command)
    case "redis-cli", "valkey-cli", "keydb-cli": judgeRedis(arguments, of: command)
    case "mongo", "mongosh": judgeMongo(arguments, of: command)
    case "curl": judgeCurl(arguments)
    case "wget": judgeWget(arguments)
    case "aws": SentCommands.judge(arguments, depth: depth)
    case "bq" where arguments.contains("query"): arguments.last.map(judgeSQL)
    case "sysctl" where arguments.contains(where: { $0.utf8.contains(UInt8(ascii: "=")) }):
      .write("sets a kernel setting")
    case "http", "https", "xh", "httpie": judgeHTTPie(arguments)
    case "find": judgeFind(arguments, of: command, depth: depth)
    case "awk", "gawk", "mawk": judgeAwk(arguments)
    case "gcloud", "az", "oci", "doctl", "ibmcloud", "aliyun", "hcloud", "linode-cli", "scw", "openstack", "yc":
      judgeCloud(program, arguments)
    case "tee": arguments.allSatisfy({ $0.hasPrefix("-") || $0 == "/dev/null" }) ? .read("prints text") : nil
    default: program.utf8.contains(Byte.dash) ? judgePowerShell(program) : nil
    }
  }

  private static func value(of flags: [String], in arguments: [String]) -> String? {
    for (i, argument) in arguments.enumerated() {
      if flags.contains(argument), i + 1 < arguments.count { return arguments[i + 1] }
      for flag in flags {
        if flag.hasPrefix("--"), argument.hasPrefix(flag + "=") { return String(argument.dropFirst(flag.count + 1)) }
        if flag.utf8.count == 2, argument.hasPrefix(flag), argument.utf8.count > 2, flag != "-f" {
          return String(argument.dropFirst(2))
        }
      }
    }
    return nil
  }

  private static func judgeDatabase(_ program: String, _ arguments: [String], of command: ShellCommand) -> Judgement {
    if ["-l", "--list", "--version", "-V", "--help"].contains(where: arguments.contains) {
      return .read("lists databases")
    }
    let scripts = sqlArguments(program, arguments)
    let file = value(of: ["-f", "--file", "-i"], in: arguments) != nil
    if !scripts.isEmpty {
      let judged = scripts.dropFirst().reduce(judgeSQL(scripts[0])) { $0.joined(with: judgeSQL($1)) }
      return file ? judged.joined(with: .unknown("what the file holds is not known")) : judged
    }
    if program == "sqlite3" || program == "duckdb", let sql = arguments.filter({ !$0.hasPrefix("-") }).dropFirst().first
    {
      return judgeSQL(sql)
    }
    if file { return .unknown("what the file holds is not known") }
    if let text = command.hereText { return judgeSQL(text) }
    if command.hasInput { return .unknown("what arrives on its input is not known") }
    return .unknown("opens a console")
  }

  /// Every script given on the command line: `-c`, `-tAc`, `--command=`.
  private static func sqlArguments(_ program: String, _ arguments: [String]) -> [String] {
    let (letter, long): (UInt8, [String]) =
      switch program {
      case "mysql", "mariadb", "cockroach", "cqlsh", "mycli": (UInt8(ascii: "e"), ["--execute"])
      case "clickhouse-client": (UInt8(ascii: "q"), ["--query"])
      case "sqlcmd": (UInt8(ascii: "Q"), [])
      case "trino", "prestosql": (0, ["--execute"])
      default: (UInt8(ascii: "c"), ["--command"])
      }
    var found: [String] = []
    for (i, argument) in arguments.enumerated() {
      if let name = long.first(where: { argument.hasPrefix($0 + "=") }) {
        found.append(String(argument.dropFirst(name.utf8.count + 1)))
      } else if long.contains(argument) || isCluster(argument, letter) {
        if i + 1 < arguments.count { found.append(arguments[i + 1]) }
      } else if argument.utf8.count > 2, argument.utf8.first == Byte.dash, argument.utf8.dropFirst().first == letter {
        found.append(String(argument.dropFirst(2)))
      }
    }
    return found
  }

  /// `-c`, `-tAc`: letters only, the last one is the flag.
  private static func isCluster(_ argument: String, _ letter: UInt8) -> Bool {
    argument.utf8.first == Byte.dash && argument.utf8.count < 7 && argument.utf8.last == letter
      && argument.utf8.dropFirst().allSatisfy(Byte.isLetter)
  }

  private static func judgeSQL(_ sql: String) -> Judgement {
    let text = ShellText.trim(sql)
    if text.hasPrefix("\\") || text.hasPrefix(".") { return judgeMeta(text) }
    if text.hasPrefix("$") { return .unknown("what the variable holds is not known") }
    return SQLEffect.judge(text)
  }

  /// `\dt` of psql and `.tables` of sqlite3.
  static func judgeMeta(_ text: String) -> Judgement {
    let verb = ShellText.words(text).first.map(String.init) ?? text
    let reads = [
      "\\d", "\\l", "\\z", "\\s", "\\x", "\\timing", "\\conninfo", "\\c", "\\q", "\\h", "\\?", ".tables", ".schema",
    ]
    if verb == "\\copy" { return .write("\\copy moves rows") }
    if verb.hasPrefix("\\lo_") { return .destructive("\(verb) changes large objects") }
    return reads.contains { verb.hasPrefix($0) }
      ? .read("\(verb) shows definitions") : .unknown("\(verb) is not in the table")
  }

  private static func judgeRedis(_ arguments: [String], of command: ShellCommand) -> Judgement {
    let values: Set<String> = [
      "-h", "-p", "-a", "-n", "-u", "-s", "-r", "-i", "-d", "--user", "--pass", "--pattern", "--eval",
    ]
    let split = Arguments(arguments, values: values)
    if !split.positional.isEmpty { return RedisEffect.judge(split.positional) }
    if split.flags.contains("--eval") || split.flags.contains("--pipe") {
      return .unknown("what the script does is not known")
    }
    let looks = [
      "--scan", "--bigkeys", "--memkeys", "--hotkeys", "--latency", "--stat", "--rdb", "--version", "--latency-history",
    ]
    if split.flags.contains(where: looks.contains) { return .read("looks at keys or latency") }
    if command.hasInput { return .unknown("what arrives on its input is not known") }
    return Wrappers.waiting("opens a console; what is typed there decides")
  }

  private static func judgeMongo(_ arguments: [String], of command: ShellCommand) -> Judgement {
    guard let script = value(of: ["--eval"], in: arguments) else {
      return .unknown(command.hasInput ? "what arrives on its input is not known" : "opens a console")
    }
    let gone = ["drop", "delete", "remove", "shutdown", "killOp", "killSessions", "fsync"]
    if let word = gone.first(where: { ShellText.contains(script, $0) }) {
      return .destructive("\(word) removes or ends something")
    }
    let writes = ["insert", "update", "replace", "create", "rename", "bulkWrite", "findAndModify", "setProfilingLevel"]
    if let word = writes.first(where: { ShellText.contains(script, $0) }) { return .write("\(word) changes data") }
    let looks = [
      "find(", "count", "stats(", "status(", "currentOp", "serverStatus", "getCollection", "show ", "hello", "ping",
    ]
    return looks.contains { ShellText.contains(script, $0) }
      ? .read("reads") : .unknown("what the script does is not known")
  }

  private static func judgeFind(_ arguments: [String], of command: ShellCommand, depth: Int) -> Judgement? {
    let actions: Set<String> = ["-exec", "-execdir", "-ok", "-okdir"]
    let starts = arguments.indices.filter { actions.contains(arguments[$0]) }
    guard !starts.isEmpty, !arguments.contains("-delete") else { return nil }
    var result: Judgement?
    for at in starts {
      let words = arguments[(at + 1)...].prefix { $0 != ";" && $0 != "+" && $0 != "\\;" }
        .map { ShellWord(text: $0, start: 0, end: 0, quoted: false) }
      let one = EffectReader.judge(words: words[...], of: command, depth: depth + 1)
      result = result?.joined(with: one) ?? one
    }
    result?.edits = []
    if let reason = result?.reason { result?.reason = "for each file: " + reason }
    return result
  }

  private static func judgeAwk(_ arguments: [String]) -> Judgement? {
    if arguments.contains("-f") { return .unknown("what the script does is not known") }
    let script = arguments.first { !$0.hasPrefix("-") } ?? ""
    let acts = ["system(", "| \"", "|\"", "getline"].contains { ShellText.contains(script, $0) }
    if acts { return .unknown("the awk program runs commands") }
    let prints = ShellText.contains(script, "print >") || ShellText.contains(script, "> \"")
    return prints ? .write("the awk program writes a file") : nil
  }

  /// `gcloud sql instances list`, `az vm delete`: the verb is the last plain word before the names.
  private static func judgeCloud(_ program: String, _ arguments: [String]) -> Judgement? {
    let values = EffectTable.shared.values[program] ?? []
    for word in Arguments(arguments, values: values).positional.prefix(6) {
      let verb = String(word.split(separator: "-").first ?? "")
      switch verb {
      case "list", "describe", "read", "show", "get", "tail", "info", "version", "whoami": return .read("\(word) looks")
      case "delete", "remove", "destroy", "purge", "terminate", "deallocate", "kill":
        return .destructive("\(word) removes or ends something")
      case "create", "update", "set", "start", "stop", "restart", "reset", "patch", "deploy", "add", "enable",
        "disable",
        "resize", "failover", "promote", "rollback", "apply", "import", "export", "scale", "attach", "detach", "invoke":
        return .write("\(word) changes resources")
      case "ssh", "connect", "exec": return .unknown("opens a session")
      default: continue
      }
    }
    return nil
  }
}
