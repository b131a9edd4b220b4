import App
import Incidents
import Testing

/// Roles that are more than one person, quiet hours, and answers that lapse.
@Suite struct TeamFileGroupTests {
  private static let people =
    "people: { ana: {}, bo: {}, chidi: {} }\nchannels:\n  slack: { kind: slack, url: env:SLACK_WEBHOOK_URL }\n"

  private func role(_ value: String) throws -> RoleBinding? {
    try TeamFileTests.read(Self.people + "roles:\n  On-Call: \(value)").team.roles.first
  }

  private func refusal(_ text: String) -> String {
    do {
      _ = try TeamFileTests.read(text)
      return "no error"
    } catch { return error.issues.map { "\($0.line): \($0.message) \($0.hint)" }.joined(separator: "\n") }
  }

  @Test func severalMustAnswerOrEachTakesATurn() throws {
    #expect(
      try role("{ people: [ana, bo, chidi], need: 2 }")
        == RoleBinding(role: "On-Call", holder: .people(["ana", "bo", "chidi"]), need: 2))
    #expect(
      try role("{ people: [ana, bo], turns: true }")
        == RoleBinding(role: "On-Call", holder: .people(["ana", "bo"]), inTurn: true))
    #expect(try role("{ people: ana }") == RoleBinding(role: "On-Call", holder: .people(["ana"])))
  }

  @Test func aChannelMayStandForARole() throws {
    #expect(
      try role("{ channel: slack }")
        == RoleBinding(role: "On-Call", holder: .channel(ContactMethod(channel: "slack"))))
  }

  @Test(arguments: [
    ("{ people: [ana, bo], need: 3 }", "5: `need` of role `On-Call` `3` is not a whole number from 1 to 2. "),
    ("{ people: [ana, bo], turns: often }", "5: `turns` of role `On-Call` is neither `true` nor `false`. "),
    (
      "{ people: [ana, bo], turns: true, need: 2 }",
      "5: Role `On-Call` pages one at a time, so `need` cannot be 2. keep `need` or `turns`."
    ),
    ("{ people: [] }", "5: Role `On-Call` has no people. add `people: [ana, bo]`."),
    ("{ people: [ana], ned: 1 }", "5: Unknown key `ned` in role `On-Call`. did you mean `need`?"),
    ("{ channel: slak }", "5: There is no channel `slak`. did you mean `slack`?"),
  ])
  func mistakesInARoleHaveTheirLine(_ value: String, _ message: String) {
    #expect(refusal("\(Self.people)roles:\n  On-Call: \(value)") == message)
  }

  @Test func quietHoursAreThePersonsOwn() throws {
    let team = try TeamFileTests.read(
      "people:\n  ana: { zone: Europe/Berlin, quiet: { from: \"22:00\", to: 07:30, severities: [P2, P3] } }"
    ).team
    let quiet = try #require(team.people.first?.quiet)
    #expect(quiet.from == 22 * 60 && quiet.until == 7 * 60 + 30)
    #expect(quiet.zone.name == "Europe/Berlin")
    #expect(quiet.severities == ["P2", "P3"])
    // 12 July 2026, 23:00 UTC is one o'clock in Berlin.
    let night = Timestamp(
      microseconds: (CivilTime.days(year: 2026, month: 7, day: 12) * 86_400 + 23 * 3_600) * 1_000_000)
    #expect(quiet.end(at: night) == night + .minutes(6 * 60 + 30))
  }

  @Test(arguments: [
    ("{ from: 22:00 }", "2: `quiet` of `ana` needs `from` and `to`. write `{ from: \"22:00\", to: \"07:00\" }`."),
    ("{ from: 25:00, to: 07:00 }", "2: `from` `25:00` is not a time of day. write `\"22:00\"`."),
    ("{ from: 7:00, to: 07:00 }", "2: `quiet` of `ana` ends when it begins. nobody can be quiet all day."),
    (
      "{ from: 22:00, to: 07:00, severity: P2 }",
      "2: Unknown key `severity` in `quiet` of `ana`. known here: from, to, severities."
    ),
  ])
  func mistakesInQuietHoursHaveTheirLine(_ value: String, _ message: String) {
    #expect(refusal("people:\n  ana: { quiet: \(value) }") == message)
  }

  @Test func anAnswerLapsesWhereTheFileSaysSo() throws {
    #expect(
      try TeamFileTests.read("acknowledgement: { timeout: 45m, severities: P0 }").team.lapse
        == AnswerLapse(after: .minutes(45), severities: ["P0"]))
    #expect(try TeamFileTests.read("team: A").team.lapse == nil)
    #expect(
      refusal("acknowledgement: { severities: P0 }") == "1: `acknowledgement` has no `timeout`. write `timeout: 45m`.")
    #expect(
      refusal("acknowledgement: { timeout: 5s }") == "1: `timeout` is shorter than a minute. write `timeout: 45m`.")
  }
}
