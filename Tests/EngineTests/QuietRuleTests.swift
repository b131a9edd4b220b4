import Engine
import Incidents
import Runbooks
import Testing

/// What is said at load about quiet rules that do not do what their words say.
@Suite struct QuietRuleTests {
  private func faults(_ severities: [String], _ scales: [[(String, Int)]] = [[("P0", 0), ("P1", 1)]]) -> [String] {
    let person = Person(
      id: "ana", name: "Ana Ruiz", quiet: QuietHours(from: 0, until: 60, zone: .utc, severities: severities))
    let runbooks = scales.map { scale in
      var runbook = Runbook()
      runbook.severities = scale.map { Severity(name: $0.0, label: "", rank: $0.1, line: 1) }
      return runbook
    }
    return QuietRules.faults(runbooks, Team(people: [person])).map(\.text)
  }

  @Test func theWorstSeverityIsNamedInVain() {
    #expect(faults(["p0", "P1"]) == ["Ana Ruiz is paged for P0 at every hour"])
    #expect(faults(["P1"]).isEmpty)
    #expect(faults([]).isEmpty)
  }

  @Test func aWordOfNoScaleIsSaid() {
    #expect(faults(["SEV 3"]) == ["The quiet hours of Ana Ruiz name SEV 3, which no runbook has"])
    #expect(faults(["SEV 3"], [[("P0", 0)], [("SEV 1", 0), ("SEV 3", 2)]]).isEmpty)
    #expect(faults(["P1"], [[]]).isEmpty)
  }
}
