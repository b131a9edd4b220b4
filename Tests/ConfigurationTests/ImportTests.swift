import App
import Foundation
import Incidents
import Testing

/// Exports of other systems, written by us after their documentation, as team files that load.
@Suite struct ImportTests {
  private static let exports = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("examples/exports")

  private func read(_ system: Importing, _ name: String) throws -> (ImportedTeam, TeamConfiguration) {
    let team = try system.read(Self.exports.appendingPathComponent(name).path)
    let configuration = try TeamFile.read(
      team.yaml, name: "tocsin.yaml", environment: { _ in nil }, readFile: { throw StartError($0) })
    return (team, configuration)
  }

  private func onCall(_ schedule: Schedule?, _ time: String) -> String? {
    WrittenTime.moment(time).flatMap { schedule?.person(at: $0, position: 1) }
  }

  @Test func aFolderOfOpsgenieBecomesPeopleSchedulesAndLevels() throws {
    let (imported, configuration) = try read(.opsgenie, "opsgenie")
    let team = configuration.team
    #expect(team.people.map(\.id) == ["ana", "bo"] && team.person("ana")?.zone == "Europe/Madrid")
    #expect(team.person("bo")?.methods == [ContactMethod(channel: "mail", address: "bo@lanterna.example")])
    let schedule = team.schedules.first
    // From Monday 09:00 to Friday 17:00 it is Bo, without a break.
    #expect(onCall(schedule, "2026-01-06T04:00:00Z") == "bo")
    #expect(onCall(schedule, "2026-01-09T16:30:00Z") == "ana")
    #expect(onCall(schedule, "2026-01-10T10:00:00Z") == "ana")
    #expect(team.roles.map(\.role) == ["Shop level 1", "Shop level 2"])
    #expect(imported.report.contains("| 2 | Shop level 2 | 60 min |"))
    #expect(imported.notes.contains { $0.contains("until resolved") })
    #expect(imported.notes.contains { $0.contains("last one that has somebody wins") })
  }

  @Test func pagerDutyKeepsLayersRestrictionsAndDelays() throws {
    let (imported, configuration) = try read(.pagerduty, "pagerduty.json")
    let schedule = configuration.team.schedules.first
    #expect(schedule?.layers.map(\.name) == ["base", "nights"])
    #expect(onCall(schedule, "2026-01-06T12:00:00Z") == "ana")
    #expect(onCall(schedule, "2026-01-06T23:00:00Z") == "bo")
    #expect(configuration.team.roles.map(\.role) == ["Shop level 1", "Shop level 2"])
    #expect(imported.report.contains("| 2 | Shop level 2 | 15 min |"))
    #expect(imported.notes.contains { $0.contains("phone") } && imported.notes.contains { $0.contains("Checkout") })
  }

  @Test func grafanaOnCallKeepsTheOrderOfTurnsAndTellsWhatItLeavesOut() throws {
    let (imported, configuration) = try read(.grafanaOnCall, "grafana-oncall.json")
    let schedule = configuration.team.schedules.first
    #expect(configuration.team.schedules.count == 1)
    #expect(onCall(schedule, "2026-01-08T12:00:00Z") == "bo")
    #expect(onCall(schedule, "2026-01-15T12:00:00Z") == "ana")
    #expect(onCall(schedule, "2026-01-13T10:00:00Z") == "bo")
    for word in ["cover", "Elsewhere", "notify_whole_channel", "us-(east|west)"] {
      #expect(imported.notes.contains { $0.contains(word) }, "\(word)")
    }
    #expect(imported.report.contains("| 2 | Shop level 2 | 15 min |"))
  }

  @Test func alertmanagersRoutesStandChildrenFirstAndItsInhibitionsAreDependencies() throws {
    let (imported, configuration) = try read(.alertmanager, "alertmanager.yml")
    #expect(configuration.routes.map(\.name) == ["shop-night", "shop", "database"])
    let night = configuration.routes.first { $0.takes(["team": "shop", "severity": "info"], by: nil) }
    #expect(night?.name == "shop-night" && night?.group == ["alertname", "region"])
    #expect(configuration.routes.first { $0.takes(["team": "shop", "severity": "page"], by: nil) }?.name == "shop")
    #expect(configuration.routes.first { $0.takes(["service": "cache", "env": "test"], by: nil) } == nil)
    let dependency = configuration.dependencies.first
    #expect(dependency?.need(of: ["tier": "web", "region": "eu"]) != nil && dependency?.equal == ["region"])
    #expect(imported.notes.contains { $0.contains("shop-night goes on") })
  }

  @Test func whatIsNoExportIsRefusedInASentence() {
    let error = #expect(throws: StartError.self) { try Importing.pagerduty.read(#filePath) }
    #expect(error?.description.contains("cannot be read as JSON") == true)
  }
}
