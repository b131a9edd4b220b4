import App
import Testing

/// What a person reads whose team file is wrong: exact sentences, with line and column.
@Suite struct TeamFileErrorTests {
  static let files: [String] = [
    "poeple: {}",
    "people:\n  ana:\n    contcat: [console]",
    "people:\n  ana: { contact: [pigeon] }",
    "people:\n  ana: { contact: [consol] }",
    "people:\n  ana:\n    contact:\n      - mail: a@b\n        console: x",
    "people:\n  ana:\n    contact:\n      - after: 5m",
    "people:\n  ana:\n    contact:\n      - console:\n        after: 5 minutes",
    "people:\n  ana: { zone: Europe/Madird }\n  bo: { zone: Moon }",
    "people:\n  ana ruiz: {}",
    "people:\n  ana: {}\n  ana: {}",
    "people: [ana]",
    "people:\n  ana: {}\nroles:\n  On-Call: anna\n  Lead: [ana, bo]\nfallback: zoe",
    "rotations:\n  week: { people: [ana], start: 2026-01-05 }",
    "people: { ana: {} }\nrotations:\n  week: { people: [], start: soon, every: 90m }",
    "people: { ana: {} }\nrotations:\n  week: { people: [ana] }\nroles:\n  Lead: week",
    "people: { ana: {} }\nrotations:\n  week: { people: [ana], start: 2026-02-30 }\nroles:\n  A: { rotation: weak }\n  "
      + "B: { rotation: week, position: 2 }\n  C: { position: 1 }",
    "people: { ana: {} }\nschedules:\n  week: {}\n  day:\n    zone: Europe/Berlim\n    layers:\n      - people: [ana]\n"
      + "        start: 2026-01-05 09:00\n        at: \"25:00\"\n        holidays: never\n"
      + "        restrictions: [{ days: monfri, hours: 9-17 }]\n    notice: 90d\nholidays: [2026-13-01]",
    "people: { ana: {} }\nrotations:\n  week: { people: [ana], start: 2026-01-05 }\nschedules:\n  week: { layers: [] }\n"
      + "overrides:\n  - { schedule: weak, person: zoe, from: 2026-01-06, until: 2026-01-05 }\n  - { person: ana }\n"
      + "roles:\n  A: week\n  B: { schedule: weak }\n  C: { schedule: week, rotation: week }",
    "channels:\n  mail: { host: localhost }",
    "channels:\n  mail: { kind: smpt }",
    "channels:\n  mail: { kind: smtp, port: 70000, tls: ssl, username: t, pasword: env:X }",
    "channels:\n  slack: { kind: slack, url: https://hooks.slack.com/services/T/B/X }",
    "channels:\n  ntfy: { kind: ntfy, server: ntfy.sh, token: tk_live }",
    "channels:\n  ntfy: { kind: ntfy, server: https://ntfy.sh, token: env:NOPE }",
    "channels:\n  pager: { kind: webhook, url: https://x.example, secret: file:/nope }",
    "channels:\n  ntfy: { kind: ntfy, server: https://ntfy.sh }\npeople:\n  bo: { contact: ntfy }",
    "people: &all { ana: {} }\nroles: *all",
    "people:\n\tana: {}",
    "people: {\n",
    "",
    "---\nteam: A\n---\nteam: B",
    "just words",
  ]

  @Test func eachMistakeHasItsLineAndItsRemedy() throws {
    var report = ""
    for file in Self.files {
      let thrown = #expect(throws: TeamFileErrors.self) { try TeamFileTests.read(file) }
      let numbered = file.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      report += numbered.map { "\($0.offset + 1) | \($0.element)\n" }.joined()
      report += (thrown?.description ?? "no error") + "\n\n"
    }
    try Golden.expect(report, "team-file-errors.txt")
  }

  @Test func aSecretWrittenOutIsNotRepeatedInTheMessage() {
    let file = "channels:\n  ntfy: { kind: ntfy, server: https://ntfy.sh, token: tk_live_4711 }"
    let thrown = #expect(throws: TeamFileErrors.self) { try TeamFileTests.read(file) }
    #expect(thrown?.description.contains("tk_live_4711") == false)
  }

  @Test func nestedReferencesAreRefusedBeforeTheyGrow() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1..<40 {
      bomb += "? [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n: &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    let thrown = #expect(throws: TeamFileErrors.self) { try TeamFileTests.read(bomb) }
    #expect(thrown?.issues.map(\.message) == ["The file uses YAML references (`*name`)."])
  }

  @Test func aHugeOrDeepFileIsRefused() {
    let huge = #expect(throws: TeamFileErrors.self) { try TeamFileTests.read(String(repeating: "#", count: 300_000)) }
    #expect(huge?.issues.map(\.message) == ["The file has 300000 bytes; at most 262144 are read."])
    for deep in [String(repeating: "[", count: 200_000), String(repeating: "- ", count: 100_000)] {
      let thrown = #expect(throws: TeamFileErrors.self) { try TeamFileTests.read(deep) }
      #expect(thrown?.issues.count == 1)
    }
  }

  @Test func aHundredErrorsAreEnough() {
    let lines = (0..<5_000).map { "key\($0): 1" }.joined(separator: "\n")
    let thrown = #expect(throws: TeamFileErrors.self) { try TeamFileTests.read(lines) }
    #expect(thrown?.issues.count == 100)
  }
}
