import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Incidents
import NIOCore
import Storage
import Testing

@testable import Web

/// A browser in front of the small server: signed in or not.
struct Visitor: Sendable {
  let client: any TestClientProtocol
  var cookie: String?
  var csrf = ""

  static let password = "a quiet harbour at night"

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse {
    try await client.execute(uri: path, method: .get, headers: with(headers))
  }

  /// Sends a form; the session's token comes with it unless told otherwise.
  func post(
    _ path: String, _ fields: [String: String] = [:], token: String? = nil, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var fields = fields
    if !csrf.isEmpty || token != nil { fields["token"] = token ?? csrf }
    let body = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(Percent.encode($0.value))" }.joined(separator: "&")
    return try await client.execute(uri: path, method: .post, headers: with(headers), body: ByteBuffer(string: body))
  }

  func json(_ path: String, _ body: String, headers: HTTPFields = [:]) async throws -> TestResponse {
    try await client.execute(uri: path, method: .post, headers: with(headers), body: ByteBuffer(string: body))
  }

  private func with(_ headers: HTTPFields) -> HTTPFields {
    var headers = headers
    if let cookie { headers[.cookie] = "tocsin=\(cookie)" }
    return headers
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }

  func expect(_ status: HTTPResponse.Status, at place: SourceLocation = #_sourceLocation) {
    #expect(self.status == status, sourceLocation: place)
  }

  func expect(contains words: String, at place: SourceLocation = #_sourceLocation) {
    #expect(text.contains(words), sourceLocation: place)
  }

  var location: String { headers[.location] ?? "" }
}

extension Harbour {
  /// Runs a test against the router.
  func visit(
    pace: Double = 1, origin: String = "http://127.0.0.1:7070",
    _ test: @escaping @Sendable (Visitor) async throws -> Void
  ) async throws {
    let site = Site(context(pace: pace, origin: origin))
    try await site.status.refresh()
    try await Application(router: site.router()).test(.router) { client in
      try await test(Visitor(client: client))
    }
  }

  /// An account with a session of its own, without waiting for a password to be hashed.
  func signIn(_ visitor: Visitor, as person: String = "bo", isFirst: Bool = true) async throws -> Visitor {
    var visitor = visitor
    let cookie = Secrets.newSecret()
    let account = Account(
      id: clock.nextID(), name: person, person: person, password: "none", created: clock.now)
    let session = Session(
      hash: Secrets.hash(cookie), account: account.id, csrf: "csrf-\(person)", created: clock.now, lastSeen: clock.now,
      expires: clock.now + .days(14))
    _ = try database.commit([AccountStatements.create(account), SessionStatements.start(session)])
    visitor.cookie = cookie
    visitor.csrf = "csrf-\(person)"
    return visitor
  }

  func makeKey(_ secret: String) throws {
    _ = try database.commit([
      KeyStatements.create(
        IngestKey(id: clock.nextID(), name: "test", hash: Secrets.hash(secret), created: clock.now))
    ])
  }

  func makeToken(_ scope: Scope) throws -> String {
    let secret = Secrets.newToken()
    _ = try database.commit([
      TokenStatements.create(
        ApiToken(
          id: clock.nextID(), name: "terminal", hash: Secrets.hash(secret), scope: scope.rawValue, created: clock.now))
    ])
    return secret
  }
}
