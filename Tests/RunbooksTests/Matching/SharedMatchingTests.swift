import Testing

@testable import Runbooks

/// Alerts of the five teams whose runbooks lie beside a full checkout.
@Suite(.enabled(if: SharedRunbooks.present, "../shared/runbooks is not there: the five runbooks are not matched"))
struct SharedMatchingTests {
  @Test(arguments: SharedRunbooks.names)
  func alertsFindTheirScenario(_ name: String) throws {
    let index = MatchIndex(try RunbookReader.read(SharedRunbooks.bytes(name), name: name))
    let alerts = AlertWording.byTeam[name] ?? []
    var right = 0
    for alert in alerts {
      let found = index.rank(summary: alert.summary, labels: alert.labels)
      if found.first?.title == alert.scenario {
        right += 1
      } else {
        print(
          "\(name) missed: \(alert.summary) \(alert.labels) → \(found.map { "\($0.title) \($0.score) \($0.why.map(\.text))" })"
        )
      }
    }
    #expect(alerts.count >= 12)
    #expect(right * 10 >= alerts.count * 9, "\(right) of \(alerts.count)")
  }

  @Test(arguments: SharedRunbooks.names)
  func unrelatedAlertsFindNothing(_ name: String) throws {
    let index = MatchIndex(try RunbookReader.read(SharedRunbooks.bytes(name), name: name))
    for (summary, labels) in AlertWording.unrelated {
      let found = index.rank(summary: summary, labels: labels)
      #expect(found.isEmpty, "\(summary): \(found.map { "\($0.title) \($0.score) \($0.why.map(\.text))" })")
    }
  }
}
