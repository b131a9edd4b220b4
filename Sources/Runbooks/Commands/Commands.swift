/// Splits a fence into single commands and manual steps and says of each what it would do.
package enum Commands {
  /// Fences longer than this are cut; a fence is what a person types, not a data file.
  private static let longest = 65_536

  /// - Parameters:
  ///   - text: what stands between the fence's marks, indentation of the fence taken off.
  ///   - language: the fence's info string; its first word counts.
  ///   - firstLine: line of the file on which `text` begins.
  ///   - phase: what the section is for; a single action may be raised to `.verification` by its caption.
  package static func actions(
    in text: String, language: String, firstLine: Int, phase: Action.Phase
  ) -> [Action] {
    let name = FenceLanguage.name(language)
    guard let kind = FenceLanguage.kind(name) else { return [] }
    var lines = text.utf8.prefix(longest).split(separator: Byte.newline, omittingEmptySubsequences: false)
      .map { ShellText.string($0) }
    while let last = lines.last, ShellText.trim(last).isEmpty { lines.removeLast() }
    if kind == .guess, !FenceLanguage.looksLikeShell(lines) { return [] }
    if kind == .program { return program(lines, name: name, firstLine: firstLine, phase: phase) }
    var reader = FenceReader(lines: lines, language: name, kind: kind, firstLine: firstLine, phase: phase)
    return reader.read()
  }

  /// Judges one command alone: effect, reason, whether it ends, placeholders.
  package static func action(
    _ text: String, line: Int, phase: Action.Phase = .other, language: String = "bash"
  ) -> Action {
    let judged = EffectReader.judge(text)
    return Action(
      kind: .command, phase: phase, text: text, language: language, effect: judged.effect,
      effectReason: judged.reason, interactive: judged.interactive,
      suggestion: TextEdit.apply(judged.edits, to: text), placeholders: Placeholders.find(in: text), line: line)
  }

  /// A whole script in a programming language is one command that nobody has judged.
  private static func program(_ lines: [String], name: String, firstLine: Int, phase: Action.Phase) -> [Action] {
    guard let first = lines.firstIndex(where: { !ShellText.trim($0).isEmpty }) else { return [] }
    return [
      Action(
        kind: .command, phase: phase, text: lines[first...].joined(separator: "\n"), language: name,
        effect: .unknown, effectReason: "what the \(name) program does is not known", line: firstLine + first)
    ]
  }
}
