import Incidents
import Runbooks

/// Where people did something else than the document's figures say.
extension Lesson {
  /// A person set another severity than the one that the scenario's own lines name.
  var severity: [LessonHunk] {
    guard let title = incident.scenario, let scenario = runbook.scenarios.first(where: { $0.title == title }),
      let stated = scenario.severity, stated != incident.severity,
      let said = timeline.last(where: { $0.kind == .severity && team.person($0.actor) != nil })
    else { return [] }
    let last = min(scenario.endLine, scenario.line + 8)
    for line in scenario.line...max(scenario.line, last) {
      guard let text = document.text(line), line == scenario.line || text.lowercased().contains("severity"),
        let changed = Self.replacing(stated, with: incident.severity, in: text)
      else { continue }
      return [
        LessonHunk(
          .severity, line: line, old: [text], new: [changed],
          why: "\(name(said.actor)) set \(incident.severity) by hand; the scenario says \(stated).", entry: said.id,
          at: said.at)
      ]
    }
    return []
  }

  /// A rung that somebody paged by hand before its time.
  var thresholds: [LessonHunk] {
    var found: [LessonHunk] = []
    for page in pages where page.reason == .byHand {
      guard let line = page.line.flatMap(current), !found.contains(where: { $0.line == line }),
        let rung = runbook.escalation.first(where: { $0.line == line }), let minutes = rung.afterMinutes,
        let text = document.text(line)
      else { continue }
      let early = Double((page.created - incident.opened).minutes)
      let wanted = max(5, (early / 5).rounded(.up) * 5)
      guard wanted < minutes, minutes == minutes.rounded(), minutes < 10_000,
        let changed = Self.replacing(String(Int(minutes)), with: String(Int(wanted)), in: text)
      else { continue }
      let paged = timeline.first { $0.page == page.id }
      found.append(
        LessonHunk(
          .threshold, line: line, old: [text], new: [changed],
          why: "\(rung.target) was paged by hand after \(Int(early)) min; the ladder waits \(Int(minutes)).",
          entry: paged?.id, at: page.created))
    }
    return found
  }

  /// The only place where a word stands by itself; nil where there is none, or several.
  static func replacing(_ word: String, with new: String, in text: String) -> String? {
    guard !word.isEmpty else { return nil }
    let ranges = text.ranges(of: word).filter { range in
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      return !isWord(before) && !isWord(after)
    }
    guard ranges.count == 1, let range = ranges.first else { return nil }
    return text[..<range.lowerBound] + new + text[range.upperBound...]
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
