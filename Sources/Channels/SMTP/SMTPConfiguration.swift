/// A mail server and how to speak to it.
package struct SMTPConfiguration: Sendable, Hashable {
  package var host: String
  package var port: Int
  /// `none` sends mail in the clear because the team file says so; a password only ever goes in the clear to this machine.
  package var tls: ChannelConfiguration.TLS
  /// The sender's address, alone or as `Name <address>`.
  package var from: String
  package var username: String?
  package var password: Secret?
  /// A PEM file of certificate authorities trusted beside the system's.
  package var trustRoots: String?

  package init(
    host: String, port: Int, tls: ChannelConfiguration.TLS, from: String, username: String? = nil,
    password: Secret? = nil, trustRoots: String? = nil
  ) {
    self.host = host
    self.port = port
    self.tls = tls
    self.from = from
    self.username = username
    self.password = password
    self.trustRoots = trustRoots
  }
}
