import Crypto
import Engine
import HTTPTypes
import Hummingbird
import Incidents
import NIOCore
import Storage
import Synchronization

/// Keeps the public page ready in memory. What is served was made before it was asked for, so the page needs neither
/// the store nor anything else that may be in trouble.
package final class StatusPress: Sendable {
  /// A file with all its headers.
  struct Ready: Sendable {
    var body: ByteBuffer
    var headers: HTTPFields
    var tag: String
  }

  private struct State {
    var files: [String: Ready] = [:]
    var board: StatusBoard?
  }
  private let state = Mutex(State())
  private let context: WebContext

  init(_ context: WebContext) { self.context = context }

  /// The file at this path below the root; nil where there is none.
  func ready(_ path: String) -> Ready? { state.withLock { $0.files[path] } }
  /// The page as it was made last; nil before the first time.
  package func board() -> StatusBoard? { state.withLock { $0.board } }

  /// Makes the page anew. Throws where the store does not answer; what was made before stays.
  package func refresh() async throws {
    let board = StatusBoard(try await facts(), now: context.now())
    let files = StatusFiles.all(board, StatusPlaces(origin: context.origin))
    let old = state.withLock { $0.files }
    let made = Dictionary(files.map { ($0.path, Self.ready($0, unless: old[$0.path])) }) { first, _ in first }
    state.withLock { $0 = State(files: made, board: board) }
  }

  /// The same page as files that stand for themselves.
  package func export() -> [StatusFile]? {
    let address = context.shelf.team().status.address ?? ""
    return board().map { StatusFiles.all($0, StatusPlaces(origin: context.origin, exported: address)) }
  }

  /// Everything that was published and that the pages and bars still show.
  private func facts() async throws -> StatusFacts {
    let (team, runbooks) = (context.shelf.team(), context.shelf.current().map(\.runbook))
    let since = context.now() - .days(ComponentDays.count + 1)
    let (updates, work, presence) = try await context.database.read(
      PublicQueries.updates(since: since), PublicQueries.maintenance(since: since), PublicQueries.presence(since: since)
    )
    return StatusFacts(
      title: StatusParts.title(team, runbooks), components: StatusParts.of(team, runbooks), updates: updates,
      maintenance: work, presence: presence, takesMail: team.status.mail != nil)
  }

  private static func ready(_ file: StatusFile, unless old: Ready?) -> Ready {
    let tag = "\"" + SHA256.hash(data: file.bytes).prefix(12).map { padded(hex: $0) }.joined() + "\""
    if let old, old.tag == tag { return old }
    var headers = HTTPFields()
    headers[.contentType] = file.type
    headers[.eTag] = tag
    headers[.cacheControl] = "public, max-age=15, stale-while-revalidate=60, stale-if-error=86400"
    // Made to be read from other sites: badges, feeds, programs.
    headers[.accessControlAllowOrigin] = "*"
    headers[.named("cross-origin-resource-policy")] = "cross-origin"
    return Ready(body: ByteBuffer(bytes: file.bytes), headers: headers, tag: tag)
  }
}
