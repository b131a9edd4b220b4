import App
import Channels
import Incidents
import Testing

/// The people, roles and channels of one complete file.
@Suite struct TeamFileTests {
  static let lanterna = """
    team: Lanterna
    people:
      ana: { name: Ana Ruiz, zone: Europe/Madrid, contact: [console] }
      bo:
        name: Bo Lindqvist
        contact:
          - console
          - mail: bo@lanterna.example
            after: 5m
      dana: { name: Dana Weiss, contact: console }
    rotations:
      primary: { people: [ana, bo], start: 2026-01-05T09:00:00+01:00, every: 2w }
    roles:
      Primary On-Call Engineer: { rotation: primary }
      Secondary On-Call Engineer: { rotation: primary, position: 2 }
      Engineering Manager: dana
      Security Lead: [dana, bo]
      "L4: CTO":
    fallback: dana
    channels:
      mail: { kind: smtp, host: localhost, from: tocsin@lanterna.example, username: tocsin, password: env:SMTP_PASSWORD }
      ntfy: { kind: ntfy, server: https://ntfy.sh, token: file:/etc/tocsin/ntfy-token }
      slack: { kind: slack, url: env:SLACK_WEBHOOK_URL }
      pager: { kind: webhook, url: https://hooks.example/pages, secret: env:PAGER_SECRET }
    """

  static func read(_ text: String) throws(TeamFileErrors) -> TeamConfiguration {
    let environment = [
      "SMTP_PASSWORD": "hush", "SLACK_WEBHOOK_URL": "https://hooks.slack.example/T1", "PAGER_SECRET": "s3",
      "NTFY_TOKEN": "tk",
    ]
    return try TeamFile.read(
      text, name: "tocsin.yaml", environment: { environment[$0] },
      readFile: { path throws in
        guard path == "/etc/tocsin/ntfy-token" else { throw Unreadable() }
        return "tk_1\n"
      })
  }

  struct Unreadable: Error {}

  @Test func valuesOfOpenPlacesAreKnownByTheirNamesAndEmptyOnesAreOpen() throws {
    let text =
      "values:\n  <POD_NAME>: web-7f\n  yourdomain: shop.example\n  DATABASE_URL: env:DATABASE_URL\n  RELEASE:\n"
    #expect(
      try Self.read(text).team.values == [
        "POD_NAME": "web-7f", "yourdomain": "shop.example", "DATABASE_URL": "env:DATABASE_URL",
      ])
  }

  @Test func peopleAndTheirContactsAreRead() throws {
    let team = try Self.read(Self.lanterna).team
    #expect(team.name == "Lanterna")
    #expect(team.people.map(\.id) == ["ana", "bo", "dana"])
    #expect(team.person("ana")?.zone == "Europe/Madrid")
    #expect(
      team.person("bo")?.methods == [
        ContactMethod(channel: "console"),
        ContactMethod(channel: "mail", address: "bo@lanterna.example", after: .minutes(5)),
      ])
    #expect(team.person("dana")?.methods == [ContactMethod(channel: "console")])
    #expect(team.fallback == "dana")
  }

  @Test func rolesAreBoundToPeopleAndRotations() throws {
    let team = try Self.read(Self.lanterna).team
    let start = Timestamp(microseconds: 1_767_600_000_000_000)
    #expect(team.rotations == [Rotation(name: "primary", people: ["ana", "bo"], start: start, days: 14)])
    #expect(
      team.roles == [
        RoleBinding(role: "Primary On-Call Engineer", holder: .rotation("primary", position: 1)),
        RoleBinding(role: "Secondary On-Call Engineer", holder: .rotation("primary", position: 2)),
        RoleBinding(role: "Engineering Manager", holder: .people(["dana"])),
        RoleBinding(role: "Security Lead", holder: .people(["dana", "bo"])),
      ])
  }

  @Test func aFileWithoutChannelsStillHasTheConsole() throws {
    let configuration = try Self.read("people: { ana: { contact: console } }\nroles: { On-Call: ana }")
    #expect(configuration.channels.map(\.name) == ["console"])
    #expect(configuration.team.person("ana")?.name == "ana")
  }
}

/// What the team file says of the public page.
@Suite struct StatusSettingsTests {
  @Test func thePageHasItsTitleItsPartsAndItsFolder() throws {
    let file = """
      team: Lanterna
      channels:
        mail: { kind: smtp, host: localhost, from: t@lanterna.example }
      status:
        title: Lanterna tickets
        address: https://status.lanterna.example/
        export: /var/lib/tocsin/public
        components:
          - Shop
          - { name: Gate scanners, about: Tickets at the quay, services: [gates, scanner-api] }
      """
    let status = try TeamFileTests.read(file).team.status
    #expect(status.title == "Lanterna tickets" && status.address == "https://status.lanterna.example")
    #expect(status.export == "/var/lib/tocsin/public" && status.mail == "mail")
    #expect(status.components.map(\.id) == ["shop", "gate-scanners"])
    #expect(status.components.last?.covers("scanner-api") == true && status.components.last?.covers("shop") == false)
  }

  @Test func mistakesHaveTheirLines() {
    let file = """
      status:
        titel: x
        address: status.example
        mail: post
        components: [{ about: y }, Shop, shop]
      """
    let errors = #expect(throws: TeamFileErrors.self) { try TeamFileTests.read(file) }
    #expect(errors?.issues.map(\.line) == [2, 3, 4, 5, 5], "\(String(describing: errors))")
  }
}
