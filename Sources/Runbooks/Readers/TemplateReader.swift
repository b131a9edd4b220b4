/// Messages and documents that the runbook gives to fill in.
enum TemplateReader {
  private static let proseLanguages: WordSet = [
    "", "text", "txt", "markdown", "md", "plaintext", "plain", "email", "html",
  ]

  static func read(_ reading: Reading, into runbook: inout Runbook) {
    var found: [Template] = []
    for (index, section) in reading.sections.all.enumerated() where !reading.sections.isInside(index, .scenario) {
      var above: Record?
      for child in section.record.children {
        collect(child, above, index, reading, &found)
        above = child
      }
    }
    if !found.contains(where: { $0.kind == .postmortem }), let live = liveReview(reading) { found.append(live) }
    runbook.templates = found.sorted { $0.line < $1.line }
  }

  private static func collect(
    _ record: Record, _ above: Record?, _ section: Int, _ reading: Reading, _ found: inout [Template]
  ) {
    var template: Template?
    switch record.shape {
    case .fence: template = record.code.flatMap { fenced($0, section, reading) }
    case .quote: template = quoted(record, section, reading)
    default: break
    }
    guard var template else { return }
    if let above, let name = introduced(by: above) {
      template.name = name
      template.kind = TemplateKind.introduced(name, template.body) ?? template.kind
      template.state = TemplateKind.state(name, body: template.body) ?? template.state
    } else if let above, tellsUse(above) {
      template.kind = TemplateKind.introduced(above.text, template.body) ?? template.kind
    }
    found.append(template)
  }

  /// "Mail to plant managers (Sev 0 and Sev 1):" right above the text: a sentence too long for a label is its name.
  private static func introduced(by record: Record) -> String? {
    if record.isList { return record.children.last.flatMap(labelled) }
    guard record.shape == .paragraph, record.text.utf8.count <= 120, let last = record.text.last else { return nil }
    let bare = ScenarioTitle.withoutNumber(record.text)
    if bare != record.text, bare.utf8.count <= 60, last.isLetter || last == ")" { return bare }
    guard !record.text.holds(". "), last == ":" || last == "：", !tellsUse(record) else { return nil }
    return record.text.stripped(":： ")
  }

  /// "Use this for quick team updates:" says whom a text is for; its name stands in the heading above.
  private static func tellsUse(_ record: Record) -> Bool {
    guard record.shape == .paragraph || record.shape == .label else { return false }
    let first = Words.head(record.text, 1).first?.text ?? ""
    return ["use", "copy", "paste", "fill", "utiliser", "usar", "verwenden"].contains(first)
  }

  /// "2. **First notice**:" as the last of the steps above a text that is not set in under it.
  private static func labelled(_ item: Record) -> String? {
    let text = item.text.trimmed
    guard item.isItem, item.children.isEmpty, text.utf8.count <= 80,
      item.value.isEmpty && (text.hasSuffix(":") || text.hasSuffix("：") || !item.name.isEmpty) || isWholeBold(item)
    else { return nil }
    return ScenarioTitle.withoutNumber(text).stripped("*:： ")
  }

  /// "1. **Create the report**": a step that is a title.
  private static func isWholeBold(_ item: Record) -> Bool {
    !item.value.runs.isEmpty && item.value.runs.allSatisfy { $0.style == .strong }
  }

  private static func fenced(_ code: Block.Code, _ section: Int, _ reading: Reading) -> Template? {
    guard proseLanguages.contains(code.language), !ActionReader.looksLikeCommands(code.text), code.text.hasWord else {
      return nil
    }
    return template(
      code.text.trimmedLines, line: code.firstLine, section, reading, isDocument: code.language.hasPrefix("m"))
  }

  /// A quotation under a template's heading.
  private static func quoted(_ record: Record, _ section: Int, _ reading: Reading) -> Template? {
    let path = reading.sections.path(section).prefix(3)
    guard
      path.contains(where: { $0.record.meaning[.templates] >= 0.4 || $0.record.meaning[.statusPage] >= 0.3 })
        || path.contains(where: { $0.role == .communication && $0.record.headingLevel != 1 })
        || path.first?.record.shape == .label && !TemplateSlots.all(in: record.statements.map(\.text).joined()).isEmpty
    else { return nil }
    let lines = reading.source.lines[safe: record.line - 1..<record.endLine].map { $0.stripped("> ") }
    let body = lines.joined(separator: "\n").trimmedLines
    guard body.utf8.count > 20, !body.hasPrefix("[!") else { return nil }
    return template(body, line: record.line, section, reading, isDocument: false)
  }

  private static func template(
    _ body: String, line: Int, _ section: Int, _ reading: Reading, isDocument: Bool
  ) -> Template? {
    let path = reading.sections.path(section)
    guard isTemplate(body, path, isDocument: isDocument) else { return nil }
    let (name, named) = TemplateName.read(path)
    var template = Template(name: name, kind: TemplateKind.read(path, named: named, body: body), body: body, line: line)
    template.placeholders = TemplateSlots.all(in: body)
    template.state = template.kind == .postmortem ? nil : TemplateKind.state(name, body: body)
    template.severities = reading.scale.mentioned(in: path.prefix(named + 1).map(\.record.text).joined(separator: " "))
    return template
  }

  /// A drawing, a tree or a list of commands is none.
  private static func isTemplate(_ body: String, _ path: [Section], isDocument: Bool) -> Bool {
    let drawing = body.unicodeScalars.reduce(0) { $0 + ((0x2500...0x257F).contains($1.value) ? 1 : 0) }
    if drawing > 3 || isCourse(body) { return false }
    // "Incident detected via: ..." under "Detection and alerts" is told to nobody.
    if let heading = path.first?.record, heading.isHeading, heading.meaning[.detection] >= 0.3,
      MessageShape.score(body) < 2, TemplateSlots.all(in: body).isEmpty
    {
      return false
    }
    if let step = path.first?.record, step.isItem || step.shape == .label, tells(step), !body.hasPrefix("/") {
      return true
    }
    if let label = path.first?.record, TemplateKind.isState(label), MessageShape.score(body) >= 1 { return true }
    let near = path.prefix(4)
    if near.contains(where: { $0.record.meaning.best([.templates, .statusPage]) >= 0.3 && $0.record.headingLevel != 1 })
    {
      return true
    }
    if near.contains(where: {
      [.communication, .review].contains($0.role) && $0.score >= 0.4 && $0.record.headingLevel != 1
    }) {
      return true
    }
    if path.first?.role == .escalation || path.dropFirst().first?.role == .escalation {
      return body.contains("[") || body.contains("@") || body.contains("{")
    }
    return isDocument && body.holds("# ") || MessageShape.score(body) >= 3 || isForm(body, path)
  }

  /// "[T+0-5] acknowledge": each line begins with its moment. A course of events, no message.
  private static func isCourse(_ body: String) -> Bool {
    guard body.utf8.contains(0x2B) else { return false }
    let lines = body.split(separator: "\n").map { $0.trimmed }.filter(\.hasWord)
    let moments = lines.filter { line in
      let bare = line.stripped("[( ").lowercased()
      return bare.hasPrefix("t+") && Durations.all(in: String(bare.prefix(16))).first?.words.lowerBound == 0
    }
    return moments.count >= 3 && moments.count * 2 > lines.count
  }

  /// Words to fill in, among others that people read: a message wherever it stands, save among services and scales.
  private static func isForm(_ body: String, _ path: [Section]) -> Bool {
    guard body.utf8.count >= 40 else { return false }
    let away: Set<SectionRole> = [.severities, .services, .commands, .links, .scenarioGroup, .changelog, .contents]
    if path.contains(where: { $0.role.map(away.contains) ?? false && $0.record.headingLevel != 1 }) { return false }
    if body.hasPrefix("/") || body.hasPrefix("$") || body.hasPrefix("{") { return false }
    return !TemplateSlots.all(in: body).isEmpty && Words(body).all.filter { $0.kind == .word }.count >= 8
  }

  private static let telling: WordSet = [
    "post", "announce", "send", "publish", "write", "notify", "tell", "message", "email",
  ]

  /// A step that says to post what stands under it: "Post in #incidents:".
  private static func tells(_ step: Record) -> Bool {
    let text = (step.name.isEmpty ? step.text : step.name)
    return Words.head(text, 2).contains { telling.contains($0) } && step.text.trimmed.hasSuffix(":")
  }

  /// A post-mortem template written with live headings or labels instead of a fence.
  private static func liveReview(_ reading: Reading) -> Template? {
    for section in reading.sections.all where section.record.isHeading {
      let record = section.record
      guard record.meaning[.review] >= 0.3, record.meaning[.templates] >= 0.2, record.headingLevel != 1 else {
        continue
      }
      let body = withoutFooter(reading.source.lines[safe: record.line..<record.endLine]).joined(separator: "\n")
        .trimmedLines
      guard body.utf8.count > 40 else { continue }
      let first = record.children.first?.line ?? record.line + 1
      var template = Template(
        name: ScenarioTitle.withoutNumber(record.name), kind: .postmortem, body: body, line: first)
      template.placeholders = TemplateSlots.all(in: body)
      return template
    }
    return nil
  }
}

extension TemplateReader {
  /// Without a rule near the end and the few lines of the document's own footer behind it.
  private static func withoutFooter(_ lines: [String]) -> [String] {
    guard let rule = lines.lastIndex(where: { $0.trimmed == "---" || $0.trimmed == "***" }), lines.count - rule <= 8
    else {
      return lines
    }
    return lines[safe: 0..<rule]
  }
}

extension String {
  /// Without empty lines at both ends and without white space at the end.
  var trimmedLines: String {
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { !$0.isSpace }), let last = bytes.lastIndex(where: { !$0.isSpace })
    else {
      return ""
    }
    let start = bytes[..<first].lastIndex(of: 0x0A).map { bytes.index(after: $0) } ?? bytes.startIndex
    let end = bytes[last...].firstIndex(of: 0x0A) ?? bytes.endIndex
    return String(self[start..<end])
  }
}

extension Array {
  /// The elements of a range as far as they exist.
  subscript(safe range: Range<Int>) -> [Element] {
    let low = Swift.max(0, Swift.min(range.lowerBound, count))
    let high = Swift.max(low, Swift.min(range.upperBound, count))
    return Array(self[low..<high])
  }
}
