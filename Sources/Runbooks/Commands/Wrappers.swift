/// Programs that run another command: it is the inner command that counts.
enum Wrappers {
  private struct Wrapper {
    /// Flags that take a value.
    var values: Set<String> = []
    /// Words of its own before the command.
    var own = 0
  }

  /// sudo, timeout and their like: flags, then words of their own, then the command.
  private static let prefixes: [String: Wrapper] = [
    "sudo": Wrapper(values: ["-u", "-g", "-h", "-p", "-C", "-D", "-R", "-T", "-U", "-r", "-t"]),
    "doas": Wrapper(values: ["-u", "-C"]), "nohup": Wrapper(), "env": Wrapper(values: ["-u", "-C"]),
    "nice": Wrapper(values: ["-n"]), "ionice": Wrapper(values: ["-c", "-n", "-p"]), "stdbuf": Wrapper(),
    "timeout": Wrapper(values: ["-k", "-s"], own: 1), "setsid": Wrapper(), "unbuffer": Wrapper(),
    "command": Wrapper(), "builtin": Wrapper(), "exec": Wrapper(), "chronic": Wrapper(), "flock": Wrapper(own: 1),
    "chroot": Wrapper(own: 1), "gosu": Wrapper(own: 1), "su-exec": Wrapper(own: 1), "runuser": Wrapper(values: ["-u"]),
    "xargs": Wrapper(values: ["-n", "-I", "-P", "-d", "-L", "-s", "-E", "-a"]), "parallel": Wrapper(values: ["-j"]),
    "watch": Wrapper(values: ["-n", "--interval"]), "npx": Wrapper(values: ["-p", "--package"]),
    "bunx": Wrapper(), "pnpx": Wrapper(), "strace": Wrapper(values: ["-e", "-o", "-p", "-f"]),
    "nsenter": Wrapper(values: ["-t", "--target"]), "sshpass": Wrapper(values: ["-p", "-f"]), "dumb-init": Wrapper(),
  ]

  /// Two-word wrappers: `bundle exec`, `poetry run`.
  private static let pairs: Set<String> = [
    "bundle exec", "poetry run", "pipenv run", "uv run", "pnpm exec", "npm exec", "yarn exec", "yarn dlx", "pnpm dlx",
    "conda run", "op run", "doppler run", "php artisan", "python manage.py", "python3 manage.py", "mise exec",
  ]

  /// Whether the reader knows the program although the effect table does not hold it.
  static func isKnown(_ program: String) -> Bool { prefixes[program] != nil || others.contains(program) }

  private static let others: Set<String> = [
    "ssh", "psql", "mysql", "mariadb", "sqlite3", "redis-cli", "valkey-cli", "curl", "wget", "http", "su", "mosh",
    "docker-compose", "pgcli", "duckdb",
  ]

  static func judge(_ words: ArraySlice<ShellWord>, of command: ShellCommand, depth: Int) -> Judgement? {
    guard let first = words.first, !first.quoted || words.count > 1 else { return nil }
    let program = EffectReader.programName(first.text)
    if program == "env", words.count == 1 { return nil }
    if program == "command", let flag = words.dropFirst().first?.text, flag == "-v" || flag == "-V" {
      return .read("looks a program up")
    }
    if let second = words.dropFirst().first, pairs.contains("\(program) \(second.text)") {
      return judgePair(words, of: command, depth: depth)
    }
    if program == "ionice" || program == "strace", words.contains(where: { $0.text == "-p" }) { return nil }
    if let wrapper = prefixes[program] { return judgePrefix(program, wrapper, words, of: command, depth: depth) }
    return Sessions.judge(program, words, of: command, depth: depth)
  }

  private static func judgePair(_ words: ArraySlice<ShellWord>, of command: ShellCommand, depth: Int) -> Judgement {
    var rest = words.dropFirst(2)
    if words.dropFirst().first?.text == "artisan" || words.dropFirst().first?.text == "manage.py" {
      rest = words.dropFirst()
      var renamed = rest
      if let at = renamed.indices.first { renamed[at].quoted = false }
      return EffectReader.judge(words: renamed, of: command, depth: depth + 1)
    }
    while let next = rest.first, next.text.hasPrefix("-") { rest = rest.dropFirst() }
    return EffectReader.judge(words: rest, of: command, depth: depth + 1)
  }

  private static func judgePrefix(
    _ program: String, _ wrapper: Wrapper, _ words: ArraySlice<ShellWord>, of command: ShellCommand, depth: Int
  ) -> Judgement? {
    var rest = words.dropFirst()
    while let next = rest.first {
      if next.text == "--" {
        rest = rest.dropFirst()
        break
      }
      let isSetting = program == "env" || program == "sudo" ? EffectReader.isAssignment(next.text) : false
      guard next.text.hasPrefix("-") || isSetting else { break }
      rest = rest.dropFirst(wrapper.values.contains(next.text) ? 2 : 1)
    }
    rest = rest.dropFirst(wrapper.own)
    guard let inner = rest.first else { return alone(program) }
    if program == "flock", inner.text == "-c" { return inText(rest.dropFirst().first, depth) }
    if program == "watch" { return judgeWatch(words, rest, of: command, depth: depth) }
    if program == "xargs" || program == "parallel" {
      var piped = command
      piped.hasInput = true
      return EffectReader.judge(words: rest, of: piped, depth: depth + 1)
    }
    return EffectReader.judge(words: rest, of: command, depth: depth + 1)
  }

  private static func alone(_ program: String) -> Judgement? {
    switch program {
    case "xargs": .read("xargs prints what it is given")
    case "sudo", "doas", "chroot", "nsenter", "runuser":
      waiting("\(program) alone opens a shell")
    default: nil
    }
  }

  static func waiting(_ why: String) -> Judgement {
    var result = Judgement.unknown(why)
    result.interactive = true
    return result
  }

  private static func inText(_ word: ShellWord?, _ depth: Int) -> Judgement {
    guard let word else { return .unknown("no command is given") }
    var result = EffectReader.judge(word.text, depth: depth + 1)
    result.edits = []
    return result
  }

  /// `watch` repeats for ever; the command inside is what it would do once.
  private static func judgeWatch(
    _ words: ArraySlice<ShellWord>, _ rest: ArraySlice<ShellWord>, of command: ShellCommand, depth: Int
  ) -> Judgement {
    let text = rest.map(\.text).joined(separator: " ")
    var result = EffectReader.judge(text, depth: depth + 1)
    result.interactive = true
    result.reason += ", watch repeats it without end"
    if let from = words.first, let last = words.last {
      result.edits = [TextEdit(start: from.start, end: last.end, text: text)]
    }
    return result
  }
}
