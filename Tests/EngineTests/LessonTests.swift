import Engine
import Incidents
import Runbooks
import Testing

/// What an incident teaches the runbook: each rule of it on one small document.
@Suite struct LessonTests {
  private static let source = """
    # Shop runbook

    Last updated: 2025-12-28

    - On-call: pager
    - Team lead (bo@example.org): after 30 minutes

    ## Scenario 1: Website down (P1)

    **Symptoms**:
    - HTTP 502

    ```bash
    docker compose logs web
    docker compose restart web
    ```

    ## Review
    """

  private static var runbook: Runbook {
    var runbook = Fixture.runbook([
      Rung(target: "On-call", line: 5), Rung(target: "Team lead", afterMinutes: 30, line: 6),
    ])
    var scenario = Scenario(title: "Website down", severity: "P1", line: 8, endLine: 16)
    scenario.symptoms = [Said("HTTP 502", line: 11)]
    scenario.actions = [
      Action(kind: .command, text: "docker compose logs web", language: "bash", effect: .read, line: 14),
      Action(kind: .command, text: "docker compose restart web", language: "bash", effect: .write, line: 15),
    ]
    runbook.scenarios = [scenario]
    runbook.lastUpdated = "2025-12-28"
    runbook.lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return runbook
  }

  private static func incident(_ scenario: String? = "Website down", severity: String = "P1") -> Incident {
    var incident = Incident(
      id: 3, name: "INC-2026-02-14-01", title: "Website | answers 502", cause: "c", severity: severity, severityRank: 1,
      scenario: scenario, runbook: 1, status: .resolved, opened: Fixture.start)
    incident.resolvedAt = Fixture.start + .minutes(40)
    return incident
  }

  private func run(_ line: Int, _ text: String, exit: Int, output: String = "", as command: String? = nil) -> CommandRun
  {
    CommandRun(
      id: Int64(line * 10 + exit), incident: 3, text: text, line: line, command: command ?? text, host: "", actor: "bo",
      started: Fixture.start + .minutes(Double(5 + exit)), took: .seconds(1), exit: exit, output: output)
  }

  private func lesson(
    _ incident: Incident = incident(), timeline: [TimelineEntry] = [], pages: [Page] = [], runs: [CommandRun] = [],
    source: String = source
  ) throws -> (hunks: [LessonHunk], document: LessonDocument) {
    let document = try #require(LessonDocument([(path: "RUNBOOK.md", bytes: Array(source.utf8), firstLine: 1)]))
    let lesson = Lesson(
      incident, timeline: timeline, pages: pages, alerts: [], runs: runs, team: Fixture.team, pinned: Self.runbook,
      runbook: Self.runbook, document: document, now: Fixture.start + .days(1))
    return (lesson.hunks, document)
  }

  @Test func anUneventfulIncidentTeachesNothing() throws {
    #expect(try lesson().hunks.isEmpty)
  }

  @Test func aCommandThatFailedAndARemedyThatWorkedAreRemarkedWithTheirDay() throws {
    let runs = [
      run(14, "docker compose logs web", exit: 1, output: "no such service: `web`"),
      run(15, "docker compose restart web", exit: 0),
    ]
    let (hunks, document) = try lesson(runs: runs)
    #expect(
      hunks.map(\.new) == [
        ["Last updated: 2026-02-15"],
        ["docker compose logs web  # 2026-02-14, INC-2026-02-14-01: exit 1 (no such service: web)"],
        ["docker compose restart web  # 2026-02-14, INC-2026-02-14-01: worked"],
      ])
    #expect(hunks[1].why == "Bo ran it at 03:18: exit 1.")
    #expect(
      LessonPatch(document, Array(hunks.prefix(1))).unified == """
        --- a/RUNBOOK.md
        +++ b/RUNBOOK.md
        @@ -1,6 +1,6 @@
         # Shop runbook
        \u{20}
        -Last updated: 2025-12-28
        +Last updated: 2026-02-15
        \u{20}
         - On-call: pager
         - Team lead (bo@example.org): after 30 minutes

        """)
  }

  @Test func anotherFormThatEndedWellTakesTheCommandsPlace() throws {
    let runs = [
      run(14, "docker compose logs web", exit: 1),
      run(14, "docker compose logs web", exit: 0, as: "docker compose logs --tail=200 web"),
    ]
    let hunk = try #require(try lesson(runs: runs).hunks.first { $0.kind == .command })
    #expect(hunk.new == ["docker compose logs --tail=200 web"])
  }

  @Test func aMissingScenarioTakesTheShapeOfTheLastOne() throws {
    let end = TimelineEntry(
      id: 9, incident: 3, at: Fixture.start + .minutes(40), kind: .resolved, actor: "ana",
      text: "Ana resolved it: *rolled back*")
    let runs = [run(15, "docker compose restart web", exit: 0)]
    let hunk = try #require(
      try lesson(Self.incident(nil), timeline: [end], runs: runs).hunks.first { $0.kind == .scenario })
    #expect(hunk.line == 17 && hunk.old.isEmpty)
    #expect(
      hunk.new.joined(separator: "\n") == """

        ## Scenario 2: Website | answers 502

        **Severity**: P1

        **Symptoms**:
        - Website | answers 502

        **Investigation**:
        ```bash
        docker compose restart web
        ```

        **Resolution**:
        1. Ana resolved it: \\*rolled back\\*
        """)
  }

  @Test func whatPeopleDidByHandChangesTheFiguresAndTheSeverity() throws {
    var page = Page(
      id: 4, incident: 3, round: 1, rung: 1, person: "bo",
      method: ContactMethod(channel: "mail", address: "bo@example.org"),
      reason: .byHand, due: Fixture.start + .minutes(8), why: "", line: 6, created: Fixture.start + .minutes(8))
    let raised = TimelineEntry(
      id: 5, incident: 3, at: Fixture.start + .minutes(9), kind: .severity, actor: "ana", text: "Ana set P0")
    let hunks = try lesson(Self.incident(severity: "P0"), timeline: [raised], pages: [page]).hunks
    #expect(hunks.first { $0.kind == .threshold }?.new == ["- Team lead (bo@example.org): after 10 minutes"])
    #expect(hunks.first { $0.kind == .severity }?.new == ["## Scenario 1: Website down (P0)"])
    page.reason = .escalated
    page.status = .failed
    page.evidence = "550 no such user"
    let failed = try #require(try lesson(pages: [page]).hunks.first { $0.kind == .contact })
    #expect(failed.new == ["- Team lead ([new address of Bo; bo@example.org failed 2026-02-14]): after 30 minutes"])
    #expect(failed.why.contains("550 no such user"))
  }

  @Test func aScenarioThatWasChosenByHandGetsTheAlertsWordsAsASymptom() throws {
    let said = TimelineEntry(
      id: 5, incident: 3, at: Fixture.start, kind: .scenario, actor: "ana", text: "Ana chose Website down")
    let hunk = try #require(try lesson(timeline: [said]).hunks.first { $0.kind == .symptom })
    #expect(hunk.line == 12 && hunk.new == ["- Website | answers 502"])
  }

  @Test func practiceTeachesNothing() throws {
    var drill = Self.incident(nil)
    drill.isDrill = true
    #expect(try lesson(drill).hunks.isEmpty)
  }

  @Test(arguments: [
    ("Last updated: December 2024", "Last updated: February 2026"),
    ("*Last Updated: Dec 28, 2024*", "*Last Updated: Feb 15, 2026*"),
    ("Last reviewed: 3 March 2025.", "Last reviewed: 15 February 2026."),
    ("Last updated 2024-12", "Last updated 2026-02"),
  ])
  func aDateKeepsItsForm(_ before: String, _ after: String) throws {
    let source = Self.source.replacing("Last updated: 2025-12-28", with: before)
    let runs = [run(15, "docker compose restart web", exit: 0)]
    #expect(try lesson(runs: runs, source: source).hunks.first { $0.kind == .updated }?.new == [after])
  }

  @Test func aPatchKeepsLineEndsAndTheMissingLastOne() throws {
    let document = try #require(
      LessonDocument([(path: "a.md", bytes: Array("one\r\ntwo\r\nthree".utf8), firstLine: 1)]))
    let hunks = [
      LessonHunk(.updated, line: 2, old: ["two\r"], new: ["2"], why: ""),
      LessonHunk(.command, line: 2, old: ["two\r"], new: ["overlaps"], why: ""),
      LessonHunk(.scenario, line: 4, new: ["four"], why: ""),
      LessonHunk(.contact, line: 1, old: ["not there"], new: [], why: ""),
    ]
    let patch = LessonPatch(document, hunks)
    #expect(patch.hunks.count == 2)
    #expect(patch.changed.first?.after == "one\r\noverlaps\r\nthree\r\nfour")
    #expect(
      patch.unified
        == "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,4 @@\n one\r\n-two\r\n+overlaps\r\n-three\n\\ No newline at end of file\n"
        + "+three\r\n+four\n\\ No newline at end of file\n")
  }
}
