import Incidents
import Runbooks
import Testing

/// What a new revision says otherwise, as facts with the lines of both.
@Suite struct RunbookDiffTests {
  static let before = """
    # Payments

    ## Severity Levels

    | Level | Definition | Response Time |
    |-------|------------|---------------|
    | P0 | Nobody can pay | 5 minutes |
    | P1 | Some cannot pay | 15 minutes |

    ## Escalation

    | Level | Contact | After |
    |-------|---------|-------|
    | 1 | On-call Engineer | 0 min |
    | 2 | Engineering Manager | 15 min |
    | 3 | CTO | 60 min |

    ## Communication

    - P0: update every 15 minutes
    - P1: update every 30 minutes

    ## Scenario 1: Database down

    **Symptoms:**
    - Too many connections

    **Diagnosis:**
    ```bash
    pg_isready
    psql -c "select count(*) from pg_stat_activity"
    ```

    **Fix:**
    ```bash
    systemctl restart postgresql
    ```

    ## Scenario 2: Queue stuck

    **Symptoms:**
    - Lag grows

    **Fix:**
    ```bash
    systemctl restart worker
    ```
    """

  private func changes(_ edits: (String, String)...) throws -> [RunbookChange] {
    let old = try Fixture.text(Self.before)
    let new = edits.reduce(Self.before) { text, edit in text.replacing(edit.0, with: edit.1) }
    return RunbookDiff.changes(from: old, to: try Fixture.text(new))
  }

  private func texts(_ edits: (String, String)...) throws -> [String] {
    let old = try Fixture.text(Self.before)
    let new = edits.reduce(Self.before) { text, edit in text.replacing(edit.0, with: edit.1) }
    return RunbookDiff.changes(from: old, to: try Fixture.text(new)).map(\.text)
  }

  @Test func theSameTextHasNoChanges() throws { #expect(try changes().isEmpty) }

  @Test func aBlankLineMovesLinesAndChangesNothing() throws {
    #expect(
      try texts(("# Payments\n", "# Payments\n\nRead this first.\n")) == [
        "Only the wording, in one line: now “Read this first.”"
      ])
    #expect(try texts(("# Payments\n", "# Payments   \n\n\n")).isEmpty)
  }

  @Test func aLaterRungIsTwoFiguresWithTheLinesOfBothRevisions() throws {
    let changes = try changes(("| 15 min |", "| 20 min |"), ("# Payments\n", "# Payments\n\n"))
    #expect(changes.map(\.text) == ["Ladder: rung 2 (Engineering Manager) after 15 → 20 min"])
    #expect(changes.first?.before == 15)
    #expect(changes.first?.after == 16)
  }

  @Test func aRungMoreALessAndAnotherOne() throws {
    #expect(
      try texts(("| 3 | CTO | 60 min |", "| 3 | Director | 45 min |\n| 4 | CTO | 60 min |"))
        == ["Ladder: rung 3 (Director) after 45 min added"])
    #expect(try texts(("| 3 | CTO | 60 min |\n", "")) == ["Ladder: rung 3 (CTO) removed"])
    #expect(try texts(("| CTO |", "| VP Engineering |")) == ["Ladder: rung 3 CTO → VP Engineering"])
  }

  @Test func whatOneSeverityHasForItselfNamesIt() {
    var old = Runbook()
    old.severities = [Severity(name: "P0", rank: 0, line: 1), Severity(name: "P1", rank: 1, line: 2)]
    old.escalation = [
      Rung(target: "A", afterMinutes: 0, line: 5), Rung(target: "B", afterMinutes: 15, severities: ["P1"], line: 6),
    ]
    var new = old
    new.escalation[1].afterMinutes = 20
    new.escalation[1].until = .resolved
    #expect(
      RunbookDiff.changes(from: old, to: new).map(\.text) == [
        "P1 ladder: rung 2 (B) after 15 → 20 min", "P1 ladder: rung 2 (B) goes on until acknowledged → resolved",
      ])
  }

  @Test func answerTimesCadenceAndNewSeverities() throws {
    #expect(try texts(("| 5 minutes |", "| 10 minutes |")) == ["P0 answer within 5 → 10 min"])
    #expect(try texts(("P0: update every 15", "P0: update every 10")) == ["P0 cadence 15 → 10 min"])
    #expect(
      try texts(
        ("| P1 | Some cannot pay | 15 minutes |\n", "| P1 | Some cannot pay | 15 minutes |\n| P2 | Slow | 1 hour |\n")
      )
      .contains("Severity P2 added"))
  }

  @Test func scenariosAreAddedRemovedRenamedAndTheirStepsNumbered() throws {
    #expect(try texts(("count(*) from", "pid, query from")) == ["Scenario Database down: step 2 changed"])
    #expect(
      try texts(("systemctl restart postgresql", "systemctl restart postgresql\npg_isready -h db-1"))
        == ["Scenario Database down: step 4 added: pg_isready -h db-1"])
    #expect(
      try texts(("Scenario 1: Database down", "Scenario 1: Postgres is down"))
        == ["Scenario Database down is now called Postgres is down"])
    let cut = Self.before.range(of: "## Scenario 2").map { String(Self.before[$0.lowerBound...]) } ?? ""
    #expect(try texts((cut, "")) == ["Scenario Queue stuck removed"])
  }

  @Test func listsAreComparedByName() {
    var old = Runbook()
    old.contacts = [Contact(role: "CTO", name: "Ana", via: ["+49 1"], placeholder: false, line: 9)]
    old.templates = [Template(name: "Status", kind: .internal, body: "We look.", line: 20)]
    old.healthChecks = [HealthCheck(kind: .http, target: "https://a/health", expectation: "200", line: 30)]
    var new = old
    new.contacts[0].via = ["+49 2"]
    new.templates[0].body = "We are looking."
    new.healthChecks = [HealthCheck(kind: .tcp, target: "db:5432", line: 31)]
    new.quietMinutes = 30
    #expect(
      RunbookDiff.changes(from: old, to: new).map(\.text) == [
        "Quiet window none → 30 min", "Template Status changed", "Health check https://a/health removed",
        "Health check db:5432 added", "Contact CTO: Ana, +49 1 → Ana, +49 2",
      ])
  }

  @Test func aTextThatWasCutShortIsALoss() throws {
    let whole = try Fixture.text(Self.before)
    let cut = try Fixture.text(String(Self.before.prefix(40)))
    #expect(
      RunbookDiff.loss(from: whole, to: cut)
        == "its severities (was line 7), its escalation ladder (was line 14) and its scenarios (was line 23) cannot be found any more"
    )
    #expect(RunbookDiff.loss(from: whole, to: whole) == nil)
    #expect(RunbookDiff.loss(from: Runbook(), to: Runbook()) == nil)
  }

  /// Whatever two documents say, the way back undoes the way there: as many facts come as go.
  @Test func theWayBackHasAsManyChanges() throws {
    let names = ["five-levels", "alert-page"]
    let runbooks = try names.map { try Fixture.read($0) } + [try Fixture.text(Self.before), Runbook()]
    for old in runbooks {
      #expect(RunbookDiff.changes(from: old, to: old).isEmpty)
      for new in runbooks {
        let there = RunbookDiff.changes(from: old, to: new)
        let back = RunbookDiff.changes(from: new, to: old)
        #expect(there.count { $0.before == nil } == back.count { $0.after == nil })
      }
    }
  }
}
