/// R080 to R082: whether a block of commands can be read and typed.
enum FenceRules {
  static let all: [FindingRule] = [
    FindingRule("R080", .error, why: "What is tagged as shell is offered to be run.", source: .practice) { document in
      document.outline.fences.compactMap { fence in
        guard isShell(fence), let what = foreign(fence, document) else { return nil }
        return Fault(
          "The block is tagged \(fence.language) and holds \(what).", hint: "Tag it as what it is, or as text.",
          line: fence.line, mark: fence.info)
      }
    },
    FindingRule("R081", .warning, why: "A tag says how a block is to be read; without one it is guessed.") { document in
      let bare = document.outline.fences.filter { fence in
        fence.info.isEmpty && FenceLanguage.looksLikeShell(lines(fence, document))
      }
      return bare.map {
        Fault("The block holds commands and has no language.", hint: "Write ```bash.", line: $0.line, mark: "```")
      }
    },
    FindingRule("R082", .error, why: "A command that the shell cannot read does nothing, or waits for more.") {
      document in
      document.commands.filter { isShellAction($0) }.compactMap { command in
        guard let what = ShellSyntax.fault(command.text) else { return nil }
        return Fault(
          "\(Quoted.name(command.text)) cannot be run: \(what).", hint: "Close it and try the command once.",
          line: command.line, mark: ShellText.words(command.text).first.map(String.init) ?? "")
      }
    },
  ]

  private static func isShell(_ fence: LineOutline.Fence) -> Bool {
    !fence.language.isEmpty && FenceLanguage.kind(fence.language) == .shell
  }

  private static func isShellAction(_ action: Action) -> Bool {
    guard let kind = FenceLanguage.kind(action.language) else { return action.language.isEmpty }
    let first = ShellText.words(action.text).first.map(String.init) ?? ""
    return (kind == .shell || kind == .guess) && LineReader.kind(action.text) == .command && !first.hasPrefix("/")
      && !["powershell", "pwsh", "ps1", "bat", "cmd", "batch", "dos", "fish"].contains(action.language)
  }

  private static func lines(_ fence: LineOutline.Fence, _ document: CheckedDocument) -> [String] {
    document.runbook.lines[fence.body.clamped(to: document.runbook.lines.indices)].map { ShellText.trim($0) }
  }

  /// What a block holds that has nothing of a shell, or nil. Comments and single words are a person's notes.
  private static func foreign(_ fence: LineOutline.Fence, _ document: CheckedDocument) -> String? {
    let content = lines(fence, document).filter { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("//") }
    guard let first = content.first else { return nil }
    let kinds = content.map(LineReader.kind)
    guard !kinds.contains(.command) || isData(content) else { return nil }
    if isData(content) { return "JSON" }
    if kinds.allSatisfy({ $0 == .sql }) || (kinds.first == .sql && first.hasSuffix(";")) { return "SQL" }
    if LineReader.methods.contains(String(ShellText.words(first).first ?? "")) { return "an HTTP request" }
    if content.count >= 2, content.allSatisfy(isSetting) { return "settings" }
    return content.count >= 2 && kinds.allSatisfy { $0 == .words } ? "sentences" : nil
  }

  private static func isData(_ content: [String]) -> Bool {
    guard let first = content.first, let last = content.last else { return false }
    return (first == "{" || first.hasPrefix("{ \"") || first == "[") && (last.hasSuffix("}") || last.hasSuffix("]"))
  }

  /// `key: value`
  private static func isSetting(_ line: String) -> Bool {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let key = line.utf8[..<colon]
    return !key.isEmpty && key.allSatisfy { Byte.isName($0) || $0 == Byte.dash || $0 == UInt8(ascii: ".") }
      && !line.contains("://")
  }
}

/// What the shell would refuse in a command.
enum ShellSyntax {
  static func fault(_ text: String) -> String? {
    var scan = CompletenessScan(bytes: Array((text + "\n").utf8))
    if !scan.run() { return unfinished(text) }
    for operators in ["| |", "&& &&", "|| ||", "; ;", "| &&", "&& |"]
    where ShellText.contains(unquoted(text), operators) {
      return "\(operators) has nothing between its two marks"
    }
    return nil
  }

  private static func unfinished(_ text: String) -> String {
    let trimmed = ShellText.trim(text)
    if trimmed.hasSuffix("|") || trimmed.hasSuffix("&&") { return "nothing follows its last operator" }
    if trimmed.hasSuffix("\\") { return "nothing follows its last backslash" }
    let quotes = [("'", Byte.single), ("\"", Byte.double), ("`", Byte.backtick)]
    for (name, quote) in quotes where !text.utf8.filter({ $0 == quote }).count.isMultiple(of: 2) {
      return "a \(name) is never closed"
    }
    return "a bracket, loop or here-document is never closed"
  }

  /// The text with everything between quotes left out.
  private static func unquoted(_ text: String) -> String {
    var open: UInt8?
    var kept: [UInt8] = []
    for byte in text.utf8 {
      if let quote = open {
        if byte == quote { open = nil }
      } else if byte == Byte.single || byte == Byte.double {
        open = byte
      } else {
        kept.append(byte)
      }
    }
    return ShellText.string(kept)
  }
}
