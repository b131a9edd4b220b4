import HTTPTypes

/// Why a request gets another answer than it asked for. Words and status codes of refusals stand here and nowhere
/// else.
struct Failure: Error, Sendable {
  var status: HTTPResponse.Status
  /// For programs: `not_found`.
  var code: String
  var notice: Notice
  var retryAfterSeconds: Int?
  /// Go there instead.
  var location: String?
  /// Methods that the address takes, where it was asked by another.
  var allowed: String?

  init(
    _ status: HTTPResponse.Status, _ code: String, _ notice: Notice, retryAfterSeconds: Int? = nil,
    location: String? = nil
  ) {
    self.status = status
    self.code = code
    self.notice = notice
    self.retryAfterSeconds = retryAfterSeconds
    self.location = location
  }

  static let notFound = Failure(.notFound, "not_found", .notFound)
  static let forbidden = Failure(.forbidden, "forbidden", .forbidden)
  static let crossSite = Failure(.forbidden, "cross_site", .crossSite)
  static let linkOver = Failure(.notFound, "link_over", .linkOver)
  static let broken = Failure(.internalServerError, "internal", .broken)

  /// To the sign-in page, and back afterwards.
  static func signIn(next: String) -> Failure {
    Failure(
      .seeOther, "sign_in", .notFound, location: "/sign-in" + (next == "/" ? "" : "?next=" + Percent.encode(next)))
  }

  static func unauthorized(_ words: String) -> Failure {
    Failure(.unauthorized, "unauthorized", Notice(title: "Not allowed", words: words, link: nil))
  }

  static func tooLarge(_ limit: Int) -> Failure {
    Failure(
      .contentTooLarge, "too_large",
      Notice(title: "Too large", words: "The body is larger than \(limit) bytes. Nothing of it was read.", link: nil))
  }

  static let tooSlow = Failure(
    .requestTimeout, "too_slow",
    Notice(title: "Too slow", words: "The body took longer than 30 seconds. Nothing of it was kept.", link: nil))

  static func methods(_ allowed: String) -> Failure {
    var failure = Failure(
      .methodNotAllowed, "method",
      Notice(title: "Not here", words: "This address takes \(allowed).", link: nil))
    failure.allowed = allowed
    return failure
  }

  static func bad(_ words: String) -> Failure {
    Failure(.badRequest, "bad_request", Notice(title: "Not understood", words: words, link: nil))
  }

  static func refused(_ words: String) -> Failure {
    Failure(.unprocessableContent, "refused", Notice(title: "Not done", words: words, link: nil))
  }

  static func busy(_ seconds: Int) -> Failure {
    Failure(.tooManyRequests, "too_many", .busy, retryAfterSeconds: seconds)
  }

  /// More often than strangers may.
  static func often(_ seconds: Int) -> Failure {
    Failure(
      .tooManyRequests, "too_many",
      Notice(
        title: "Not now", words: "This was asked too often. Wait some minutes.", link: ("Back to the page", "/status")),
      retryAfterSeconds: seconds)
  }

  static func unavailable(_ words: String) -> Failure {
    Failure(
      .serviceUnavailable, "unavailable",
      Notice(title: "Not now", words: words, link: ("Try again", "/")), retryAfterSeconds: 5)
  }
}

/// Percent encoding of a part of an address (RFC 3986, everything but the unreserved characters).
enum Percent {
  static func encode(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.unicodeScalars.append(UnicodeScalar(byte))
      default: out += "%" + padded(hex: byte).uppercased()
      }
    }
    return out
  }
}

extension Failure {
  static let damagedForm = Failure.bad("The form is damaged. Go back and send it again.")
}
