import NIOCore
import NIOSSL

/// The TLS of a mail server's connections: made once, since reading the system's certificates takes time.
struct SMTPSecurity: Sendable {
  private let context: NIOSSLContext
  private let host: String

  init(_ configuration: SMTPConfiguration) throws {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let roots = configuration.trustRoots { tls.additionalTrustRoots = [.file(roots)] }
    context = try NIOSSLContext(configuration: tls)
    host = configuration.host
  }

  /// The certificate is checked against the configured name, or against the address where that is what is configured.
  func handler() throws -> NIOSSLClientHandler {
    try NIOSSLClientHandler(context: context, serverHostname: IPAddress(host) == nil ? host : nil)
  }
}
