import Testing

@testable import Runbooks

/// Lengths of time as people write them.
struct TimeWordTests {
  @Test(arguments: [
    ("15 minutes", 15.0), ("<1h", 60), ("two hours", 120), ("1 Stunde", 60), ("2 jours", 2880), ("30 минут", 30),
    ("15分钟", 15), ("2个小时", 120), ("2 giờ", 120), ("T+15", 15),
  ])
  func aLength(_ text: String, _ minutes: Double) {
    let found = Durations.all(in: text)
    #expect(found.map(\.low) == [minutes])
    #expect(found.allSatisfy { !$0.every && !$0.business })
  }

  @Test(arguments: [
    ("every 20 minutes", 20.0), ("once an hour", 60), ("twice a day", 720), ("daily", 1440), ("раз в день", 1440),
    ("раз в 2 часа", 120), ("toutes les 20 minutes", 20), ("toutes les heures", 60), ("todos os dias", 1440),
    ("una vez al día", 1440), ("alle 30 Minuten", 30), ("每30分钟", 30), ("каждые 15 минут", 15),
  ])
  func aRhythm(_ text: String, _ minutes: Double) {
    let found = Durations.all(in: text)
    #expect(found.map(\.low) == [minutes])
    #expect(found.allSatisfy { $0.every })
  }

  @Test(arguments: ["3 Werktage", "3 business days", "3 jours ouvrés", "3 días hábiles", "3个工作日", "3 рабочих дня"])
  func businessTime(_ text: String) {
    let found = Durations.all(in: text)
    #expect(found.map(\.low) == [4320])
    #expect(found.allSatisfy { $0.business })
  }

  @Test(arguments: ["24/7", "at 14:30", "S3 bucket", "error 503", "G1GC pauses", "p95 latency"])
  func noLength(_ text: String) { #expect(Durations.all(in: text).isEmpty) }

  @Test(arguments: ["S3 bucket unreachable", "G1GC pauses", "p95 latency", "severity a person sets", "Class action"])
  func noSeverity(_ text: String) { #expect(SeverityNames.codes(in: Words(text)).isEmpty) }

  @Test(arguments: [
    ("SEV-A: campus", "SEV-A"), ("Klasse B: Teilausfall", "Klasse B"), ("G1 – Critique", "G1"), ("S1 and S2", "S1"),
    ("Sev 0 - all", "Sev 0"),
  ])
  func aCode(_ text: String, _ name: String) {
    let words = Words(text)
    let code = SeverityNames.codes(in: words).first
    #expect(
      code.map { words.slice(words.all[$0.range.lowerBound].start, words.all[$0.range.upperBound - 1].end) } == name)
  }
}
