import Incidents
import Testing

@testable import Runbooks

/// Scenarios of one line or row each, and what a label or a sentence between them says.
struct ScenarioRowTests {
  @Test func eachRowOfATableOfTroublesIsAScenario() throws {
    let runbook = try Fixture.text(
      """
      # Exploitation

      ## Incidents fréquents

      | Symptôme | Cause probable | Remède |
      |---|---|---|
      | Portail en 502 | Cache arrêté | `docker compose restart cache` |
      | Sauvegarde échouée | Disque démonté | Vérifier `mount` |
      """)
    #expect(runbook.scenarios.map(\.title) == ["Portail en 502", "Sauvegarde échouée"])
    #expect(runbook.scenarios.map(\.hasFix) == [true, true])
    #expect(runbook.scenarios.first?.causes.map(\.text) == ["Cache arrêté"])
    #expect(runbook.scenarios.first?.actions.map(\.text) == ["docker compose restart cache"])
  }

  @Test func aTableOfWhomToCallIsNone() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Common issues

      | Issue | Contact | Escalate to |
      |---|---|---|
      | Oven cold | #ovens | Shift lead |
      | Till stuck | #tills | Store lead |
      """)
    #expect(runbook.scenarios.isEmpty)
  }

  @Test func anArrowLeadsFromTheTroubleToWhatIsDone() throws {
    let runbook = try Fixture.text(
      """
      # Руководство

      ## Типовые инциденты

      - Очередь переполнена → очистить очередь и перезапустить обработчик
      - Печь не отвечает → проверить питание
      """)
    #expect(runbook.scenarios.map(\.title) == ["Очередь переполнена", "Печь не отвечает"])
    #expect(runbook.scenarios.map(\.hasFix) == [true, true])
  }

  @Test func aGroupOfTroublesUnderAnotherIsNoScenario() throws {
    let runbook = try Fixture.text(
      """
      # Guide

      ## Troubleshooting

      ### Common issues

      #### Oven not answering

      ```bash
      docker-compose restart oven
      ```

      #### Label printer offline

      ```bash
      docker-compose ps printer
      ```

      ### Performance issues

      #### Slow orders

      1. Look at the queue

      #### High load

      ```bash
      docker-compose restart orders
      ```
      """)
    #expect(
      runbook.scenarios.map(\.title) == ["Oven not answering", "Label printer offline", "Slow orders", "High load"])
    #expect(runbook.scenarios.map(\.hasFix) == [true, false, true, true])
  }

  @Test func aPageOfAnAlertIsAScenarioByItsTriggerAndItsName() throws {
    let page = """
      ## Trigger logic
      - **Condition**: oven errors above 5% for 2 minutes

      ## Investigation steps
      1. Look at the panel

      ## Mitigation strategies
      - **Bad release**: roll back

      ## Escalation
      - If unable to resolve within 15 minutes, ping `@oven-team` in `#ovens`.
      """
    let alert = try Fixture.text("# Runbook: Oven errors high\n\n" + page)
    #expect(alert.scenarios.map(\.title) == ["Oven errors high"])
    #expect(alert.escalation.map(\.target) == ["@oven-team"])
    #expect(try Fixture.text("# Incident response\n\n" + page).scenarios.isEmpty)
  }

  @Test func sentencesOfAScenarioSayWhatItsLabelsWould() throws {
    let runbook = try Fixture.text(
      """
      # Betrieb

      ## Häufige Störungen

      ### Anmeldung geht nicht

      Fehlt eine Tabelle → Migration erneut ausführen.

      ### Seiten ohne Bilder

      Ursache: Der Pfad ist falsch. Fix: Pfad ändern, neu ausrollen.

      ### Fehler 500

      **Diagnose mit der Spur-Nummer:**

      ```bash
      kubectl logs deploy/shop
      ```
      """)
    #expect(runbook.scenarios.map(\.hasFix) == [true, true, false])
  }

  @Test func partsOfTheCourseUnderARunbooksHeadingAreNoScenarios() throws {
    let runbook = try Fixture.text(
      """
      # Readiness

      ## Incident response runbook

      ### First 15 minutes

      1. Assign a commander

      ### Mitigation and recovery

      1. Stabilize the ovens
      """)
    #expect(runbook.scenarios.isEmpty)
  }

  @Test func whatIsNamedByAFaultBesideTheScenariosIsOneOfThem() throws {
    let runbook = try Fixture.text(
      """
      # Operations

      ## Label or log feed unavailable

      1. Confirm that the ovens still run.
      2. Restore the feed.

      ## Alert runbooks

      ### Queue lag high

      Check the age of the oldest order. Restart the consumer.

      ### Oven stuck

      Look at the panel. Drain the oven.
      """)
    #expect(runbook.scenarios.map(\.title) == ["Label or log feed unavailable", "Queue lag high", "Oven stuck"])
    #expect(runbook.scenarios.map(\.hasFix) == [true, true, true])
  }

  @Test func aTableOfChecksWithWhatToDoHoldsTheFix() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Scenarios

      ### Gate refuses to open

      **Symptoms:** `GateError` in the log

      **Checks:**

      | Check | Likely cause | Action |
      |---|---|---|
      | `files` | Source missing | Restore from the backup |
      | `key` | Key not readable | Mend its permissions |
      """)
    #expect(runbook.scenarios.map(\.hasFix) == [true])
  }

  @Test func oneStepThatSoundsLikeAPartMakesNoFieldsOfAList() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Common failure scenarios

      ### Alerts not firing

      - Confirm that alerts are switched on.
      - Look at the threshold.
      - Test delivery: `POST /alerts/test`.
      """)
    #expect(runbook.scenarios.map(\.hasVerification) == [false])
  }
}
