import Foundation
import Incidents
import Runbooks
import Testing

@testable import Web

/// The pages of one fixed night, as text. `TOCSIN_REWRITE_GOLDEN=1` writes them anew; the diff is what a reader sees.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Golden")

  private func compare(_ html: HTML, _ name: String) throws {
    let file = GoldenTests.folder.appendingPathComponent(name)
    // One element a line, so that a diff shows the element that changed.
    var text = html.string.replacing("><", with: ">\n<")
    // A change of the style sheet is not a change of the page.
    for asset in Asset.all { text = text.replacing(asset.address, with: "/assets/\(asset.name)") }
    if ProcessInfo.processInfo.environment["TOCSIN_REWRITE_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(name) differs; TOCSIN_REWRITE_GOLDEN=1 writes it anew")
  }

  private static let now = Night.at(23)
  private static let citation = Citation(address: "/runbook?revision=1", lines: Night.runbook.lines)
  private static let mark = SeverityMark("P0", rank: 0, in: Night.runbook)

  private static var incident: Incident {
    var incident = Incident(
      id: 7, name: "INC-2026-02-14-01", title: "HTTP 502 from the shop", cause: "shop", severity: "P0",
      severityRank: 0, scenario: "Shop Down",
      reasons: [Reason("Symptom “HTTP 502 from the shop”", line: 15), Reason("In doubt the higher severity")],
      runbook: 1, status: .acknowledged, opened: Night.opened)
    incident.acknowledgedAt = Night.at(17)
    incident.acknowledgedBy = "bo"
    incident.entries = 4
    return incident
  }

  private static let clocks = [
    Clock(
      kind: .rung, state: .running, what: "Senior paged", why: "Chidi Okafor, unless resolved", due: Night.at(30),
      interval: .minutes(30), line: 9),
    Clock(
      kind: .updateDue, state: .running, what: "Update due", why: "every 15 min", due: Night.at(34),
      interval: .minutes(15), line: 12),
    Clock(
      kind: .answer, state: .met, what: "First answer", why: "target 5 min, 12 min late", due: Night.at(5),
      interval: .minutes(5), line: 4),
  ]

  private static var ladder: LadderDrawing {
    LadderDrawing(
      id: "ladder", severity: mark, title: "Ladder of this incident",
      stops: [
        .init(minutes: 0, name: "Ana Ruiz", role: "Primary", note: "paged", line: 7, mark: .open),
        .init(minutes: 15, name: "Bo Lindqvist", role: "Secondary", note: "answered 03:29", line: 8, mark: .paged),
        .init(minutes: 30, name: "Chidi Okafor", role: "Senior", note: "until resolved", line: 9, mark: .open),
        .init(minutes: 60, name: "Director", role: "", note: "reaches nobody", line: 10, mark: .hole),
      ], now: 23)
  }

  private func frame(_ title: String) -> Frame {
    var frame = Frame(title: title, team: "Harbour", now: GoldenTests.now, footer: "Runbook of 2026-02-01")
    frame.reader = Frame.Reader(name: "Bo Lindqvist", token: "TOKEN")
    frame.place = .now
    return frame
  }

  @Test func theFirstPage() throws {
    let view = HomeView(
      now: GoldenTests.now,
      cards: [
        .init(
          incident: GoldenTests.incident, mark: GoldenTests.mark, clocks: GoldenTests.clocks, firing: 3, alerts: 3,
          answeredBy: "Bo Lindqvist", citation: GoldenTests.citation)
      ],
      duties: [
        .init(
          name: "RUNBOOK.md", onCall: [.init(role: "Primary", line: 7, name: "Ana Ruiz", words: "paged at once")],
          later: [.init(words: "nobody after 60 min", reachesNobody: true, line: 10)],
          findings: Night.runbook.findings.map(FindingRow.init), findingCount: 1, errorCount: 1,
          citation: GoldenTests.citation)
      ], quietSince: nil, firstStart: nil)
    #expect(view.sentence == "One incident burns.")
    try compare(frame("P0 Shop Down").page { HomePage.write(view, into: &$0) }, "home.html")
  }

  @Test func theRoom() throws {
    let entries = [
      TimelineEntry(
        id: 3, incident: 7, at: Night.at(18), kind: .note, actor: "bo", text: "Looks like the 03:04 deploy."),
      TimelineEntry(
        id: 2, incident: 7, at: Night.at(17), kind: .acknowledged, actor: "bo", text: "Bo Lindqvist acknowledged",
        detail: "The rung at 30 min goes on until resolved."),
      TimelineEntry(
        id: 1, incident: 7, at: Night.at(15), kind: .paged, actor: "Tocsin",
        text: "Bo Lindqvist paged: nobody had answered in 15 min", line: 8),
    ]
    let view = RoomView(
      incident: GoldenTests.incident, mark: GoldenTests.mark, definition: Said("Nobody can buy a ticket", line: 4),
      citation: GoldenTests.citation, runbook: Night.runbook, now: GoldenTests.now, people: ["bo": "Bo Lindqvist"],
      clocks: GoldenTests.clocks, alerts: [], firing: 0, entries: entries, older: 1, ladder: GoldenTests.ladder,
      next: (2, "Chidi Okafor"), consequence: "", scenario: Night.runbook.scenarios.first, hasReview: false,
      reader: Frame.Reader(name: "Bo Lindqvist", token: "TOKEN"), problem: nil)
    try compare(frame("P0 Shop Down").page { RoomPage.write(view, into: &$0) }, "incident.html")
  }

  @Test func theSentenceOfTheFirstPage() {
    func sentence(_ statuses: [Incident.Status], quiet: Timestamp? = nil) -> String {
      let cards = statuses.map { status in
        var incident = GoldenTests.incident
        incident.status = status
        return HomeView.Card(
          incident: incident, mark: GoldenTests.mark, clocks: [], firing: 0, alerts: 0, answeredBy: nil,
          citation: GoldenTests.citation)
      }
      return HomeView(
        now: GoldenTests.now, cards: cards, duties: [], quietSince: quiet, firstStart: nil
      ).sentence
    }
    #expect(sentence([]) == "Nothing burns.")
    #expect(sentence([], quiet: GoldenTests.now - .days(6)) == "Nothing burns. Quiet for 6 days.")
    #expect(sentence([.triggered, .monitoring]) == "One incident burns, one is watched.")
    #expect(sentence([.triggered, .acknowledged, .monitoring, .monitoring]) == "Two incidents burn, two are watched.")
    #expect(sentence([.monitoring]) == "Nothing burns, one is watched.")
  }
}
