import Channels
import Incidents

/// What a team file says: the people and roles, and the channels that reach them.
package struct TeamConfiguration: Sendable {
  package var team: Team
  /// In the order of the file. `console` is always among them, for it needs no setting.
  package var channels: [(name: String, configuration: ChannelConfiguration)]

  /// By the name of the ingest key.
  package var webhooks: [String: WebhookSetting] = [:]

  package var heartbeats: [HeartbeatPlan] = []
  package var watch = WatchSetting()

  /// In the order of the file; the first that takes an alert counts.
  package var routes: [AlertRoute] = []

  package var dependencies: [AlertDependency] = []

  /// Dated maintenance windows, as silences of every key.
  package var maintenance: [Silence] = []

  /// Where action items may be exported to.
  package var trackers: [(name: String, configuration: TrackerConfiguration)] = []

  package init(team: Team = Team(), channels: [(name: String, configuration: ChannelConfiguration)] = []) {
    self.team = team
    let hasConsole = channels.contains { $0.name == TeamConfiguration.console }
    self.channels = hasConsole ? channels : channels + [(TeamConfiguration.console, .console)]
  }

  /// The channel that prints pages where the server was started.
  package static let console = "console"
}
