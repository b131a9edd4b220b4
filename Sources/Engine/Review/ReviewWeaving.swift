import Incidents

/// Puts facts into a section beside what its template asks a person for.
struct ReviewWeaving {
  let facts: ReviewFacts
  let record: ReviewRecord

  func woven(_ section: ReviewSection, _ body: [String]) -> [String] {
    switch section {
    case .summary: summary(body)
    case .wentWell: listed(facts.well, before: body)
    case .wentWrong: listed(facts.wrong, before: body)
    case .resolution: listed(facts.resolution, before: body)
    case .commands: listed(facts.commands, before: body)
    case .messages: listed(facts.messages, before: body)
    case .detection: listed(facts.detection, before: body)
    case .items: items(body)
    case .timeline, .other: body
    }
  }

  /// Only where the template asks for sentences: a list of labels under this title is filled already.
  private func summary(_ body: [String]) -> [String] {
    guard let place = body.firstIndex(where: { TemplateLine($0).isBracket }) else { return body }
    return body[..<place] + [facts.summary] + body[(place + 1)...]
  }

  private func listed(_ facts: [String], before body: [String]) -> [String] {
    guard !facts.isEmpty else { return body }
    let lead = body.prefix { TemplateLine($0).isBlank }
    let rest = body.dropFirst(lead.count)
    let gap = rest.first.map { TemplateLine($0).isItem || TemplateLine($0).isBareBullet } == true ? [] : [""]
    return lead + facts.map { "- \($0)" } + (rest.isEmpty ? [""] : gap) + rest
  }

  private func items(_ body: [String]) -> [String] {
    guard !record.items.isEmpty else { return body }
    let lines = body.map(TemplateLine.init)
    let lead = lines.prefix(while: \.isBlank).map(\.text)
    let tail = lines.reversed().prefix { $0.isBlank || $0.text == "---" }.reversed().map(\.text)
    if let rule = lines.firstIndex(where: \.isTableRule), rule > 0 {
      let columns = lines[rule - 1].cells.map { $0.lowercased() }
      return body[...rule] + record.items.map { row($0, columns) } + tail
    }
    return lead + record.items.map(entry) + (lead.count == body.count ? [] : tail)
  }

  private func row(_ item: ActionItem, _ columns: [String]) -> String {
    let cells = columns.map { column -> String in
      let words = Matter.words(of: column)
      if !words.isDisjoint(with: ["owner", "assignee", "responsible", "who"]) { return owner(item) }
      if !words.isDisjoint(with: ["due", "deadline", "date", "when"]) { return due(item) }
      if !words.isDisjoint(with: ["priority"]) { return item.priority.label }
      if !words.isDisjoint(with: ["statu", "status", "state"]) { return item.state.label }
      if !words.isDisjoint(with: ["item", "action", "task", "description", "what"]) { return text(item) }
      return ""
    }
    return "| " + cells.map(MarkdownText.cell).joined(separator: " | ") + " |"
  }

  private func entry(_ item: ActionItem) -> String {
    let whose = owner(item).isEmpty ? " - Owner: [Name]" : " - Owner: \(owner(item))"
    return "- [\(item.state.isOver ? "x" : " ")] \(text(item))\(whose)"
      + (item.due == nil ? "" : " - Due: \(due(item))")
  }

  private func text(_ item: ActionItem) -> String { MarkdownText.inert(item.text) }
  private func owner(_ item: ActionItem) -> String { item.owner.isEmpty ? "" : record.name(item.owner) }
  private func due(_ item: ActionItem) -> String { item.due.map { CivilTime($0).date } ?? "" }
}
