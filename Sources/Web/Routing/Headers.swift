import HTTPTypes
import Hummingbird

/// What every answer carries, whoever made it, and what it does with errors that nobody caught.
struct HeadersMiddleware: RouterMiddleware {
  typealias Context = VisitorContext
  let site: Site

  static let policy = """
    default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'
    """

  /// The same on every answer.
  static func fixed(isSecure: Bool) -> [(String, String)] {
    [
      ("content-security-policy", policy), ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"),
      ("cross-origin-opener-policy", "same-origin"), ("x-frame-options", "DENY"),
    ] + (isSecure ? [("strict-transport-security", "max-age=31536000")] : [])
  }

  func handle(
    _ request: Request, context: VisitorContext, next: (Request, VisitorContext) async throws -> Response
  ) async throws -> Response {
    var response = await answer(request, context, next)
    add(to: &response.headers)
    return response
  }

  private func answer(
    _ request: Request, _ context: VisitorContext, _ next: (Request, VisitorContext) async throws -> Response
  ) async -> Response {
    let tongue = PagerDutyREST.speaks(request) ? .api : Tongue(path: request.uri.path)
    guard Gate.headersFit(request) else {
      let notice = Notice(title: "Too large", words: "The request's headers are larger than 16 KiB.", link: nil)
      return Failure(.requestHeaderFieldsTooLarge, "headers", notice).reply(tongue, page: site.noticePage)
    }
    do {
      return try await next(request, context)
    } catch let failure as Failure {
      return failure.reply(tongue, page: site.noticePage)
    } catch let error as any HTTPResponseError {
      return site.failure(of: error).reply(tongue, page: site.noticePage)
    } catch {
      context.logger.error("request failed", metadata: ["error": "\(error)", "path": "\(request.uri.path)"])
      return Failure.broken.reply(tongue, page: site.noticePage)
    }
  }

  private func add(to headers: inout HTTPFields) {
    for (name, value) in HeadersMiddleware.fixed(isSecure: site.isSecure) { headers[.named(name)] = value }
    let foreign = HTTPField.Name.named("cross-origin-resource-policy")
    if headers[foreign] == nil { headers[foreign] = "same-origin" }
    // Whatever is not declared public may hold what only this reader may see.
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
  }
}

extension HTTPField.Name {
  /// A name of ours; all of them are valid.
  static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }
}

extension Tongue {
  init(path: String) {
    let forTools = [
      "/api/", "/v2/", "/integrations/", "/generic/", "/oncalls", "/schedules", "/services", "/users",
      "/status/api/", "/openapi.json",
    ]
    if path.hasPrefix("/api/v2/") || path.hasPrefix("/am/") {
      self = .alertmanager
    } else if path.hasPrefix("/v2/alerts") || path.hasPrefix("/v2/heartbeats") {
      self = .opsgenie
    } else if forTools.contains(where: path.hasPrefix) {
      self = .api
    } else {
      self =
        ["/healthz", "/readyz", "/metrics", "/live", "/assets/", "/ping/"].contains(where: path.hasPrefix)
        ? .plain : .page
    }
  }
}
