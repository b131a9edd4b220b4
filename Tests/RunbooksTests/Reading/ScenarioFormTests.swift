import Incidents
import Testing

@testable import Runbooks

/// Scenarios without the usual labels, and parts of a document that only look like some.
struct ScenarioFormTests {
  @Test func aLineEachIsAScenarioUnderAHeadingThatSaysSo() throws {
    let runbook = try Fixture.text(
      """
      ## 3. 场景与演练

      - 密钥外泄：立即轮换，检查使用日志；
      - 数据库故障：停止写入，从备份恢复。
      """)
    #expect(runbook.scenarios.map(\.title) == ["密钥外泄", "数据库故障"])
    #expect(runbook.scenarios.allSatisfy { $0.hasFix })
  }

  @Test func headingsNamedByFaultsOverCommandsAreScenarios() throws {
    let runbook = try Fixture.text(
      """
      # Node runbook

      ## 1. Node down

      ```bash
      systemctl status noded
      systemctl restart noded
      ```

      ## 2. Upgrade

      ```bash
      noded upgrade
      ```

      ## 3. Key compromise

      ```bash
      noded keys rotate --all
      ```
      """)
    #expect(runbook.scenarios.map(\.title) == ["Node down", "Key compromise"])
    #expect(runbook.scenarios.first?.hasFix == true)
  }

  @Test func aTableOfStepsHoldsTheParts() throws {
    let runbook = try Fixture.text(
      """
      ## Scenarios

      ### Cache taken over

      | Step | Action |
      |---|---|
      | Detection | strange keys; failed logins |
      | Isolate | close the port |
      | Prevention | bind to localhost |

      ### Token leaked

      | Step | Action |
      |---|---|
      | Detection | calls from abroad |
      | Isolate | revoke the token |
      """)
    #expect(
      runbook.scenarios.map { $0.symptoms.map(\.text) } == [["strange keys", "failed logins"], ["calls from abroad"]])
    #expect(runbook.scenarios.allSatisfy { $0.hasFix })
    #expect(runbook.scenarios.first?.solutions.map(\.title) == ["Isolate"])
  }

  @Test func remarksUnderCommonFixesAreTheFix() throws {
    let runbook = try Fixture.text(
      """
      ## Common issues

      ### Pod restarts

      ```bash
      # Look at the events
      kubectl describe pod web

      # Common fixes:
      # 1. Raise the limit
      # 2. Mend the secret
      ```
      """)
    #expect(runbook.scenarios.first?.hasFix == true)
  }

  @Test func theLineAboutTheImpactMayNameTheSeverity() throws {
    let runbook = try Fixture.text(
      """
      ## Severity

      - P1: all down
      - P2: half down

      ## Scenario-specific runbooks

      ### Database outage

      **Symptoms:** `/health` fails

      **Impact:** P1 — nothing works without it.

      **Immediate steps:**

      1. Restart the database
      """)
    #expect(runbook.scenarios.first?.severity == "P1")
  }

  @Test func whatAnAuditFoundAndPhasesOfAnyIncidentAreNoScenarios() throws {
    let runbook = try Fixture.text(
      """
      ## Current state

      ### Gaps found in the audit

      | Component | Status | Evidence |
      |---|---|---|
      | Incident classification | missing | no severities |
      | Escalation procedures | missing | no path |
      | Rollback procedures | partial | database unclear |

      ## Incident response process

      ### Phase 1: Detection and assessment (0-15 minutes)

      #### 1.1 Incident detection

      - **Monitoring:** alerts of the system
      - **User reports:** the service desk

      #### 1.2 Initial assessment

      - **Severity classification:** P0 to P3
      - **First notice:** tell the team
      """)
    #expect(runbook.scenarios.isEmpty)
  }

  @Test func aTemplateIsNamedByTheStepAboveItAndNotByItsSubject() throws {
    let runbook = try Fixture.text(
      """
      ## Communication

      1. **Tell the team**: channel #incidents

      2. **First notice**:
      ```
      Incident: <what>
      Status: <state>
      Impact: <who>
      ```

      ### Notice to the safety officer

      **Subject:** [P1] Safety notice

      ```
      Incident: [what]
      Status: [state]
      Impact: [who]
      ```
      """)
    #expect(runbook.templates.map(\.name) == ["First notice", "Notice to the safety officer"])
  }

  @Test func aCourseOfMomentsIsNoMessage() throws {
    let runbook = try Fixture.text(
      """
      ## Communication

      ### P1 response

      ```
      [T+0]    alert received, status: open
      [T+0-5]  acknowledge, impact: [who]
      [T+10]   tell stakeholders
      ```
      """)
    #expect(runbook.templates.isEmpty)
  }

  @Test func theLastStepOfTheProcessIsAReview() throws {
    let runbook = try Fixture.text(
      """
      ## 响应流程

      1. **发现**：记录时间。
      2. **恢复**：验证后恢复。
      3. **复盘**：五个工作日内形成时间线。
      """)
    #expect(runbook.review.present)
  }

  @Test func theReviewsOwnSectionSaysByWhenBeforeOthersDo() throws {
    let runbook = try Fixture.text(
      """
      ## P2 response

      1. Schedule the post-incident review within 48 hours

      ## Post-incident review

      - Within 24 hours for P1
      """)
    #expect(runbook.review.deadlineHours == 24)
  }

  @Test func phasesOfTheCourseAreNoScenariosAndAWatchIsNoDeadline() throws {
    let runbook = try Fixture.text(
      """
      # Break-ins

      ## Severity

      - P1: somebody is inside
      - P2: somebody tries

      ## Phase 1: Detect and triage

      1. **Find the signal**: alarms, strange entries, reports
      2. **Name who leads**: one person from the first minute to the last

      ## Phase 4: Recover

      1. **Watch for more**: look closer for 72 hours post-incident
      2. **Tell those concerned**: by the law

      ## Phase 5: Post-incident

      1. **Write the report**: course, cause, mending
      """)
    #expect(runbook.scenarios.isEmpty)
    #expect(runbook.review.deadlineHours == nil)
  }
}
