import ArgumentParser
import Foundation
import Incidents
import Runbooks

struct Match: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ranks the runbook's scenarios for an alert, with the reasons.",
    discussion: """
      Without SUMMARY it reads one JSON object per line: {"summary": "...", "labels": {"k": "v"}}.

      Example:
        tocsin match RUNBOOK.md "too many connections on db-1"
        tocsin match RUNBOOK.md --json < alerts.jsonl
      """)

  @Argument(help: "The runbook, a file or a folder.") var runbook: String
  @Argument(help: "What the alert says; without it, alerts are read from standard input.") var summary: String?
  @Flag(help: "Print one JSON object per alert.") var json = false

  /// Bytes of one line of input; an alert is far smaller.
  static let lineLimit = 1 << 20

  func run() throws {
    let reading = try RunbookFolder.read(runbook)
    let (index, places) = (MatchIndex(reading), LinePlaces(reading.parts))
    if let summary { return answer(MatchQuestion(summary: summary), index, places) }
    var number = 0
    while let line = readLine() {
      number += 1
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      answer(try Self.alert(line, number), index, places)
    }
  }

  static func alert(_ line: String, _ number: Int) throws(Failure) -> MatchQuestion {
    guard line.utf8.count <= lineLimit,
      let question = try? JSONDecoder().decode(MatchQuestion.self, from: Data(line.utf8))
    else {
      throw Failure(
        .badData,
        "Line \(number) is not an alert. Write {\"summary\": \"...\", \"labels\": {\"k\": \"v\"}} on one line.")
    }
    return question
  }

  private func answer(_ question: MatchQuestion, _ index: MatchIndex, _ places: LinePlaces) {
    let matches = index.rank(summary: question.summary, labels: question.labels ?? [:])
    Output.write(json ? MatchText.json(matches) : MatchText.text(matches, .current(), places))
  }
}

/// What is known of an alert, as one line of input states it.
struct MatchQuestion: Decodable, Hashable {
  var summary: String
  var labels: [String: String]?
}

enum MatchText {
  static func json(_ matches: [ScenarioMatch]) -> String {
    let list = matches.map { match -> JSONField in
      .object([
        "title": .text(match.title), "score": .number((match.score * 1_000).rounded() / 1_000),
        "why": .list(match.why.map { .text(reason($0)) }),
      ])
    }
    return JSONField.object(["matches": .list(list)]).line
  }

  /// `symptom line 312: too many connections`, `symptom disk.md:12: no space left`
  static func reason(_ reason: Reason, _ places: LinePlaces = LinePlaces()) -> String {
    guard let line = reason.line else { return reason.text }
    let place = places.parts.isEmpty ? "line \(line)" : places.label(line)
    guard let colon = reason.text.firstRange(of: ": ") else { return "\(reason.text) \(place)" }
    return "\(reason.text[..<colon.lowerBound]) \(place): \(reason.text[colon.upperBound...])"
  }

  static func text(_ matches: [ScenarioMatch], _ terminal: Terminal, _ places: LinePlaces = LinePlaces()) -> String {
    guard !matches.isEmpty else { return "No scenario fits." }
    return matches.map { match in
      let score = Int((min(max(match.score, 0), 1) * 100).rounded())
      let head = Layout.hanging(Layout.padded("\(score) %", 7), Layout.plain(match.title), terminal.width)
      let reasons = match.why.map { reason in
        Layout.hanging("       ", Layout.plain(Self.reason(reason, places)), terminal.width)
      }
      return ([terminal.styled(head, .strong)] + reasons).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
