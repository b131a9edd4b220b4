import Hummingbird

/// What Alertmanager says of itself, as far as its tools ask: `amtool config show`, `amtool cluster show`.
enum AlertmanagerStatus {
  /// The version whose API this is; tools choose by it how to talk.
  private static let version = "0.25.0"
  private static let configuration = """
    # Tocsin in Alertmanager's terms: one receiver. Who is paged, and when, stands in the runbook and the team file.
    global:
      resolve_timeout: 5m
    route:
      receiver: tocsin
    receivers:
    - name: tocsin

    """

  @Sendable static func status(_ visit: Visit) async throws -> Response {
    struct Body: Encodable {
      struct Cluster: Encodable {
        var name = ""
        var peers: [String] = []
        var status = "disabled"
      }
      struct Config: Encodable { var original = AlertmanagerStatus.configuration }
      struct Version: Encodable {
        var branch = "tocsin"
        var buildDate = ""
        var buildUser = "tocsin"
        var goVersion = ""
        var revision = "tocsin"
        var version = AlertmanagerStatus.version
      }
      var cluster = Cluster()
      var config = Config()
      var uptime: String
      var versionInfo = Version()
    }
    _ = try await AlertmanagerDoor.admit(visit, token: .read)
    return try Reply.json(Body(uptime: AlertmanagerJSON.time(visit.site.started)))
  }

  @Sendable static func receivers(_ visit: Visit) async throws -> Response {
    _ = try await AlertmanagerDoor.admit(visit, token: .read)
    return Reply.written(Array("[{\"name\":\"\(AlertmanagerFilter.receiver)\"}]\n".utf8))
  }

  @Sendable static func healthy(_ visit: Visit) async throws -> Response { Reply.text("OK") }

  @Sendable static func ready(_ visit: Visit) async throws -> Response {
    visit.context.ready() ? Reply.text("OK") : Reply.text("not ready", status: .serviceUnavailable)
  }
}
