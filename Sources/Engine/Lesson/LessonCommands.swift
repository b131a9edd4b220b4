import Incidents
import Runbooks

/// What the commands of the runbook gave when people ran them.
extension Lesson {
  var commands: [LessonHunk] {
    let byLine = Dictionary(grouping: runs, by: \.line)
    return byLine.sorted { $0.key < $1.key }.compactMap { line, runs in
      guard let current = current(line), let text = document.text(current) else { return nil }
      return command(runs.sorted { ($0.started, $0.id) < ($1.started, $1.id) }, current, text)
    }
  }

  private func command(_ runs: [CommandRun], _ line: Int, _ text: String) -> LessonHunk? {
    guard let last = runs.last else { return nil }
    let action = action(on: line)
    if let failed = runs.first(where: { $0.exit != 0 }) {
      return rewritten(runs, failed, action, line, text) ?? remarked(failed, action, line, text)
    }
    // That a question was answered says little; that a remedy worked is worth a word.
    guard let action, action.effect == .write || action.effect == .destructive else { return nil }
    return remarked(last, action, line, text)
  }

  /// Another form of the command that ended well, or the form that ends by itself.
  private func rewritten(
    _ runs: [CommandRun], _ failed: CommandRun, _ action: Action?, _ line: Int, _ text: String
  ) -> LessonHunk? {
    let worked = runs.last { $0.exit == 0 && $0.command != $0.text && $0.command != failed.command }?.command
    let isOpen = action.map { !$0.placeholders.isEmpty } ?? false
    guard let better = isOpen ? action?.suggestion : worked ?? action?.suggestion, !better.contains("\n"),
      !failed.text.contains("\n"), text.contains(failed.text), better != failed.text, !better.contains("```")
    else { return nil }
    let told = worked == better ? "This form ended with 0." : "This form ends by itself."
    return LessonHunk(
      .command, line: line, old: [text], new: [text.replacing(failed.text, with: better)],
      why: "\(said(failed)) \(told)", entry: entry(of: failed), at: failed.started)
  }

  /// A remark behind a command of one line, in the comments of its language.
  private func remarked(_ run: CommandRun, _ action: Action?, _ line: Int, _ text: String) -> LessonHunk? {
    guard !run.text.contains("\n"), text.hasSuffix(run.text) || text.hasSuffix(run.text + "\r") else { return nil }
    let shells: Set<String> = ["", "bash", "sh", "shell", "zsh", "console", "fish"]
    let language = action?.language.lowercased() ?? ""
    guard shells.contains(language) || language == "sql", !text.contains(" # ") else { return nil }
    let first = Wording.line(run.firstLine, limit: 60).filter { $0 != "`" }
    let result = run.exit == 0 ? "worked" : "exit \(run.exit)" + (first.isEmpty ? "" : " (\(first))")
    let sign = language == "sql" ? "--" : "#"
    let bare = text.unicodeScalars.last == "\r" ? String(text.unicodeScalars.dropLast()) : text
    return LessonHunk(
      .command, line: line, old: [text],
      new: ["\(bare)  \(sign) \(CivilTime(run.started).date), \(incident.name): \(result)"],
      why: said(run), entry: entry(of: run), at: run.started)
  }

  /// "Bo Lindqvist ran it at 03:34: exit 1."
  private func said(_ run: CommandRun) -> String {
    let host = run.host.isEmpty ? "" : " on \(Wording.line(run.host, limit: 60))"
    return "\(name(run.actor)) ran it\(host) at \(Wording.clock(run.started)): exit \(run.exit)."
  }

  private func entry(of run: CommandRun) -> Int64? {
    timeline.first { $0.kind == .ran && $0.at >= run.started && $0.at - run.started <= run.took + .minutes(1) }?.id
  }

  private func action(on line: Int) -> Action? {
    let options = runbook.rollback?.options.flatMap(\.actions) ?? []
    return (runbook.scenarios.flatMap(\.actions) + options + runbook.phases.flatMap(\.actions)).first {
      $0.line == line
    }
  }
}
