import Incidents
import Testing

@testable import Intake

@Suite struct EventTimeTests {
  private let base: Int64 = 1_771_040_760_000_000  // 2026-02-14T03:46:00Z

  @Test(arguments: [
    ("2026-02-14T03:46:00Z", 0), ("2026-02-14t03:46:00z", 0), ("2026-02-14 03:46:00Z", 0),
    ("2026-02-14T03:46:00", 0), ("2026-02-14T03:46Z", 0), ("2026-02-14T04:46:00+01:00", 0),
    ("2026-02-14T04:46:00+0100", 0), ("2026-02-14T04:46:00+01", 0), ("2026-02-13T22:16:00-05:30", 0),
    ("2026-02-14T03:46:00.5Z", 500_000), ("2026-02-14T03:46:00.123456789Z", 123_456),
    ("2026-02-14T03:46:00,000001Z", 1), ("2026-02-14T03:45:60Z", 0),
  ])
  func readsATime(_ text: String, _ microseconds: Int64) {
    #expect(EventTime.read(text) == Timestamp(microseconds: base + microseconds))
  }

  @Test(arguments: [
    "", "now", "2026-02-14", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z", "2026-02-14T24:00:00Z", "2026-02-14T03:60:00Z", "2026-02-14T03:46:61Z",
    "2026-02-14T03:46:00.Z", "2026-02-14T03:46:00+24:00", "2026-02-14T03:46:00Zjunk", "1969-12-31T23:59:59Z",
    "20260214T034600Z", "2026-2-14T03:46:00Z", "2026-02-14T03:46:00+1:00", "0001-01-01T00:00:00Z",
    "2026-02-14T03:46:00.00000000000000000000000000000000000000000000000000000000001Z",
  ])
  func refusesWhatIsNoTime(_ text: String) { #expect(EventTime.read(text) == nil) }

  @Test func knowsLeapYears() {
    #expect(EventTime.read("2028-02-29T00:00:00Z") != nil)
    #expect(EventTime.read("2000-02-29T00:00:00Z") != nil)
    #expect(EventTime.read("2100-02-29T00:00:00Z") == nil)
  }
}
