import Incidents

/// The words of a page, the same on every channel: made from a message once, cleaned and bounded.
struct PageText {
  /// "P0 Critical"
  let severity: String
  /// Why the page goes out, as a word before the title; nil for the first page.
  let reason: String?
  let title: String
  /// The alert's own words, empty where they only repeat the title.
  let summary: String
  let incident: String
  let person: String
  /// With the runbook's line: "First rung of the ladder (L42)."
  let why: String
  /// Lines of an update, whoever wrote it in front; empty for every other page.
  let words: [String]
  let next: String
  /// "INC-2026-02-14-01, since 2026-02-14 03:46 UTC"; of a word about a shift only what it is about.
  let about: String
  /// What its link opens: "Incident".
  let place: String
  /// "2026-02-14 03:46 UTC"
  let opened: String
  /// "03:46 UTC"
  let openedClock: String
  /// What the reader has to know about the page itself: a possible repeat, a demo's pace.
  let remarks: [String]
  /// "DRILL: " in front of every text of practice, else empty.
  private let drill: String
  private let bareTitle: String

  init(_ message: PageMessage) {
    let name = singleLine(message.severity, limit: 40)
    let label = singleLine(message.severityLabel, limit: 40)
    severity = label.isEmpty || label == name ? name : name.isEmpty ? label : "\(name) \(label)"
    reason = PageText.word(for: message.reason)
    drill = message.isDrill ? "DRILL: " : ""
    bareTitle = singleLine(message.title, limit: 200)
    title = drill + bareTitle
    let said = singleLine(message.summary, limit: 1_024)
    let isUpdate = message.reason == .update
    summary = said == bareTitle || isUpdate ? "" : said
    words = isUpdate ? PageText.lines(message.why) : []
    incident = singleLine(message.incident, limit: 80)
    person = singleLine(message.person, limit: 80)
    let sentence = isUpdate ? "" : singleLine(message.why, limit: 400)
    why = message.line.map { sentence.isEmpty ? "L\($0)" : "\(sentence) (L\($0))" } ?? sentence
    next = singleLine(message.next, limit: 400)
    let time = CivilTime(message.opened)
    opened = "\(time.date) \(time.clock) UTC"
    let isNotice = message.reason == .notice
    about = isNotice ? incident : "\(incident), since \(opened)"
    place = isNotice ? "On call" : "Incident"
    openedClock = "\(time.clock) UTC"
    let repeated = message.mayBeRepeat ? "This page may be a repeat: what became of an earlier one is not known." : ""
    let practice = message.isDrill ? "This is a drill: practice, nothing burns." : ""
    let further = message.remarks.prefix(4).map { singleLine($0, limit: 1_024) }
    remarks = ([practice, repeated] + further + [singleLine(message.demo ?? "", limit: 200)]).filter { !$0.isEmpty }
  }

  private static func word(for reason: Page.Reason) -> String? {
    switch reason {
    case .first, .situation, .notice: nil
    case .escalated: "Escalated"
    case .reminder, .repeated: "Reminder"
    case .nextMethod: "Next way to reach you"
    case .severityRaised: "Severity raised"
    case .fallback: "Fallback"
    case .updateDue: "Update due"
    case .decide: "Decide on rollback"
    case .planOver: "The plan is at its end"
    case .noticeDue: "Legal notice due"
    case .reviewDue: "Review due"
    case .actionDue: "Action item due"
    case .runbookDue: "Runbook update due"
    case .resolved: "Resolved"
    case .byHand: "Paged by hand"
    case .update: "Update"
    case .handover: "Handed over"
    }
  }

  /// "Escalated: [P0 Critical] Payment gateway times out"
  var subject: String {
    drill + (reason.map { "\($0): " } ?? "") + (severity.isEmpty ? "" : "[\(severity)] ") + bareTitle
  }

  /// The sentences under the title, without links.
  var sentences: [String] {
    var lines = [summary, why.isEmpty ? "" : "Why: \(why)", next.isEmpty ? "" : "Next: \(next)"]
    lines += remarks
    return words + lines.filter { !$0.isEmpty }
  }

  /// Each line clean; more than a screen of them is read in the room.
  private static func lines(_ text: String) -> [String] {
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let lines = all.prefix(60).map { singleLine(String($0), limit: 1_000) }
    return all.count > lines.count ? lines + ["…"] : lines
  }
}

/// A text on one line without control characters, which could forge headers, log lines or a terminal's commands, and
/// without the marks that turn the direction of text; at most `limit` characters.
func singleLine(_ text: String, limit: Int) -> String {
  var result = String.UnicodeScalarView()
  var count = 0
  var gap = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      || scalar.properties.isBidiControl
    {
      gap = count > 0
      continue
    }
    guard count < limit else { return String(result) + "…" }
    if gap { result.append(" ") }
    count += gap ? 2 : 1
    gap = false
    result.append(scalar)
  }
  return String(result)
}
