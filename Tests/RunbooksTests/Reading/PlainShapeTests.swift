import Incidents
import Testing

@testable import Runbooks

/// Shapes of documents that are little more than plain text, and names that only one team uses.
struct PlainShapeTests {
  @Test func linesSetInColumnsAreAListUnderABareWho() throws {
    let runbook = try Fixture.text(
      """
      Who
      ---

        1  Duty engineer      at once
        2  Second engineer    after 5 min without an answer
        3  Duty manager       after 15 min
      """)
    #expect(runbook.ladder == ["Duty engineer@0", "Second engineer@5", "Duty manager@15"])
  }

  @Test func whoDoesWhatIsNoLadder() throws {
    let runbook = try Fixture.text("## Who does what\n\n- Lead: decides\n- Scribe: writes\n")
    #expect(runbook.escalation.isEmpty)
  }

  @Test func linesSetInBelowALabelAreCommandsWhereNoFenceIs() throws {
    let runbook = try Fixture.text(
      """
      ## Known faults

      1. Sorter stops

         You see: red segment

         Look:

           ssh scada1
           bhsctl segment list --faulted

         Do:

           - bhsctl segment reset SRT2
           - tell the bhsctl crew
      """)
    let commands = runbook.scenarios.first?.actions.filter { $0.kind == .command }.map(\.text)
    #expect(commands == ["ssh scada1", "bhsctl segment list --faulted", "bhsctl segment reset SRT2"])
  }

  @Test func lettersBeforeDigitsAreCodesWhereSiblingsShareThem() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels

      1. **K1 — outage.** All down. Response: 5 minutes.
      2. **K2 — fault.** One down. Response: 20 minutes.

      ## Updates

      K1 — every 15 minutes, K2 — every hour.
      """)
    #expect(runbook.scale.map { $0.prefix(2) } == ["K1", "K2"])
    #expect(runbook.severities.map(\.responseMinutes) == [5, 20])
    #expect(runbook.cadence.map(\.minutes) == [15, 60])
  }

  @Test func aScaleMayHaveTheTeamsOwnWords() throws {
    let runbook = try Fixture.text(
      """
      ## Levels

      1. **Front page** — readers cannot read
      2. **Back page** — editors are annoyed

      Front page: someone answers in five minutes. Back page: half an hour.

      ## Status updates

      We post every 20 minutes for a Front page.
      """)
    #expect(runbook.severities.map(\.name) == ["Front page", "Back page"])
    #expect(runbook.severities.map(\.responseMinutes) == [5, 30])
    #expect(runbook.cadence.map(\.severity) == ["Front page"])
  }

  @Test func aRestoreColumnIsNoResponse() throws {
    let runbook = try Fixture.text(
      "## Severity\n\n| Level | Ack | Restore |\n|---|---|---|\n| High | 5 min | 8 h |\n| Low | 1 h | 3 d |\n")
    #expect(runbook.severities.map(\.responseMinutes) == [nil, nil])
    #expect(runbook.severities.map(\.ackMinutes) == [5, 60])
  }

  @Test(arguments: ["none", "n/a", "keine", "无需通报", "ninguna"])
  func thatNothingIsOwedIsStatedToo(_ none: String) throws {
    let runbook = try Fixture.text(
      "## Severity\n\n| Level | Response | Updates |\n|---|---|---|\n| P1 | 5 min | every 15 min |\n| P2 | 1 h | \(none) |\n"
    )
    #expect(runbook.cadence.map(\.minutes) == [15, nil])
  }

  @Test func momentsWithSeveritiesLeadAndAnotherCountsFromTheOneBefore() throws {
    let runbook = try Fixture.text(
      """
      ## Severity

      | Level | Response |
      |---|---|
      | Critical | 5 min |
      | High | 15 min |

      ## Escalation

      - **0 min**: on-call
      - **+5 min** (Critical) / **+15 min** (High): Duty engineer
      - **+45 min** (Critical): Managing director
      """)
    #expect(
      runbook.ladder == ["on-call@0", "Duty engineer@5", "Duty engineer@15", "Managing director@45"])
    let chained = try Fixture.text(
      "## Escalation\n\n1. Operator — immediately\n2. Lead — 5 minutes later\n3. Director — another 10 minutes later\n")
    #expect(chained.ladder == ["Operator@0", "Lead@5", "Director@15"])
  }

  @Test func clausesWithTimesAndChineseVerbsAreRungs() throws {
    let russian = try Fixture.text(
      "## Кого поднимать\n\nСразу дежурный; через 10 минут, если он не ответил, — начальник цеха; через час — директор.\n"
    )
    #expect(russian.ladder == ["дежурный@0", "начальник цеха@10", "директор@60"])
    let chinese = try Fixture.text("## 找谁\n\n5分钟无人响应，系统自动呼叫备班工程师；15分钟未恢复，通知分拣组组长。\n")
    #expect(chinese.ladder == ["备班工程师@5", "分拣组组长@15"])
  }

  @Test func aSituationAtOnceIsNoRung() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      If nobody answers within 10 minutes, call the team lead. After an hour, call the director.
      If customer data leaked, call the security officer immediately.
      """)
    #expect(runbook.ladder == ["team lead@10", "director@60"])
  }

  @Test func aRungMayHaveAnotherTimeForEachSeverity() throws {
    let runbook = try Fixture.text(
      """
      ## Severity

      | Level | Response |
      |---|---|
      | P1 | 5 min |
      | P2 | 15 min |

      ## Escalation

      1. On-call engineer
      2. Team lead
         - P1 without progress after 30 minutes
         - P2 without progress after 2 hours
      """)
    #expect(runbook.ladder == ["On-call engineer@-", "Team lead@30", "Team lead@120"])
    #expect(runbook.escalation.map(\.severities) == [[], ["P1"], ["P2"]])
  }

  @Test func whatIsToBeDoneBehindAnArrowIsNobodyAndItsTimeIsRead() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      1. On-call engineer
      2. Team lead, after 10 minutes

      Special cases:
      - Brake fault → Safety lead, immediately, and stop the trucks
      - Leaked log → Privacy officer within 1 hour
      """)
    #expect(runbook.escalationRules.map(\.target) == ["Safety lead", "Privacy officer"])
    #expect(runbook.escalationRules.map(\.afterMinutes) == [0, 60])
  }

  @Test func aRollbackMayOpenWithWhen() throws {
    let runbook = try Fixture.text(
      "## Rollback\n\n**When:** error rate over 5 %\n\n```bash\nhelm rollback api\n```\n")
    #expect(runbook.rollback?.criteria.map(\.text) == ["error rate over 5 %"])
  }
}
