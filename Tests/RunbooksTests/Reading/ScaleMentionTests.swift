import Incidents
import Testing

@testable import Runbooks

/// Scales that a document only mentions, and tables that look like one.
struct ScaleMentionTests {
  @Test func aSentenceNamesTheScaleWhereNothingStatesOne() throws {
    let runbook = try Fixture.text(
      "# Incidents\n\n## Triage\n\n1. Classify the incident as Sev1/Sev2/Sev3 by what users lose.\n2. Open a bridge.\n")
    #expect(runbook.severities.map(\.name) == ["Sev1", "Sev2", "Sev3"])
    #expect(runbook.severities.allSatisfy { $0.responseMinutes == nil })
  }

  @Test func theColumnsOfADrawnLadderNameTheScale() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      ```
      Time        P0         P1
      0-15 min    On-call    On-call
      15-30 min   Team lead  On-call
      30-60 min   Director   Team lead
      ```
      """)
    #expect(runbook.severities.map(\.name) == ["P0", "P1"])
  }

  @Test func thresholdsAreNoTimesToAnswer() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels

      ### P1 - Critical

      All down.

      ### P2 - High

      Half down.

      ## Response times

      | Priority | Response time |
      |---|---|
      | P1 | 15 min |
      | P2 | 2 hours |

      ## Thresholds

      | Metric | P1 | P2 |
      |---|---|---|
      | Latency (P95) | > 5s | 2-5s |
      | CPU | > 95% | > 90% |
      """)
    #expect(runbook.scale == ["P1 Critical 15", "P2 High 120"])
  }

  @Test func aRegulatorsDeadlineIsNoTimeToAnswer() throws {
    let runbook = try Fixture.text(
      """
      ## Classificação de severidade

      | Nível | Impacto | Prazo ANPD |
      |---|---|---|
      | Crítico | dados de saúde | 24h |
      | Baixo | nenhum dado | não se aplica |
      """)
    #expect(runbook.severities.map(\.responseMinutes) == [nil, nil])
  }
}
