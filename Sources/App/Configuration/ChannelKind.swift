/// What each kind of channel may be told in the team file, and how it is introduced to people.
enum ChannelKind: String, CaseIterable {
  case console, smtp, ntfy, slack, webhook

  /// Keys beside `kind`.
  var keys: [String] {
    switch self {
    case .console: []
    case .smtp: ["host", "port", "tls", "from", "username", "password", "ca"]
    case .ntfy: ["server", "token"]
    case .slack: ["url"]
    case .webhook: ["url", "secret"]
    }
  }

  /// What an address on this channel looks like; nil where the channel needs none.
  var addressExample: String? {
    switch self {
    case .smtp: "bo@example.org"
    case .ntfy: "oncall-bo"
    case .console, .slack, .webhook: nil
    }
  }

  /// A line for the skeleton; nil for what needs no setting.
  var example: String? {
    switch self {
    case .console: nil
    case .smtp:
      "mail: { kind: smtp, host: mail.example.org, port: 587, tls: starttls, from: tocsin@example.org, "
        + "username: tocsin, password: env:SMTP_PASSWORD }"
    case .ntfy: "ntfy: { kind: ntfy, server: https://ntfy.sh, token: env:NTFY_TOKEN }"
    case .slack: "slack: { kind: slack, url: env:SLACK_WEBHOOK_URL }"
    case .webhook: "pager: { kind: webhook, url: https://hooks.example.org/pages, secret: env:PAGER_SECRET }"
    }
  }
}
