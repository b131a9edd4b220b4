import Incidents
import Testing

@testable import Runbooks

/// Scenarios that have no heading of their own, and headings whose names alone say what is wrong.
struct UnheadedScenarioTests {
  @Test func itemsOverStepsAreScenarios() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Common issues

      1. **Oven down**
         - Look at it: `kubectl get pods`
         - Restart it: `kubectl rollout restart deploy/oven`
      2. **Orders late**
         - Scale up
      3. **Logins fail**
         - Check the provider
      """)
    #expect(runbook.scenarios.map(\.title) == ["Oven down", "Orders late", "Logins fail"])
    #expect(runbook.scenarios.map { $0.actions.count { $0.kind == .command } } == [2, 0, 0])
  }

  @Test func stepsOfOneInvestigationAreNone() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Troubleshooting

      1. **Check the logs**
         - `kubectl logs deploy/oven`
      2. **Restart the oven**
         - `kubectl rollout restart deploy/oven`
      3. **Escalate**
         - Call the bakers
      """)
    #expect(runbook.scenarios.isEmpty)
  }

  @Test func aLabelThatComesAgainBeginsAScenarioEachTime() throws {
    let runbook = try Fixture.text(
      """
      # Notes

      ## Troubleshooting

      **Problem**: Till answers 502
      **Cause**: the proxy is down
      **Solution**: `docker compose restart proxy`

      **Problem**: Labels stuck
      **Cause**: the queue is full
      **Solution**: flush the queue
      """)
    #expect(runbook.scenarios.map(\.title) == ["Till answers 502", "Labels stuck"])
    #expect(runbook.scenarios.map(\.causes.count) == [1, 1])
    #expect(runbook.scenarios.map(\.hasFix) == [true, true])
  }

  @Test func boldLinesOverCommandsAreScenarios() throws {
    let runbook = try Fixture.text(
      """
      # Руководство

      ## Типовые инциденты

      **Касса 403** — адреса нет в списке. Сообщите менеджеру.

      **Сверка не соединяется** — проверить доступность:
      ```bash
      docker compose exec app curl $URL/users
      ```
      """)
    #expect(runbook.scenarios.map(\.title) == ["Касса 403", "Сверка не соединяется"])
  }

  @Test func theFooterUnderAGroupIsNone() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Runbook library

      See the shelf.

      **Last updated:** 3 May 2026
      **Next review:** 3 August 2026
      **Version:** 2
      """)
    #expect(runbook.scenarios.isEmpty)
  }

  @Test func headingsThatSayWhatIsWrongNeedNoGroupAboveThem() throws {
    let runbook = try Fixture.text(
      """
      # Runbook: bot

      ### Bot is offline

      1. Look at it: `pm2 status`
      2. Restart it: `pm2 restart bot`

      ### Orders do not answer

      1. Look at the log: `pm2 logs bot`

      ### Store locked

      - Stop the bot
      - Remove the lock
      """)
    #expect(runbook.scenarios.map(\.title) == ["Bot is offline", "Orders do not answer", "Store locked"])
  }

  @Test func aFaultOverThePartsOfItsCourseIsAScenario() throws {
    let runbook = try Fixture.text(
      """
      # Recovery

      ## 1. Store corruption

      ### 1.1 Detect
      The alert fires.

      ### 1.2 Respond
      1. Restore it: `pg_restore -d app latest.dump`

      ### 1.3 Verify
      - Counts match

      ## 2. Leaked key

      ### 2.1 Respond
      1. Rotate the key
      """)
    #expect(runbook.scenarios.map(\.title) == ["Store corruption", "Leaked key"])
    #expect(runbook.scenarios.map(\.hasVerification) == [true, false])
  }

  @Test func anAlertsPrefixAndItsQuotesAreNotItsName() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Alert runbooks

      ### Alert: "Ovens cold"

      **Resolution:** heat them

      ### Alert: Dough missing

      **Resolution:** make it
      """)
    #expect(runbook.scenarios.map(\.title) == ["Ovens cold", "Dough missing"])
  }
}
