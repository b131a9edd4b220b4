/// Turns a block of comment lines into captions, manual steps and expectations.
struct RemarkReader {
  struct Result {
    var actions: [Action] = []
    /// What the action before the block should show.
    var expectations: [String] = []
    /// Words about the action before the block.
    var note: String?
  }

  let phase: Action.Phase
  let target: String?
  let language: String
  /// A command of the fence has changed something, so that there is something to verify.
  let changed: Bool

  /// A block right above a command: its words are the caption, except what only a person can do.
  mutating func caption(_ remarks: [Remark]) -> (caption: String?, before: Result) {
    var above: [Remark] = []
    var words: [String] = []
    let lastBullet = remarks.lastIndex { $0.kind == .bullet }
    for (i, remark) in remarks.enumerated() {
      switch remark.kind {
      case .expectation where i == 0 || !above.isEmpty: above.append(remark)
      case .command, .code: above.append(remark)
      case .bullet where i != lastBullet || remark.hasBound: above.append(remark)
      case .step where isEllipsis(remark) || (i > 0 && remark.asksForHands): above.append(remark)
      case .addition: append(remark.text, to: &words)
      case .heading where i < (lastBullet ?? 0): above.append(remark)
      case .step where i < (lastBullet ?? 0): above.append(remark)
      default: words.append(plain(remark.text))
      }
    }
    let caption = words.isEmpty ? nil : words.joined(separator: "; ")
    return (caption, steps(above))
  }

  /// A block that stands alone: each line is a step for a person unless it says otherwise.
  mutating func steps(_ remarks: [Remark]) -> Result {
    var result = Result()
    var heading: Remark?
    var followsBound = false
    for (i, remark) in remarks.enumerated() {
      switch remark.kind {
      case .expectation: expect(remark.text, &result, &heading)
      case .addition, .code: extend(remark, &result, &heading)
      case .note:
        if result.actions.isEmpty, heading == nil { note(remark, &result) } else { extend(remark, &result, &heading) }
      case .bullet where remark.hasBound || (followsBound && i > 0 && remarks[i - 1].kind == .bullet):
        followsBound = true
        expect(remark.text, &result, &heading)
      case .bullet: result.actions.append(manual(remark, heading))
      case .command: result.actions.append(commented(remark, heading))
      case .heading where isCodeLabel(remark, result): extend(remark, &result, &heading)
      case .heading: replace(&heading, with: remark, &result)
      case .step:
        let leads = remarks.indices.contains(i + 1) && (remarks[i + 1].kind == .bullet || remark.isBareCondition)
        if leads { replace(&heading, with: remark, &result) } else { result.actions.append(manual(remark, heading)) }
      }
    }
    close(heading, &result)
    return result
  }

  private func isEllipsis(_ remark: Remark) -> Bool { remark.text.hasPrefix("...") || remark.text.hasPrefix("…") }

  private func plain(_ text: String) -> String {
    text.utf8.last == UInt8(ascii: ":") ? ShellText.trim(text.dropLast()) : text
  }

  private func append(_ text: String, to words: inout [String]) {
    if let last = words.indices.last { words[last] += " " + text } else { words.append(text) }
  }

  /// "To:" between two pieces of code belongs to the step that the code belongs to.
  private func isCodeLabel(_ remark: Remark, _ result: Result) -> Bool {
    ShellText.words(remark.text).count <= 2 && result.actions.last?.text.utf8.contains(Byte.newline) == true
  }

  private func manual(_ remark: Remark, _ heading: Remark?) -> Action {
    let verifying =
      changed && phase != .diagnosis && heading == nil
      && RemarkWords.verifying.contains { remark.text.lowercased().hasPrefix($0) }
    return Action(
      kind: .manual, phase: verifying ? .verification : phase, text: remark.text, language: language,
      caption: heading.map { plain($0.text) }, target: target, effectReason: "a person does it",
      placeholders: Placeholders.find(in: remark.text, sql: true), line: remark.line)
  }

  /// A commented-out command is for a person to decide on; its effect is told all the same.
  private func commented(_ remark: Remark, _ heading: Remark?) -> Action {
    var action = Commands.action(remark.text, line: remark.line, phase: phase, language: language)
    action.kind = .manual
    action.target = target
    action.caption = heading.map { plain($0.text) } ?? "Commented out in the runbook"
    return action
  }

  private func note(_ remark: Remark, _ result: inout Result) {
    result.note = result.note.map { $0 + " " + remark.text } ?? remark.text
  }

  private func replace(_ heading: inout Remark?, with remark: Remark, _ result: inout Result) {
    close(heading, &result, before: remark.line)
    heading = remark
  }

  /// A heading that nothing followed is a step itself.
  private func close(_ heading: Remark?, _ result: inout Result, before line: Int = .max) {
    guard let heading, !result.actions.contains(where: { $0.line >= heading.line && $0.line < line }) else { return }
    result.actions.append(manual(Remark(step: heading), nil))
  }

  private func expect(_ said: String, _ result: inout Result, _ heading: inout Remark?) {
    let text = withoutLabel(said)
    close(heading, &result)
    heading = nil
    guard let last = result.actions.indices.last else { return result.expectations.append(text) }
    result.actions[last].expectation = result.actions[last].expectation.map { $0 + "; " + text } ?? text
  }

  /// "Expected: HTTP 200" is "HTTP 200".
  private func withoutLabel(_ text: String) -> String {
    for label in ["expected:", "expect:", "output:", "sample output:"] where text.lowercased().hasPrefix(label) {
      return ShellText.trim(text.dropFirst(label.count))
    }
    return text
  }

  private func extend(_ remark: Remark, _ result: inout Result, _ heading: inout Remark?) {
    // "Check from outside" and "Use: https://…" are two sentences; "(by the team)" goes on with the first.
    let isSentence = remark.kind == .note || remark.text.utf8.first.map(Byte.isUpper) == true
    let glue = remark.kind == .code || remark.kind == .heading ? "\n" : isSentence ? ". " : " "
    if let waiting = heading, !result.actions.contains(where: { $0.line >= waiting.line }) {
      if remark.kind == .code {
        result.actions.append(manual(Remark(step: waiting), nil))
        heading = nil
      } else {
        heading?.text += " " + remark.text
        return
      }
    }
    guard let last = result.actions.indices.last else {
      if remark.kind == .addition { return note(remark, &result) }
      return result.actions.append(manual(remark, heading))
    }
    result.actions[last].text += glue + remark.text
  }
}

extension Remark {
  init(step: Remark) {
    text = step.text
    line = step.line
    kind = .step
  }
}
