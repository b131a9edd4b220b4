import Incidents
import Runbooks
import Testing

/// One fact in another shape reads alike: the promise on which the reading is built.
struct SameFactTests {
  static let scales = [
    "## Severity levels\n\n| Severity | Response Time | Description |\n|---|---|---|\n"
      + "| P0 - Critical | 5 minutes | All down |\n| P1 - High | 30 minutes | Part down |\n",
    "## Severity levels\n\n### P0 - Critical\n- **Response Time**: 5 minutes\n- **Description**: All down\n\n"
      + "### P1 - High\n- **Response Time**: 30 minutes\n- **Description**: Part down\n",
    "## Severity levels\n\n- **P0 - Critical**\n  - Response Time: 5 minutes\n  - Description: All down\n"
      + "- **P1 - High**\n  - Response Time: 30 minutes\n  - Description: Part down\n",
    "## Severity levels\n\n**P0 - Critical**\n- Response Time: 5 minutes\n- Description: All down\n\n"
      + "**P1 - High**\n- Response Time: 30 minutes\n- Description: Part down\n",
    "## Severity levels\n\n### P0 - Critical\n\n| Attribute | Value |\n|---|---|\n| Response Time | 5 minutes |\n"
      + "| Description | All down |\n\n### P1 - High\n\n| Attribute | Value |\n|---|---|\n| Response Time | 30 minutes |\n"
      + "| Description | Part down |\n",
    "## Severity levels\n\n<table><tr><th>Severity</th><th>Response Time</th><th>Description</th></tr>\n"
      + "<tr><td>P0 - Critical</td><td>5 minutes</td><td>All down</td></tr>\n"
      + "<tr><td>P1 - High</td><td>30 minutes</td><td>Part down</td></tr></table>\n",
  ]

  @Test(arguments: scales) func aScaleOfSeverities(_ text: String) throws {
    let runbook = try Fixture.text("# Runbook\n\n" + text)
    #expect(runbook.scale == ["P0 Critical 5", "P1 High 30"])
    #expect(runbook.severities.map(\.definition) == ["All down", "Part down"])
  }

  static let ladders = [
    "| Role | Contact | Escalate After |\n|---|---|---|\n| On-call engineer | Phone | - |\n| Team lead | Phone | 20 minutes |\n"
      + "| CTO | Phone | 1 hour |\n",
    "1. On-call engineer\n2. Team lead (after 20 minutes)\n3. CTO (after 1 hour)\n",
    "- **On-call engineer**: first\n- **Team lead**: after 20 minutes\n- **CTO**: after 1 hour\n",
    "### Level 1: On-call engineer\n\n### Level 2: Team lead (after 20 minutes)\n\n### Level 3: CTO (after 1 hour)\n",
    "```\nOn-call engineer -> (20 min) -> Team lead -> (1 hour) -> CTO\n```\n",
    "```yaml\n- role: On-call engineer\n- role: Team lead\n  after: 20m\n- role: CTO\n  after: 1h\n```\n",
    "```yaml\nrules:\n  - target: On-call engineer\n    escalate_after_minutes: 20\n  - target: Team lead\n"
      + "    escalate_after_minutes: 60\n  - target: CTO\n```\n",
    "The on-call engineer has 20 minutes to acknowledge; after that the page goes to the team lead.\n"
      + "If it is not fixed after 1 hour, the CTO is called.\n",
    "| Time elapsed | Action | Who |\n|---|---|---|\n| 0 min | Page | On-call engineer |\n| 20 min | Escalate | Team lead |\n"
      + "| 1 hour | Inform leadership | CTO |\n",
    "```\nOn-call engineer ──(20 min)──► Team lead\n                              │ 1 hour\n                              ▼\n"
      + "                             CTO\n```\n",
  ]

  @Test(arguments: ladders) func aLadder(_ text: String) throws {
    let runbook = try Fixture.text("# Runbook\n\n## Escalation path\n\n" + text)
    let ladder = runbook.escalation.map { "\($0.target.lowercased())@\(Int($0.afterMinutes ?? 0))" }
    #expect(ladder == ["on-call engineer@0", "team lead@20", "cto@60"])
  }

  static let ladders2 = [
    "| Role | SEV1 | SEV2 |\n|---|---|---|\n| On-call | Immediate | Immediate |\n| Team lead | 15 min | 1 hour |\n",
    "#### SEV1\n\n1. **T+0**: On-call is paged\n2. **T+15**: Team lead is called\n\n"
      + "#### SEV2\n\n1. **T+0**: On-call is paged\n2. **T+60**: Team lead is called\n",
    "| Time | SEV1 | SEV2 |\n|---|---|---|\n| 0 min | On-call | On-call |\n| 15 min | Team lead | - |\n"
      + "| 60 min | - | Team lead |\n",
  ]

  @Test(arguments: ladders2) func aLadderForEachSeverity(_ text: String) throws {
    let scale = "# Runbook\n\n## Severities\n\n| Severity | Response |\n|---|---|\n| SEV1 | 5 min |\n| SEV2 | 1 h |\n\n"
    let runbook = try Fixture.text(scale + "## Escalation path\n\n" + text)
    let ladder = runbook.escalation.map { "\($0.severities.first ?? "") \($0.target)@\(Int($0.afterMinutes ?? -1))" }
    #expect(Set(ladder) == ["SEV1 On-call@0", "SEV1 Team lead@15", "SEV2 On-call@0", "SEV2 Team lead@60"])
  }

  static let cadences = [
    "### Update frequency\n\n- SEV1: every 15 minutes\n- SEV2: every hour\n",
    "### Update frequency\n\n| Severity | Interval |\n|---|---|\n| SEV1 | 15 minutes |\n| SEV2 | 1 hour |\n",
    "**Update Frequency:**\n- **SEV1** - every 15 minutes\n- **SEV2** - hourly\n",
    "### Communication\n\nPost updates every 15 minutes for SEV1 and every hour for SEV2.\n",
    "### Communication\n\nStatus updates go out every 15 min (SEV1) or 60 min (SEV2).\n",
    "### Who hears what\n\n- SEV1: post every 15 minutes until it is over\n- SEV2: post once an hour\n",
    "### Information\n\nUn point est publié toutes les 15 minutes pour SEV1 et toutes les heures pour SEV2.\n",
  ]

  @Test(arguments: cadences) func aCadence(_ text: String) throws {
    let scale = "# Runbook\n\n## Severities\n\n| Severity | Response |\n|---|---|\n| SEV1 | 5 min |\n| SEV2 | 1 h |\n\n"
    let runbook = try Fixture.text(scale + text)
    #expect(runbook.cadence.map { "\($0.severity ?? "all") \(Int($0.minutes ?? -1))" } == ["SEV1 15", "SEV2 60"])
  }

  static let scenarios = [
    "### Scenario 2: Disk full (P1)\n\n**Symptoms:**\n- Writes fail\n\n**Fix:**\n1. Delete old logs\n",
    "### 2. Disk full (P1)\n\n#### Symptoms\n- Writes fail\n\n#### Resolution\n1. Delete old logs\n",
    "### P1: Disk full\n\n- **Symptoms**: Writes fail\n- **Resolution**: Delete old logs\n",
    "### Disk full [P1]\n\nSYMPTOMS\n\n- Writes fail\n\nRECOVERY\n\n1. Delete old logs\n",
    "### Disk full\n\n| | |\n|---|---|\n| **Severity** | P1 |\n| **Alert** | `DiskFull` |\n\n##### Symptoms\n\n* Writes fail\n\n"
      + "##### Mitigation\n\n* Delete old logs\n",
    "### Disk full [P1]\n\nSymptoms:\n\n* Writes fail\n\nMitigation steps:\n\n* Delete old logs\n",
  ]

  @Test(arguments: scenarios) func aScenario(_ text: String) throws {
    let runbook = try Fixture.text("# Runbook\n\n## Common incidents\n\n" + text)
    let scenario = try #require(runbook.scenarios.first)
    #expect(runbook.scenarios.count == 1)
    #expect(scenario.title == "Disk full")
    #expect(scenario.severity == "P1")
    #expect(scenario.symptoms.map(\.text) == ["Writes fail"])
    #expect(scenario.solutions.flatMap(\.steps).map(\.text) == ["Delete old logs"])
    #expect(scenario.hasFix)
  }
}
