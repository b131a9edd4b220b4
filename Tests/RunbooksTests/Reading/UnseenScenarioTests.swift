import Incidents
import Testing

@testable import Runbooks

/// Scenarios under headings of all kinds, and headings named by a fault that are none.
struct UnseenScenarioTests {
  @Test func headingsNamedByFaultsMakeTheHeadingAboveThemAGroup() throws {
    let runbook = try Fixture.text(
      """
      # Incident response

      ## Security incident response

      ### Security breach

      **Immediate actions:**
      1. Isolate the host

      **Investigation:**
      - Review access logs

      ### DDoS attack

      **Detection:**
      - Sudden traffic

      **Response:**
      1. Block the sources

      ### Compromised credentials

      **Actions:**
      1. Revoke them
      """)
    #expect(runbook.scenarios.map(\.title) == ["Security breach", "DDoS attack", "Compromised credentials"])
    #expect(runbook.scenarios.map(\.hasFix) == [true, true, true])
    #expect(runbook.scenarios.map(\.hasVerification) == [false, false, false])
  }

  @Test func besideFaultsAWeakerNameIsAScenarioAndPaperworkIsNone() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Oven control down

      1. Look at the panel.
      2. Restart the controller.

      ## Orders not processed

      1. Look at the queue.

      ## Label printer failing

      1. Change the roll.

      ## Breach assessment

      1. Write down what was seen.

      ## Pause order for a full stop (key compromise)

      1. Mixer
      """)
    #expect(
      runbook.scenarios.map(\.title) == ["Oven control down", "Orders not processed", "Label printer failing"])
  }

  @Test func aSeverityInFrontOfWhatIsWrongIsNoSeveritysHeading() throws {
    let runbook = try Fixture.text(
      """
      # Руководство

      ## Уровни серьёзности

      | Уровень | Описание | Время реакции |
      |---|---|---|
      | P0 — Критический | Печи стоят | Немедленно |
      | P1 — Высокий | Одна печь стоит | 10 минут |

      ## P0: Критический инцидент — печи остыли

      ### Немедленные действия (первые 2 минуты)
      1. Перекрыть газ

      ### Расследование
      1. Собрать логи

      ## P1: Печь не греет

      ### Диагностика
      1. Проверить датчик

      ### Причины

      | Симптом | Причина | Действие |
      |---|---|---|
      | Красная лампа | Реле | Заменить |
      """)
    #expect(runbook.scenarios.map(\.title) == ["Критический инцидент — печи остыли", "Печь не греет"])
    #expect(runbook.scenarios.map(\.severity) == ["P0", "P1"])
    #expect(runbook.scenarios.map(\.hasFix) == [true, true])
  }

  @Test func figuresAndSignsOfDetectionAreNoScenarios() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Common incidents

      ### Oven off

      **Symptoms:** cold bread

      **Fix:** light it

      ## Monitoring & alerts

      ### Key metrics

      ```yaml
      Heat: below 180 → P1
      ```

      ## Detection and alerts

      ### Automatic detection

      - Watch the panel
      """)
    #expect(runbook.scenarios.map(\.title) == ["Oven off"])
  }

  @Test func italianSignsAreSymptomsAndActionsAreTheFix() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Playbook per scenario

      ### A) Forno spento

      Segnali:
      - pane freddo
      - spia rossa

      Azioni:
      1. **Verifica**: `systemctl status forno`
      2. **Riavvio**: `systemctl restart forno`
      """)
    #expect(runbook.scenarios.map(\.symptoms.count) == [2])
    #expect(runbook.scenarios.map(\.hasFix) == [true])
  }

  @Test func theLeavesOfADecisionTreeAreWhatToDo() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Decision trees

      ### Scenario 1: Bad release

      **Trigger**: errors above 5% after a release

      ```
      Are errors seen in one shop only?
      ├── YES → Restart that shop
      └── NO  → Roll the release back
      ```
      """)
    #expect(runbook.scenarios.map(\.hasFix) == [true])
  }

  @Test func aBacktickGoesOnWithThePowerShellCommand() throws {
    let actions = Commands.actions(
      in: """
        Get-Metric `
            --name heat `
            --period 300

        .\\scripts\\rollback.ps1 -Release <last-good>
        """, language: "powershell", firstLine: 1, phase: .diagnosis)
    #expect(actions.map(\.kind) == [.command, .command])
    #expect(actions.first?.text.split(separator: "\n").count == 3)
  }

  @Test func whatIsSentToMachinesIsJudgedByItsText() {
    func judged(_ parameters: String, _ document: String = "AWS-RunShellScript") -> Action.Effect {
      EffectReader.judge("aws ssm send-command --document-name \(document) --parameters '\(parameters)'").effect
    }
    #expect(judged("commands=[\"df -h\"]") == .read)
    #expect(judged("{\"commands\": [\"df -h\", \"systemctl restart oven\"]}") == .write)
    #expect(judged("commands=[\"find /var/log -name \\\"*.log\\\" -delete\"]") == .destructive)
    #expect(judged("commands=uptime") == .read)
    #expect(judged("commands=[df -h") == .unknown)
    #expect(judged("x=1", "AWS-RestartEC2Instance") == .write)
  }
}

extension UnseenScenarioTests {
  @Test func aSeverityInFrontOfCommandsIsAScenarioWhateverItsStepsAreCalled() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Categorías

      | Severidad | Descripción | Tiempo de respuesta |
      |---|---|---|
      | P0 — Crítico | Todo parado | 20 min |
      | P1 — Alto | Un horno parado | 2h |

      ## P0 — Horno completamente parado

      ### 1. Mirar el estado

      ```bash
      systemctl status horno
      ```

      ### 2. Reiniciar en orden

      ```bash
      systemctl restart horno
      ```

      ## P1 — Etiquetas sin imprimir

      ```bash
      systemctl restart etiquetas
      ```
      """)
    #expect(runbook.severities.map(\.responseMinutes) == [20, 120])
    #expect(runbook.scenarios.map(\.title) == ["Horno completamente parado", "Etiquetas sin imprimir"])
    #expect(runbook.scenarios.map(\.severity) == ["P0", "P1"])
    #expect(runbook.scenarios.map(\.hasFix) == [true, true])
  }

  @Test func whenToUseAProcedureIsItsSymptom() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Severity levels

      | Level | Meaning | Response time |
      |---|---|---|
      | SEV-1 (Critical) | fire | 5 min |
      | SEV-2 (Major) | smoke | 30 min |

      ## Critical procedures (SEV-1)

      ### 1. Stop all belts
      **When to use**: a belt runs off its rollers.

      **Procedure**:

      1. Publish the stop:
         ```bash
         beltctl stop --all
         ```

      ### 2. Oven control lost
      **When to use**: two panels disagree.

      **Procedure**:

      1. Restart the controller:
         ```bash
         systemctl restart ovend
         ```
      """)
    #expect(runbook.scenarios.map(\.title) == ["Stop all belts", "Oven control lost"])
    #expect(runbook.scenarios.map(\.severity) == ["SEV-1", "SEV-1"])
    #expect(runbook.scenarios.map(\.symptoms.count) == [1, 1])
  }

  @Test func pathsOfAnInvestigationAreNoScenarios() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Common incident scenarios

      ### Scenario: Oven off

      **Symptoms:** cold bread

      **Fix:** light it

      ## Step 3: Investigation

      ### Common investigation paths

      #### High error rate

      ```bash
      journalctl -u ovend
      ```

      #### Slow belts

      ```bash
      uptime
      ```
      """)
    #expect(runbook.scenarios.map(\.title) == ["Oven off"])
  }
}
