import Incidents
import Runbooks

/// What an incident says about the runbook that it was handled by: a change a person may take over, line by line.
package struct Lesson: Sendable {
  let incident: Incident
  let timeline: [TimelineEntry]
  let pages: [Page]
  let alerts: [Alert]
  let runs: [CommandRun]
  let team: Team
  /// The revision in force, which the change is for.
  let runbook: Runbook
  let document: LessonDocument
  let today: String
  /// From lines of the revision that the incident was pinned to, to lines of the one in force.
  private let map: LineMap

  package init(
    _ incident: Incident, timeline: [TimelineEntry], pages: [Page], alerts: [Alert], runs: [CommandRun], team: Team,
    pinned: Runbook, runbook: Runbook, document: LessonDocument, now: Timestamp
  ) {
    self.incident = incident
    self.timeline = timeline
    self.pages = pages
    self.alerts = alerts
    self.runs = runs
    self.team = team
    self.runbook = runbook
    self.document = document
    today = CivilTime(now).date
    map = LineMap(from: pinned.lines, to: runbook.lines)
  }

  /// In order of line. Practice teaches nothing here: what failed in it may have been meant to.
  package var hunks: [LessonHunk] {
    guard !incident.isDrill else { return [] }
    let found = commands + contacts + severity + thresholds + scenario + symptom
    let all = found + updated(hasMore: !found.isEmpty)
    return LessonPatch(document, all).hunks
  }

  func current(_ line: Int) -> Int? { map.line(line) }

  /// "14 February", as the reasons name the day.
  var day: String { CivilTime(incident.opened).date }

  func name(_ actor: String) -> String { team.person(actor)?.name ?? actor }

  // MARK: the date

  /// The document's own date of its last change, in its own spelling.
  private func updated(hasMore: Bool) -> [LessonHunk] {
    guard runbook.lastUpdated != today, hasMore || owesUpdate else { return [] }
    for line in stride(from: document.lastLine, through: 1, by: -1) {
      guard let text = document.text(line), WrittenDate.isUpdateLine(text),
        let changed = WrittenDate.replaced(in: text, with: today), changed != text
      else { continue }
      let rule = runbook.upkeep.afterLine.map { ", and line \($0) asks for an update after such an incident" } ?? ""
      return [
        LessonHunk(
          .updated, line: line, old: [text], new: [changed], why: "The document changes with this lesson\(rule).")
      ]
    }
    return []
  }

  private var owesUpdate: Bool {
    runbook.upkeep.afterLine != nil
      && SeverityWords.cover(runbook.upkeep.afterSeverities, incident.severity, in: runbook.severities)
  }

  // MARK: contacts

  /// Addresses of the document by which somebody was not reached.
  private var contacts: [LessonHunk] {
    var found: [LessonHunk] = []
    for page in pages where page.status == .failed && page.method.address.utf8.count >= 6 {
      let address = page.method.address
      guard
        let line = (1...max(1, document.lastLine)).first(where: { document.text($0)?.contains(address) == true }),
        let text = document.text(line), !found.contains(where: { $0.line == line })
      else { continue }
      let who = name(page.person)
      let evidence = page.evidence.isEmpty ? "" : ": \(Wording.line(page.evidence, limit: 80))"
      found.append(
        LessonHunk(
          .contact, line: line, old: [text],
          new: [
            text.replacing(
              address, with: "[new address of \(MarkdownText.inert(who, limit: 60)); \(address) failed \(day)]")
          ],
          why: "A page to \(who) by this address failed\(evidence).", at: page.concluded))
    }
    return found
  }
}
