import HTTPTypes
import Hummingbird
import Incidents

/// The public page: what was made ready is sent; nothing is asked of anything else.
enum StatusHandlers {
  @Sendable static func file(_ visit: Visit) async throws -> Response {
    let path = visit.request.uri.path
    let name = path.hasPrefix("/status/") ? String(path.dropFirst(8)) : ""
    guard let ready = visit.site.status.ready(name) else {
      throw visit.site.status.board() == nil ? Failure.unavailable("The page is not made yet.") : Failure.notFound
    }
    if let known = visit.request.headers[.ifNoneMatch], known.contains(ready.tag) {
      return Response(status: .notModified, headers: ready.headers)
    }
    return Response(status: .ok, headers: ready.headers, body: ResponseBody(byteBuffer: ready.body))
  }
}
