import HTTPTypes
import Hummingbird
import Incidents
import Storage

/// Everything that the routes share: one for each server.
package struct Site: Sendable {
  package let context: WebContext
  package let keys: IngestKeys
  let doorkeeper: Doorkeeper
  let started: Timestamp
  package let status: StatusPress
  let present = Present()
  let drawings = Drawings()
  /// How often strangers may ask to follow the page, and report a problem.
  let followLimit = RateLimit(window: .hours(1))
  let reportLimit = RateLimit(window: .minutes(10))

  /// - Parameter keys: shared with whoever else asks for the names of keys; nil makes a table of its own.
  package init(_ context: WebContext, keys: IngestKeys? = nil) {
    self.context = context
    self.keys = keys ?? IngestKeys(database: context.database)
    doorkeeper = Doorkeeper(context)
    started = context.now()
    status = StatusPress(context)
  }

  /// All routes, each behind its rule. Throws where two routes claim one address.
  package func router() throws -> Router<VisitorContext> {
    let router = Router(context: VisitorContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: HeadersMiddleware(site: self))
    var known: Set<String> = []
    for route in Routes.all {
      guard known.insert("\(route.method.rawValue) \(route.path)").inserted else { throw RouteClash(path: route.path) }
      let page = Gate(site: self, route: route)
      let tool = Routes.pagerDutyBesidePages.first { $0.method == route.method && $0.path == route.path }
        .map { Gate(site: self, route: $0) }
      router.on(RouterPath(route.path), method: route.method) { request, context -> Response in
        let gate = PagerDutyREST.speaks(request) ? tool ?? page : page
        try admit(gate.route, request.method, request.uri.string)
        return try await gate.route.answer(gate.admit(request, context))
      }
    }
    refuseOtherMethods(on: router)
    return router
  }

  /// An address that exists says which methods it takes.
  private func refuseOtherMethods(on router: Router<VisitorContext>) {
    let methods: [HTTPRequest.Method] =
      [.get, .post, .put, .delete, .patch, .options, .trace] + [HTTPRequest.Method("QUERY")].compactMap { $0 }
    for (path, routes) in Dictionary(grouping: Routes.all, by: \.path) {
      let known = Set(routes.map(\.method))
      let allowed = (known.map(\.rawValue) + (known.contains(.get) ? ["HEAD"] : [])).sorted().joined(separator: ", ")
      for method in methods where !known.contains(method) {
        router.on(RouterPath(path), method: method) { _, _ -> Response in throw Failure.methods(allowed) }
      }
    }
  }

  struct RouteClash: Error, CustomStringConvertible {
    var path: String
    var description: String { "Two routes claim \(path)." }
  }

  // MARK: cookies

  var isSecure: Bool { context.origin.hasPrefix("https://") }
  private var cookieName: String { isSecure ? "__Host-tocsin" : "tocsin" }

  func sessionCookie(of request: Request) -> String? {
    for field in request.headers[values: .cookie] {
      for pair in field.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == cookieName else { continue }
        return String(parts[1])
      }
    }
    return nil
  }

  func setCookie(_ value: String, on response: inout Response) {
    let life = value.isEmpty ? 0 : 14 * 86_400
    response.headers[.setCookie] =
      "\(cookieName)=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(life)" + (isSecure ? "; Secure" : "")
  }

  /// Whether the team file has a channel by which people outside can be mailed.
  var takesMail: Bool { context.shelf.team().status.mail != nil }

  /// The first account set this server up.
  func isAdministrator(_ account: Account) async throws -> Bool {
    try await context.database.read(AccountQueries.all).first { $0.disabled == nil }?.id == account.id
  }

  // MARK: frames

  /// The team's name, or the runbook's where the team file has none.
  var teamName: String {
    let name = context.shelf.team().name
    return name.isEmpty ? context.shelf.current().first?.runbook.title ?? "" : name
  }

  func frame(_ title: String, place: Frame.Place? = nil, reader: Frame.Reader?) -> Frame {
    // Strangers learn nothing about the runbook.
    let footer = reader == nil ? "" : footer
    var frame = Frame(title: title, team: teamName, now: context.now(), pace: context.pace, footer: footer)
    frame.demo = context.demo
    frame.trouble = context.shelf.trouble()
    let doubts = reader == nil ? [] : context.doubts()
    if !doubts.isEmpty { frame.trouble = "Paging is in doubt. " + doubts.prefix(3).joined(separator: " ") }
    frame.held = context.held()
    frame.place = place
    frame.reader = reader
    if reader == nil { frame.look = "alone" }
    return frame
  }

  private var footer: String {
    guard let runbook = context.shelf.current().first else { return "" }
    let date = runbook.runbook.lastUpdated.map { " of \($0)" } ?? ""
    return "Runbook\(date), revision \(runbook.digest)"
  }

  func noticePage(_ notice: Notice) -> HTML {
    frame(notice.title, reader: nil).page { NoticePage.write(notice, into: &$0) }
  }

  /// What the server's own parts throw, in our words.
  func failure(of error: any HTTPResponseError) -> Failure {
    switch error.status {
    case .notFound: .notFound
    case .contentTooLarge: .tooLarge(65_536)
    case .badRequest: .bad("The request is damaged.")
    default: .broken
    }
  }
}
