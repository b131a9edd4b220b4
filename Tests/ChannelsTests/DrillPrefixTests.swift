import Incidents
import Testing

@testable import Channels

/// A page of practice cannot be taken for a real one.
@Suite struct DrillPrefixTests {
  @Test func drillStandsInFrontOfEveryText() {
    var message = PageMessage(
      key: "k", reason: .escalated, incident: "INC-1", title: "Shop Down", severity: "P0", severityLabel: "Critical",
      severityRank: 0, summary: "Shop Down", opened: Timestamp(microseconds: 0), person: "Ana",
      why: "Primary: on call.",
      line: 7, next: "", acknowledgeURL: nil, incidentURL: nil)
    #expect(PageText(message).subject == "Escalated: [P0 Critical] Shop Down")
    message.isDrill = true
    let text = PageText(message)
    #expect(text.subject == "DRILL: Escalated: [P0 Critical] Shop Down")
    #expect(text.title == "DRILL: Shop Down")
    #expect(text.sentences.contains("This is a drill: practice, nothing burns."))
    #expect(text.summary.isEmpty)
  }
}
