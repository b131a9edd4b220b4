import Hummingbird
import Synchronization

/// What answers on the listening address: for a node of several first the site of one that stands by, and from the
/// moment that it serves the whole one. Who is connected stays connected.
package final class Door: HTTPResponder {
  package typealias Context = VisitorContext

  /// A site with its routes.
  private final class Opened: Sendable {
    let site: Site
    let router: RouterResponder<VisitorContext>

    init(_ site: Site) throws {
      self.site = site
      router = try site.router().buildResponder()
    }
  }

  private let opened: Mutex<Opened>

  /// Throws where two routes claim one address.
  package init(_ site: Site) throws { opened = Mutex(try Opened(site)) }

  /// From now on.
  package func lead(to site: Site) throws {
    let next = try Opened(site)
    opened.withLock { $0 = next }
  }

  var site: Site { opened.withLock { $0 }.site }

  package func respond(to request: Request, context: VisitorContext) async throws -> Response {
    try await opened.withLock { $0 }.router.respond(to: request, context: context)
  }
}
