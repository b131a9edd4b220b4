import Incidents
import Runbooks

/// Sentences and rows that a person would write from the record.
struct ReviewFacts {
  let record: ReviewRecord
  private var incident: Incident { record.incident }
  private var figures: ReviewFigures { record.figures }

  init(_ record: ReviewRecord) { self.record = record }

  /// What happened, in the record's words; causes are for people.
  var summary: String {
    var sentences = ["On \(record.date) at \(Wording.clock(incident.opened)) UTC: \(ended(record.title))"]
    let scenario =
      incident.scenario.map { ", scenario \(MarkdownText.inert($0))" } ?? ", without a scenario of the runbook"
    // The incident knows its last severity only.
    let isRerated = record.timeline.contains { $0.kind == .severity }
    sentences.append("It was \(isRerated ? "last rated" : "opened as") \(record.severity)\(scenario).")
    if let answered = figures.answered, !record.commander.isEmpty {
      sentences.append("\(record.commander) answered after \(Wording.span(answered)).")
    } else {
      sentences.append("Nobody acknowledged it.")
    }
    if let resolved = figures.resolved {
      let quiet =
        figures.restored.flatMap { $0 < resolved ? "it was quiet after \(Wording.span($0)) and " : nil } ?? "it was "
      sentences.append(quiet.prefix(1).uppercased() + quiet.dropFirst() + "resolved after \(Wording.span(resolved)).")
    }
    return sentences.joined(separator: " ")
  }

  private func ended(_ text: String) -> String { text.last.map { ".!?…".contains($0) } == true ? text : text + "." }

  var well: [String] {
    var facts: [String] = []
    if let answered = figures.answered, let target = figures.answerTarget, answered <= target.span {
      facts.append("The first answer took \(Wording.span(answered)); the target is \(Wording.span(target.span)).")
    }
    if figures.updatesOwed > 0, figures.updatesOnTime == figures.updatesOwed {
      facts.append("Every update was on time (\(figures.updatesOnTime) of \(figures.updatesOwed)).")
    }
    if let scenario = incident.scenario, !record.timeline.contains(where: { $0.kind == .scenario }) {
      facts.append("The scenario \(MarkdownText.inert(scenario)) matched at once.")
    }
    return facts
  }

  var wrong: [String] {
    var facts: [String] = []
    if let target = figures.answerTarget {
      if let answered = figures.answered, answered > target.span {
        facts.append("The first answer took \(Wording.span(answered)); the target is \(Wording.span(target.span)).")
      } else if figures.answered == nil {
        facts.append("Nobody acknowledged it; the target is \(Wording.span(target.span)).")
      }
    }
    if figures.updatesOwed > figures.updatesOnTime {
      let late = figures.updatesOwed - figures.updatesOnTime
      facts.append("\(late) of \(figures.updatesOwed) updates came late or not at all.")
    }
    if incident.scenario == nil { facts.append("No scenario of the runbook fitted.") }
    let failed = record.runs.count { $0.exit != 0 }
    if failed > 0 { facts.append("\(failed) of \(record.runs.count) commands ended with an error.") }
    let holes = record.timeline.count { $0.kind == .unreachable || $0.kind == .exhausted }
    if holes > 0 { facts.append("\(holes == 1 ? "One rung" : "\(holes) rungs") of the ladder reached nobody.") }
    return facts
  }

  /// How it ended, as the record has it.
  var resolution: [String] {
    record.timeline.filter { $0.kind == .resolved || $0.kind == .rollback }.suffix(3).map {
      "\(Wording.clock($0.at)) UTC: \(ended(MarkdownText.inert($0.text)))"
    }
  }

  var detection: [String] {
    var rows: [String] = record.detection.isEmpty ? [] : ["Detected by \(record.detection)"]
    if let answered = figures.answered {
      let target = figures.answerTarget.map { " (target \(Wording.span($0.span)))" } ?? ""
      rows.append("Acknowledged after \(Wording.span(answered))\(target)")
    }
    if let restored = figures.restored, restored != figures.resolved {
      rows.append("Quiet after \(Wording.span(restored))")
    }
    if let resolved = figures.resolved { rows.append("Resolved after \(Wording.span(resolved))") }
    if figures.updatesOwed > 0 {
      let every = figures.cadence.map { ", every \(Wording.span($0.span))" } ?? ""
      rows.append("Updates on time: \(figures.updatesOnTime) of \(figures.updatesOwed)\(every)")
    }
    if figures.pages > 0 {
      let silent = figures.unanswered == 0 ? "" : ", \(figures.unanswered) without an answer"
      let pages = figures.pages == 1 ? "1 page" : "\(figures.pages) pages"
      rows.append("People paged: \(figures.people) (\(pages)\(silent))")
    }
    return rows
  }

  /// Every command that was run, the first first.
  var commands: [String] {
    record.runs.sorted { ($0.started, $0.id) < ($1.started, $1.id) }.prefix(200).map { run in
      let place = run.host.isEmpty ? "" : " on \(MarkdownText.inert(run.host, limit: 80))"
      let said = run.firstLine.isEmpty ? "" : ": \(MarkdownText.inert(run.firstLine, limit: 160))"
      let command = MarkdownText.code(run.command)
      return "\(Wording.clock(run.started)) \(record.name(run.actor))\(place): \(command), exit \(run.exit)\(said)"
    }
  }

  var messages: [String] {
    record.timeline.filter { $0.kind == .update }.prefix(100).map { entry in
      "\(Wording.clock(entry.at)) \(record.name(entry.actor)): \(MarkdownText.message(entry.text, limit: 1_000))"
    }
  }
}
