import Incidents

/// Reads a Markdown runbook: blocks, records, roles, facts, in that order, each a pure step.
package enum RunbookReader {
  /// Most bytes that a runbook may hold.
  package static let limit = SourceText.limit

  /// The reading of a file's bytes. Whatever the quality of the document, it is read; findings carry the problems.
  ///
  /// Throws `ReadingError` where the file is too large or is no text.
  ///
  /// `below` is the number of lines of other files that stand before this one where a folder is read as one runbook.
  package static func read(_ bytes: [UInt8], name: String, below: Int = 0) throws(ReadingError) -> Runbook {
    var source = try SourceText(bytes, name: name)
    source.move(below: below)
    let guarded = TableGuard.guarding(PlainFences.fenced(source.markdown))
    source.findings += guarded.findings
    var blocks = Underlines.numbered(MarkdownParser.parse(guarded.lines))
    if let cut = firstHeadingTooMany(blocks) {
      source.findings.append(tooManySections(blocks[cut].line))
      blocks.removeSubrange(cut...)
    }
    let root = Outline.document(blocks, lastLine: source.lines.count)
    return facts(Reading(source, root: root))
  }

  /// One small reader per role; the order matters where one needs what another found.
  private static func facts(_ first: Reading) -> Runbook {
    var reading = first
    var runbook = Runbook()
    runbook.lines = reading.source.lines
    runbook.encodingRepaired = reading.source.repaired
    runbook.findings = reading.source.findings
    if let line = reading.sections.leftOutLine { runbook.findings.append(tooManySections(line)) }
    SeverityReader.read(&reading, into: &runbook)
    MetadataReader.read(reading, into: &runbook)
    let places = LadderReader.read(reading, into: &runbook)
    SituationReader.read(reading, into: &runbook)
    if runbook.escalation.isEmpty { LadderRules.climb(reading, &runbook) }
    AnswerRuleReader.read(reading, into: &runbook)
    TeamReader.read(reading, into: &runbook)
    PhaseReader.read(reading, into: &runbook)
    ScenarioReader.read(reading, into: &runbook)
    SituationReader.resolve(places, in: &runbook)
    RollbackReader.read(reading, into: &runbook)
    TemplateReader.read(reading, into: &runbook)
    CadenceReader.read(reading, templates: runbook.templates, into: &runbook)
    HealthReader.read(reading, into: &runbook)
    ReviewReader.read(reading, into: &runbook)
    NoticeReader.read(reading, into: &runbook)
    UpkeepReader.read(reading, into: &runbook)
    ChecklistReader.read(reading, into: &runbook)
    ContactReader.read(reading, into: &runbook)
    LinkReader.read(reading, into: &runbook)
    AssumptionReader.read(&runbook)
    return runbook
  }

  /// Index of the heading after the most that a document may have.
  private static func firstHeadingTooMany(_ blocks: [Block]) -> Int? {
    var count = 0
    return blocks.firstIndex { block in
      guard case .heading = block.kind else { return false }
      count += 1
      return count > Sections.most
    }
  }

  private static func tooManySections(_ line: Int) -> Finding {
    Finding(
      rule: "R017", level: .warning, message: "More than \(Sections.most) headings and labels; the rest is not read.",
      hint: "Split the document.", line: line)
  }
}
