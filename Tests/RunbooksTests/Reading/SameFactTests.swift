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
  ]

  @Test(arguments: ladders) func aLadder(_ text: String) throws {
    let runbook = try Fixture.text("# Runbook\n\n## Escalation path\n\n" + text)
    #expect(runbook.ladder == ["On-call engineer@-", "Team lead@20", "CTO@60"])
  }

  static let cadences = [
    "### Update frequency\n\n- SEV1: every 15 minutes\n- SEV2: every hour\n",
    "### Update frequency\n\n| Severity | Interval |\n|---|---|\n| SEV1 | 15 minutes |\n| SEV2 | 1 hour |\n",
    "**Update Frequency:**\n- **SEV1** - every 15 minutes\n- **SEV2** - hourly\n",
    "### Communication\n\nPost updates every 15 minutes for SEV1 and every hour for SEV2.\n",
    "### Communication\n\nStatus updates go out every 15 min (SEV1) or 60 min (SEV2).\n",
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
