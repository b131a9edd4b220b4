import Incidents
import Testing

@testable import Runbooks

/// More ways in which runbooks that nobody here had seen say who is called when, and how soon somebody answers.
struct UnseenCallTests {
  @Test func whenToEscalateUnderALevelIsWhenItIsCalled() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels

      | Level | Meaning |
      |---|---|
      | P0 | No lending desk works |
      | P1 | One branch is closed |

      ## Escalation levels

      ### Level 1: Duty librarian
      - **Role:** Looks first

      ### Level 2: Backup librarian
      - **Role:** Second pair of eyes
      - **When to escalate:**
        - Duty librarian silent after 12 minutes
        - P0 incident ongoing > 40 minutes
      - **Response time:** < 20 minutes

      ### Level 3: Systems lead
      - **When to escalate:**
        - P0 incident ongoing > 45 minutes
        - P1 incident ongoing > 3 hours
        - The catalogue must be restored
      """)
    #expect(runbook.ladder == ["Duty librarian@-", "Backup librarian@12", "Systems lead@45", "Systems lead@180"])
    #expect(runbook.escalation.map(\.severities) == [[], [], ["P0"], ["P1"]])
  }

  @Test func countedStepsWithRolesAreALadderAndNoScale() throws {
    let runbook = try Fixture.text(
      """
      # Eskalation im Fahrdienst

      ## Die Kette

      | Stufe | Rolle | Person | Erreichbar |
      |---|---|---|---|
      | 1 | Teamleitung Leitstelle | Jana Wulf | 0151 / 22 33 44 1 |
      | 2 | Betriebsleitung | Arne Kolb | 0151 / 22 33 44 2 |
      | 3 | Geschäftsführung | Ute Sommer | 0151 / 22 33 44 3 |
      """)
    #expect(runbook.severities.isEmpty)
    #expect(runbook.escalation.map(\.target) == ["Teamleitung Leitstelle", "Betriebsleitung", "Geschäftsführung"])
    #expect(runbook.contacts.map(\.role).first == "Teamleitung Leitstelle")
  }

  @Test func proseNamesAManagerOfATeamAndCountsFurther() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation path

      The primary on-call engineer is paged first. If the page is not acknowledged within 8 minutes it escalates to the
      secondary on-call. If the secondary does not acknowledge within a further 20 minutes, the engineering manager for
      the owning team is paged directly.

      ## Kiln backlog

      If the queue of firings exceeds 400 trays:

      1. Confirm that the kilns are hot.
      2. Add a shift: `kilnctl scale --shift night --kilns 6`.
      3. If it is still growing after 15 minutes, page the kiln team lead.
      """)
    #expect(runbook.ladder == ["primary on-call engineer@-", "secondary on-call@8", "engineering manager@28"])
    #expect(runbook.scenarios.map(\.title) == ["Kiln backlog"])
    #expect(runbook.scenarios.first?.actions.contains { $0.kind == .command } == true)
  }

  @Test func theSecondOfTwoIsCountedLikeTheFirst() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      The alert pages the primary on-call. If nobody answers, we call the secondary after 10 minutes and the manager
      after 25.
      """)
    #expect(runbook.ladder == ["primary on-call@-", "secondary@10", "manager@25"])
  }

  @Test func whatLastsIsATimeAfterWhichSomebodyIsCalled() throws {
    let runbook = try Fixture.text(
      """
      ## Escalonamento

      - Persistência acima de 40 minutos: escalar para gerente de plataforma.
      - Ocorrência repetida em 24h: envolver o fornecedor das balanças.
      """)
    #expect(runbook.ladder == ["gerente de plataforma@40"])
  }

  @Test func momentsUnderASeveritySayHowSoonItIsAcknowledged() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation matrix (P1–P3)

      - **P1 (Disaster)**: day and night
        - T+0: Page the duty engineer
        - T+6m: Acknowledge; update the ticket
        - T+20m: Escalate to the operations manager
      - **P2 (Major)**
        - T+25m: Acknowledge
        - T+60m: Escalate to the operations manager
      - **P3 (Minor)**
        - Queue for planned work
      """)
    #expect(runbook.severities.map(\.ackMinutes) == [6, 25, nil])
  }

  @Test func whomEachAreaCallsIsNoLadder() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      - Database: DBA on-call, then the data lead
      - Network: network on-call
      - Everything else: the platform lead
      """)
    #expect(runbook.escalation.isEmpty)
    #expect(
      runbook.escalationRules.map { "\($0.when): \($0.target)" } == [
        "Database: DBA on-call", "Database: data lead", "Network: network on-call", "Everything else: platform lead",
      ])
  }

  @Test func anotherSeverityIsNobodyToCallAndNumberedAdviceIsNoContact() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      - Severity is lowered (P0 → P1)

      ### Brief the escalation contact

      1. State how long it lasts
      2. Say what was done

      ## Escalation contacts

      | Role | Phone |
      |---|---|
      | Ferry captain | [Phone] |
      """)
    #expect(runbook.escalationRules.isEmpty)
    #expect(runbook.contacts.map(\.role) == ["Ferry captain"])
  }
}

/// What pages of alerts and templates say of themselves.
struct UnseenPageTests {
  @Test func aTableOfAlertsWithWhatToDoHoldsTheScenarios() throws {
    let runbook = try Fixture.text(
      """
      # Alertas críticos

      ## Alertas monitorados

      | Alerta | Métrica | Limite | Ação primária |
      |---|---|---|---|
      | `FornoFrio` | Temperatura média | < 180 °C por 5 minutos | Acionar o técnico e parar a linha |
      | `FilaDeMassa` | Bandejas à espera | > 40 | Abrir a segunda linha |
      """)
    #expect(runbook.scenarios.map(\.title) == ["FornoFrio", "FilaDeMassa"])
    #expect(runbook.scenarios.allSatisfy { $0.hasFix })
  }

  @Test func aPageWithoutAScaleKeepsItsSeverity() throws {
    let page = """
      ## Symptoms
      - The gate stays closed

      ## Diagnosis
      ```bash
      gatectl status
      ```

      ## Resolution
      ```bash
      systemctl restart gate
      ```
      """
    let label = try Fixture.text("# Runbook: Gate stuck\n\n**Severity:** Critical\n\n" + page)
    #expect(label.scenarios.map(\.severity) == ["Critical"])
    let table = try Fixture.text(
      "# Runbook: Gate stuck\n\n## Alert information\n\n| Field | Value |\n|---|---|\n| Alert name | GateStuck |\n"
        + "| Severity | Warning |\n\n" + page)
    #expect(table.scenarios.map(\.severity) == ["Warning"])
    #expect(table.scenarios.map(\.symptoms.count) == [1])
  }

  @Test func whatToDoWithATemplateIsNotItsName() throws {
    let runbook = try Fixture.text(
      """
      ## Voyage log template

      Use this structure inside each log:

      ```
      - T0: Noticed by <name>
      - Cause found: <time>
      - Over: <time>
      ```
      """)
    #expect(runbook.templates.map(\.name) == ["Voyage log template"])
  }
}

/// Ladders drawn as a course, listed as levels, or left as a rota to fill in.
struct UnseenShapeTests {
  @Test func branchesBelowATimeHappenThen() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation paths

      ### P1 - Critical

      ```
      0 min    Alert fires
               └── Duty engineer acknowledges

      10 min   └── Opens the war room
               └── Notifies: lock keepers on-call

      30 min   └── Notifies: harbour manager
               └── Notifies: safety officer
               └── Consider bringing in additional teams
      ```
      """)
    #expect(
      runbook.ladder == ["Duty engineer@0", "lock keepers on-call@10", "harbour manager@30", "safety officer@30"])
  }

  @Test func levelsCountedInAListAreTheLadderAndTheirHoursNoTimes() throws {
    let runbook = try Fixture.text(
      """
      # Astreinte

      ## Organisation
      1. **Niveau 1 – Support des musées**
         - Horaires : 08h–20h du lundi au vendredi.
      2. **Niveau 2 – Équipe Exploitation**
         - Horaires : astreinte, rotation hebdomadaire.
      3. **Niveau 3 – Direction technique**
         - Rôle : décider.
      """)
    #expect(runbook.ladder == ["Support des musées@-", "Équipe Exploitation@-", "Direction technique@-"])
  }

  @Test func aPagerIsNobodyAndARotaSaysItsOrder() throws {
    let runbook = try Fixture.text(
      """
      ## Contact rota
      - Primary: <TBD>
      - Secondary: <TBD>

      ## Escalation
      - Pager/Phone: <TBD>
      """)
    #expect(runbook.escalation.map(\.target) == ["Primary", "Secondary"])
  }
}
