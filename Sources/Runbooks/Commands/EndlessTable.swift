/// Commands that wait for a person or never end, as data, with the change that makes them end.
///
/// `program words flags | why | change`; `!-c,-w` means none of these flags is given. Changes: `+ text` adds after the
/// words, `- text` takes the matched flags away and adds the text, `= text` replaces the command, `.` offers none.
struct EndlessTable: Sendable {
  struct Rule: Sendable {
    var path: [[String]]
    var with: [[String]]
    var without: [[String]]
    var reason: String
    var change: String
  }

  private var rules: [String: [Rule]] = [:]

  static let shared = EndlessTable(EndlessData.text)

  private init(_ text: String) {
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "|", maxSplits: 2).map { ShellText.trim($0) }
      guard cells.count == 3 else { continue }
      let words = cells[0].split(separator: " ").map { $0.split(separator: ",").map(String.init) }
      guard let programs = words.first else { continue }
      var rule = Rule(path: [], with: [], without: [], reason: cells[1], change: cells[2])
      for alternatives in words.dropFirst() {
        guard let first = alternatives.first else { continue }
        if first.hasPrefix("!") {
          rule.without.append([String(first.dropFirst())] + alternatives.dropFirst())
        } else if first.hasPrefix("-") {
          rule.with.append(alternatives)
        } else {
          rule.path.append(alternatives)
        }
      }
      for program in programs { rules[program, default: []].append(rule) }
    }
  }

  /// Why a command does not end by itself and the edits that mend it; nil when it does end.
  func judge(
    _ program: String, words: ArraySlice<ShellWord>, of command: ShellCommand
  ) -> (reason: String, edits: [TextEdit])? {
    guard let candidates = rules[program] else { return nil }
    let arguments = Array(words.dropFirst())
    let split = Arguments(arguments.map(\.text), values: EffectTable.shared.values[program] ?? [])
    for rule in candidates where fits(rule, split, of: command) && isMeant(rule, words) {
      return (rule.reason, edits(rule, words))
    }
    return nil
  }

  private func fits(_ rule: Rule, _ split: Arguments, of command: ShellCommand) -> Bool {
    let wantsInput = rule.without.contains(["-<"])
    if wantsInput, command.hasInput { return false }
    let closest = EffectRule(path: rule.path, flags: rule.with, effect: .read, reason: "")
    guard closest.matches(split.positional, flags: split.flags) else { return false }
    let given = split.flags + split.positional
    return !rule.without.contains { group in
      group.contains { flag in given.contains { EffectRule.isFlag($0, flag) } }
    }
  }

  /// A flag of one letter counts only behind the path's last word: before it the letter means another thing, as in
  /// `docker compose -f FILE logs`.
  private func isMeant(_ rule: Rule, _ words: ArraySlice<ShellWord>) -> Bool {
    guard !rule.path.isEmpty, let from = anchor(rule, words)?.end else { return true }
    return rule.with.allSatisfy { group in
      words.dropFirst().contains { word in
        (word.start >= from || word.text.hasPrefix("--")) && group.contains { EffectRule.isFlag(word.text, $0) }
      }
    }
  }

  private func edits(_ rule: Rule, _ words: ArraySlice<ShellWord>) -> [TextEdit] {
    guard let first = words.first, let last = words.last, let sign = rule.change.first, sign != "." else { return [] }
    let text = ShellText.trim(rule.change.dropFirst())
    if sign == "=" { return [TextEdit(start: first.start, end: last.end, text: text)] }
    var result: [TextEdit] = []
    if sign == "-" {
      let from = rule.path.isEmpty ? first.end : anchor(rule, words)?.end ?? first.end
      for word in words.dropFirst()
      where word.start >= from && rule.with.contains(where: { $0.contains { EffectRule.isFlag(word.text, $0) } }) {
        result.append(TextEdit(start: max(word.start - 1, 0), end: word.end, text: shortened(word.text, rule)))
      }
    }
    let flag = text.split(whereSeparator: { $0 == " " || $0 == "=" }).first.map(String.init) ?? ""
    let has = !flag.isEmpty && words.contains { EffectRule.isFlag($0.text, flag) }
    if !text.isEmpty, !has {
      let place = anchor(rule, words) ?? first
      result.append(TextEdit(start: place.end, end: place.end, text: " " + text))
    }
    return result
  }

  /// `-fn` without `f` is `-n`.
  private func shortened(_ word: String, _ rule: Rule) -> String {
    guard word.utf8.count > 2, !word.hasPrefix("--") else { return "" }
    let letters = rule.with.joined().filter { $0.utf8.count == 2 }.compactMap(\.last)
    let rest = word.dropFirst().filter { !letters.contains($0) }
    return rest.isEmpty ? "" : " -\(rest)"
  }

  /// The last word of the path, after which flags may stand.
  private func anchor(_ rule: Rule, _ words: ArraySlice<ShellWord>) -> ShellWord? {
    guard let wanted = rule.path.last else { return words.first }
    return words.dropFirst().first { word in wanted.contains { EffectRule.fits(word.text, $0) } }
  }
}
