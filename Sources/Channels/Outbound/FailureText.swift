import AsyncHTTPClient
import NIOCore
import NIOSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a connection did not work, in words for the timeline.
enum FailureText {
  static func describe(_ error: any Error) -> String {
    switch error {
    case let error as IOError: describe(errno: error.errnoCode)
    case let error as HTTPClientError: describe(error)
    case let error as NIOSSLError: describe(error)
    case is ChannelError: "the connection was closed"
    default: singleLine(String(describing: error), limit: 160)
    }
  }

  private static func describe(errno code: CInt) -> String {
    switch code {
    case ECONNREFUSED: "the connection was refused"
    case ECONNRESET, EPIPE: "the connection was reset"
    case EHOSTUNREACH, ENETUNREACH: "the host cannot be reached"
    case ETIMEDOUT: "no connection in time"
    default: "the connection broke (error \(code))"
    }
  }

  private static func describe(_ error: HTTPClientError) -> String {
    switch error {
    case .connectTimeout, .getConnectionFromPoolTimeout: "no connection in time"
    case .deadlineExceeded, .readTimeout, .cancelled: "no answer in time"
    case .remoteConnectionClosed, .uncleanShutdown: "the connection was closed before an answer"
    case .tlsHandshakeTimeout: "no TLS handshake in time"
    default: singleLine(error.shortDescription, limit: 160)
    }
  }

  private static func describe(_ error: NIOSSLError) -> String {
    switch error {
    case .handshakeFailed(let cause):
      String(describing: cause).contains("CERTIFICATE_VERIFY_FAILED")
        ? "the server's certificate is not trusted" : "the TLS handshake did not succeed"
    case .unableToValidateCertificate: "the server's certificate does not bear its name"
    default: "TLS: \(singleLine(String(describing: error), limit: 120))"
    }
  }
}
