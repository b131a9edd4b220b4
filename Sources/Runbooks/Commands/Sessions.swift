/// Programs that run a command somewhere else: another host, a container, a shell of its own.
enum Sessions {
  private static let sshValues: Set<String> = [
    "-i", "-p", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-E", "-b", "-c", "-e", "-m", "-S", "-W", "-w", "-B", "-I",
    "-Q", "-O",
  ]
  private static let execValues: Set<String> = [
    "-u", "--user", "-w", "--workdir", "-e", "--env", "--env-file", "-c", "--container", "-n", "--namespace", "--index",
    "--context", "--kubeconfig", "-f", "--file", "-p", "--project-name", "--name", "-v", "--volume", "--network", "-l",
    "--entrypoint", "--platform", "-m", "--memory", "--cpus", "-h", "--hostname", "--mount", "--label", "--image",
    "--restart", "--overrides", "-H", "--host", "--profile", "-a", "--app", "-s", "--service",
  ]
  private static let shells: Set<String> = ["bash", "sh", "zsh", "ksh", "dash", "ash", "fish", "su"]

  static func judge(
    _ program: String, _ words: ArraySlice<ShellWord>, of command: ShellCommand, depth: Int
  ) -> Judgement? {
    if program == "ssh" || program == "mosh" { return judgeSSH(words, of: command, depth: depth) }
    if shells.contains(program) { return judgeShell(program, words, of: command, depth: depth) }
    guard let inner = remote(program, words) else { return nil }
    var result: Judgement
    if inner.isEmpty {
      result = Wrappers.waiting("opens a session inside")
    } else {
      result = EffectReader.judge(words: inner, of: command, depth: depth + 1)
    }
    if startsContainer(words) { result = result.joined(with: .write("starts a container")) }
    return result
  }

  /// The command that docker exec, kubectl exec and their like run inside; nil when it is none of them.
  static func remote(_ program: String, _ words: ArraySlice<ShellWord>) -> ArraySlice<ShellWord>? {
    guard
      ["docker", "podman", "nerdctl", "docker-compose", "kubectl", "oc", "crictl", "lxc", "heroku", "nomad"]
        .contains(program)
    else { return nil }
    guard let verb = words.dropFirst().firstIndex(where: { isRunVerb($0.text, program) }), isVerbPlace(verb, words)
    else { return nil }
    var rest = words[(verb + 1)...]
    let dashed = rest.firstIndex { $0.text == "--" }
    if let dashed { return rest[(dashed + 1)...] }
    rest = dropFlags(rest)
    if program == "heroku" { return rest }
    rest = dropFlags(rest.dropFirst())
    return words[verb].text == "run" && rest.isEmpty ? nil : rest
  }

  private static func isRunVerb(_ word: String, _ program: String) -> Bool {
    if word == "run" { return program != "nomad" && program != "lxc" && program != "crictl" }
    return word == "exec" && program != "heroku"
  }

  /// Only flags and `compose`, `container`, `alloc` may stand before the verb.
  private static func isVerbPlace(_ verb: Int, _ words: ArraySlice<ShellWord>) -> Bool {
    var i = words.startIndex + 1
    while i < verb {
      let text = words[i].text
      if execValues.contains(text) {
        i += 2
      } else if text.hasPrefix("-") || ["compose", "container", "alloc"].contains(text) {
        i += 1
      } else {
        return false
      }
    }
    return i == verb
  }

  private static func startsContainer(_ words: ArraySlice<ShellWord>) -> Bool {
    !words.contains { $0.text == "exec" } && words.contains { $0.text == "run" }
  }

  static func dropFlags(_ words: ArraySlice<ShellWord>, values: Set<String> = execValues) -> ArraySlice<ShellWord> {
    var rest = words
    while let next = rest.first, next.text.hasPrefix("-"), next.text != "-" {
      rest = rest.dropFirst(values.contains(next.text) ? 2 : 1)
    }
    return rest
  }

  private static func judgeSSH(_ words: ArraySlice<ShellWord>, of command: ShellCommand, depth: Int) -> Judgement {
    let rest = dropFlags(words.dropFirst(), values: sshValues)
    let inner = dropFlags(rest.dropFirst(), values: sshValues)
    if let text = command.hereText, inner.isEmpty { return nested(text, depth) }
    if inner.isEmpty, command.hasInput { return .unknown("what arrives on its input is not known") }
    guard !inner.isEmpty else {
      let tunnel = words.contains { $0.text == "-N" || $0.text.hasPrefix("-L") || $0.text.hasPrefix("-fN") }
      var result = Judgement.read(tunnel ? "opens a tunnel" : "opens a session; what follows is typed there")
      result.interactive = true
      return result
    }
    if inner.count == 1, inner.contains(where: \.quoted), let only = inner.first { return nested(only.text, depth) }
    return nested(inner.map { quote($0) }.joined(separator: " "), depth)
  }

  private static func quote(_ word: ShellWord) -> String { word.quoted ? "\"\(word.text)\"" : word.text }

  private static func nested(_ text: String, _ depth: Int) -> Judgement {
    var result = EffectReader.judge(text, depth: depth + 1)
    result.edits = []
    return result
  }

  private static func judgeShell(
    _ program: String, _ words: ArraySlice<ShellWord>, of command: ShellCommand, depth: Int
  ) -> Judgement? {
    if let flag = words.firstIndex(where: {
      $0.text.hasPrefix("-") && $0.text.hasSuffix("c") && !$0.text.hasPrefix("--")
    }),
      flag + 1 < words.endIndex
    {
      return nested(words[flag + 1].text, depth)
    }
    if let text = command.hereText { return nested(text, depth) }
    if command.hasInput { return .unknown("runs whatever arrives on its input") }
    let files = words.dropFirst().filter { !$0.text.hasPrefix("-") }
    if program == "su" || files.isEmpty, !words.contains(where: { $0.text == "--version" }) {
      return Wrappers.waiting("opens a shell")
    }
    return nil
  }
}
