import HTTPTypes
import Hummingbird
import Intake
import NIOCore
import Storage

/// Lets a request through to its handler when its route's rule is kept.
struct Gate: Sendable {
  let site: Site
  let route: Route

  /// 16 KiB and 100 lines, before anything of them is used.
  static func headersFit(_ request: Request) -> Bool {
    let size = request.headers.reduce(request.uri.string.utf8.count) { sum, field in
      sum + field.name.rawName.utf8.count + field.value.utf8.count + 4
    }
    return size <= 16_384 && request.headers.count <= 100
  }

  func admit(_ request: Request, _ context: VisitorContext) async throws -> Visit {
    let parameters = Dictionary(
      context.parameters.map { (String($0.key), Gate.unescaped($0.value)) }, uniquingKeysWith: { first, _ in first })
    var visit = Visit(
      site: site, request: request, peer: context.peer, parameters: parameters, now: site.context.now(),
      logger: context.logger)
    try await identify(&visit)
    if acts, isForBrowsers { try checkOrigin(request) }
    try await readBody(&visit)
    if acts, let person = visit.person { try checkToken(visit.form["token"], person.session.csrf) }
    return visit
  }

  private var acts: Bool { route.method != .get && route.method != .head }

  private var isForBrowsers: Bool {
    switch route.rule {
    case .signedIn, .administrator, .link: true
    case .open: acts
    case .ingestKey, .token, .localOrToken: false
    }
  }

  private static func unescaped(_ part: Substring) -> String {
    StorableText.of(part.removingPercentEncoding ?? String(part))
  }

  // MARK: who

  private func identify(_ visit: inout Visit) async throws {
    switch route.rule {
    case .open, .ingestKey, .link:
      // A signed-in reader sees these pages with the frame of everybody else.
      break
    case .signedIn, .administrator:
      let person = try await signedIn(visit)
      visit.isAdministrator = try await site.isAdministrator(person.account)
      guard visit.isAdministrator || route.rule == .signedIn else { throw Failure.forbidden }
      visit.person = person
    case .token(let scope): visit.token = try await bearer(visit, scope)
    case .localOrToken:
      if !Gate.isLoopback(visit.peer) { visit.token = try await bearer(visit, .read) }
    }
  }

  private func signedIn(_ visit: Visit) async throws -> SignedIn {
    if let cookie = site.sessionCookie(of: visit.request),
      let person = try await site.doorkeeper.signedIn(cookie: cookie)
    {
      return person
    }
    throw Failure.signIn(next: acts ? "/" : visit.request.uri.string)
  }

  private func bearer(_ visit: Visit, _ scope: Scope) async throws -> ApiToken {
    let header = visit.request.headers[.authorization] ?? ""
    // PagerDuty's tools write the second one.
    guard let scheme = ["bearer ", "token token="].first(where: header.lowercased().hasPrefix) else {
      throw Failure.unauthorized("This address asks for a token: Authorization: Bearer TOKEN.")
    }
    guard let token = try await site.doorkeeper.token(String(header.dropFirst(scheme.count))) else {
      throw Failure.unauthorized("The token is not known here, or it was revoked.")
    }
    guard let held = Scope(rawValue: token.scope), held >= scope else {
      throw Failure(
        .forbidden, "scope",
        Notice(title: "Not allowed", words: "The token may \(token.scope); this needs \(scope.rawValue).", link: nil))
    }
    return token
  }

  static func isLoopback(_ peer: String) -> Bool {
    peer == "::1" || peer.hasPrefix("127.") || peer.hasPrefix("::ffff:127.")
  }

  // MARK: from where

  /// A form of another site must not act here: browsers say where a request comes from, and the session's token
  /// says it once more.
  private func checkOrigin(_ request: Request) throws {
    if let site = request.headers[.named("sec-fetch-site")], site != "same-origin", site != "none" {
      throw Failure.crossSite
    }
    guard let origin = request.headers[.origin] else { return }
    let host = origin.split(separator: "/").last.map(String.init) ?? ""
    guard origin == self.site.context.origin || host == request.head.authority else { throw Failure.crossSite }
  }

  private func checkToken(_ given: String, _ expected: String) throws {
    guard Secrets.equal(Array(given.utf8), Array(expected.utf8)) else { throw Failure.crossSite }
  }

  // MARK: how much

  /// How long a body may take to arrive.
  private static let patience = Duration.seconds(30)

  /// A compressed body counts by what it holds, not by what was sent.
  private func inflated(_ bytes: [UInt8], _ encoding: String, _ limit: Int) throws -> [UInt8] {
    switch encoding.lowercased() {
    case "identity", "": return bytes
    case "gzip", "x-gzip":
      do throws(InflateError) { return try Gzip.inflate(bytes, limit: limit) } catch {
        if case .tooLarge(let limit) = error { throw Failure.tooLarge(limit) }
        throw Failure.bad("The body is not what Content-Encoding says.")
      }
    default:
      throw Failure(
        .unsupportedMediaType, "encoding",
        Notice(title: "Not understood", words: "Content-Encoding: gzip or none is read here.", link: nil))
    }
  }

  private func readBody(_ visit: inout Visit) async throws {
    guard route.body != .none else { return }
    let limit = route.body.limit
    if let length = visit.request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Failure.tooLarge(limit)
    }
    var bytes: [UInt8] = []
    let begin = ContinuousClock.now
    for try await part in visit.request.body {
      guard bytes.count + part.readableBytes <= limit else { throw Failure.tooLarge(limit) }
      // Whoever sends a byte now and then keeps a place that others need.
      guard ContinuousClock.now - begin < Self.patience else { throw Failure.tooSlow }
      bytes.append(contentsOf: part.readableBytesView)
    }
    if let encoding = visit.request.headers[.contentEncoding] { bytes = try inflated(bytes, encoding, limit) }
    switch route.body {
    case .form, .longForm:
      guard let form = Form(bytes) else { throw Failure.damagedForm }
      visit.form = form
    case .upload:
      let type = visit.request.headers[.contentType] ?? ""
      guard let parts = Multipart(bytes, type: type) else { throw Failure.damagedForm }
      visit.form = Form(parts.fields)
      visit.file = parts.file
    case .none, .bytes: visit.body = bytes
    }
  }
}
