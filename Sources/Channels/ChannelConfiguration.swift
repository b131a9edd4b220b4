/// What a channel needs to know, as the team file states it.
package enum ChannelConfiguration: Sendable, Hashable {
  /// How a connection to a mail server is protected.
  package enum TLS: Sendable, Hashable { case starttls, implicit, none }

  case console
  case smtp(SMTPConfiguration)
  /// One receiver for all pages of the channel; `secret` signs, and may be in the form `whsec_…`.
  case webhook(url: String, secret: Secret?)
  /// The server's address without a topic; the topic is the contact's address.
  case ntfy(server: String, token: Secret?)
  /// The address of an incoming webhook, which is the key to it.
  case slack(url: Secret)

  package var isMail: Bool {
    if case .smtp = self { true } else { false }
  }

  // The same from plain text, for readers of configuration.

  package static func smtp(
    host: String, port: Int, tls: TLS, from: String, username: String? = nil, password: String? = nil,
    trustRoots: String? = nil
  ) -> ChannelConfiguration {
    .smtp(
      SMTPConfiguration(
        host: host, port: port, tls: tls, from: from, username: username, password: password.map { Secret($0) },
        trustRoots: trustRoots))
  }

  package static func webhook(url: String, secret: String?) -> ChannelConfiguration {
    .webhook(url: url, secret: secret.map { Secret($0) })
  }

  package static func ntfy(server: String, token: String?) -> ChannelConfiguration {
    .ntfy(server: server, token: token.map { Secret($0) })
  }

  package static func slack(url: String) -> ChannelConfiguration { .slack(url: Secret(url)) }
}

/// Every channel there is. A new one is its source file, its golden file and a line here.
package enum Channels {
  /// - Parameters:
  ///   - name: the name by which the team file refers to the channel.
  ///   - http: the one client for everything that goes out; it also holds the time and the threads.
  ///   - output: where the console channel writes.
  package static func make(
    name: String, configuration: ChannelConfiguration, http: OutboundHTTP,
    output: @escaping @Sendable (String) -> Void
  ) -> any Channel {
    switch configuration {
    case .console: ConsoleChannel(name: name, output: output)
    case .smtp(let configuration): SMTPChannel(name: name, configuration: configuration, now: http.now)
    case .webhook(let url, let secret): WebhookChannel(name: name, url: url, secret: secret, http: http)
    case .ntfy(let server, let token): NtfyChannel(name: name, server: server, token: token, http: http)
    case .slack(let url): SlackChannel(name: name, url: url, http: http)
    }
  }
}
