import App
import Incidents
import Runbooks
import Testing

@Suite struct SkeletonTests {
  /// A runbook that mentions people in every way, with names that YAML would read otherwise.
  static var runbook: Runbook {
    var runbook = Runbook()
    runbook.title = "Payments: when it burns"
    runbook.owner = "Platform"
    runbook.escalation = [
      Rung(target: "L1: On-call engineer", via: ["Phone"], afterMinutes: 0, line: 57),
      Rung(target: "Team lead / Senior", via: ["Slack"], afterMinutes: 7.5, line: 58),
      Rung(target: "@cto \"the boss\" \\ # 1", afterMinutes: 30, until: .resolved, line: 59),
      Rung(target: "No", line: 60), Rung(target: "no", line: 61),
    ]
    runbook.escalationRules = [
      EscalationRule(when: "security breach\nsuspected", target: "Security Lead", afterMinutes: 0, line: 70)
    ]
    runbook.contacts = [
      Contact(role: "Team lead / Senior", name: "Jo", via: ["Slack", "Phone"], placeholder: false, line: 80),
      Contact(role: "Vendor", name: "[NAME]", via: ["Email"], placeholder: true, line: 81),
    ]
    runbook.roles = [Role(name: "Incident Commander", duties: [], line: 90)]
    runbook.contacts.append(
      Contact(role: "Ops", name: "[NAME]", via: ["[Provider]", "@ops"], placeholder: true, line: 82))
    runbook.scenarios = [Scenario(title: "Down", line: 100, endLine: 110)]
    runbook.scenarios[0].actions = ["kubectl logs <POD> -n shop", "psql $DATABASE_URL -c 'select 1'"].map {
      var command = Commands.action($0, line: 104)
      command.target = "db-1"
      return command
    }
    return runbook
  }

  @Test func theSkeletonNamesEveryMentionWithItsLines() throws {
    try Golden.expect(TeamFile.skeleton(for: Self.runbook), "skeleton.yaml")
    try Golden.expect(TeamFile.skeleton(for: Runbook()), "skeleton-empty.yaml")
  }

  @Test func theSkeletonReadsAsItStandsAndBindsNobody() throws {
    let team = try TeamFileTests.read(TeamFile.skeleton(for: Self.runbook)).team
    #expect(team.roles.isEmpty && team.people.isEmpty && team.fallback == nil)
    #expect(team.name == "Platform")
  }

  @Test func theFilledSkeletonBindsEveryRoleByTheRunbooksOwnWords() throws {
    var filled = ""
    for line in TeamFile.skeleton(for: Self.runbook).split(separator: "\n", omittingEmptySubsequences: false) {
      let isExample =
        line.hasPrefix("  # ") && (line.contains("{ ") || line.hasPrefix("  #   ") || line.hasSuffix("ana:"))
      if isExample {
        filled += "  " + line.dropFirst(4)
      } else if line.hasPrefix("  "), !line.hasPrefix("  #"), line.hasSuffix(":") {
        filled += line + " ana"
      } else {
        filled += line
      }
      filled += "\n"
    }
    filled = filled.replacing("\n  primary:", with: "\n  bo: {}\n  primary:").replacing("[ana, bo]", with: "[ana]")
      .replacing("\n  bo: {}", with: "").replacing("fallback:", with: "fallback: ana")
    let team = try TeamFileTests.read(filled).team
    let names = [
      "L1: On-call engineer", "Team lead / Senior", "@cto \"the boss\" \\ # 1", "No", "Security Lead", "Vendor",
      "Ops", "Incident Commander",
    ]
    #expect(team.roles == names.map { RoleBinding(role: $0, holder: .people(["ana"])) })
    #expect(team.rotations.map(\.name) == ["primary"])
    #expect(team.person("ana")?.methods.map(\.channel) == ["console", "mail"])
  }

  @Test func theSampleTeamFillsTheLadderInItsOrder() {
    let team = TeamFile.sample(for: Self.runbook)
    let holders = team.roles.map(\.holder)
    #expect(holders == ["ana", "bo", "chidi", "dana", "emil"].map { .people([$0]) })
    #expect(team.roles.last?.role == "Security Lead")
    #expect(team.people.allSatisfy { $0.methods.map(\.channel) == ["console"] })
  }

  @Test func aTeamForADemoKeepsItsRolesAndReachesOnlyTheConsole() throws {
    let team = try TeamFileTests.read(TeamFileTests.lanterna).team
    let demo = try TeamFileTests.read(TeamFile.consoleOnly(team))
    #expect(demo.team.roles == team.roles)
    #expect(demo.team.rotations == team.rotations)
    #expect(demo.team.fallback == team.fallback)
    #expect(demo.team.people.map(\.name) == team.people.map(\.name))
    #expect(demo.team.people.allSatisfy { $0.methods == [ContactMethod(channel: "console")] })
    #expect(demo.channels.map(\.name) == ["console"])
    let sample = TeamFile.sample(for: Self.runbook)
    #expect(try TeamFileTests.read(TeamFile.consoleOnly(sample)).team.roles == sample.roles)
  }
}
