import Incidents
import Storage

/// Who may use a route. Every route has one; there is no default.
enum Rule: Sendable, Hashable {
  /// Anybody: what is public by nature, such as the sign-in page and assets.
  case open
  /// Anybody who has an ingest key; the handler finds it where the protocol carries it.
  case ingestKey
  /// Anybody who has the link: its secret is part of the address.
  case link
  /// A person who is signed in. What is not GET needs the session's token as well.
  case signedIn
  /// The account that set this server up.
  case administrator
  /// A tool with a token of this scope or a wider one.
  case token(Scope)
  /// This machine, or a tool that may read.
  case localOrToken
}

/// What a token of the API may do; each includes those before it.
package enum Scope: String, Sendable, Hashable, Comparable, CaseIterable {
  case read, respond, admin

  package static func < (a: Scope, b: Scope) -> Bool { a.order < b.order }
  private var order: Int {
    switch self {
    case .read: 0
    case .respond: 1
    case .admin: 2
    }
  }
}

/// What a route reads of a request's body, and how much of it at most.
enum BodyRule: Sendable, Hashable {
  case none
  /// A form of a page; 64 KiB.
  case form
  /// A form of a page with a file of up to so many bytes.
  case upload(Int)
  /// A form with a long text; 1 MiB.
  case longForm
  /// Up to so many bytes, read before the handler runs.
  case bytes(Int)

  var limit: Int {
    switch self {
    case .none: 0
    case .form: 65_536
    case .upload(let limit): limit + 65_536
    case .longForm: 1_048_576
    case .bytes(let limit): limit
    }
  }
}

/// In whose words a refusal is told.
enum Tongue: Sendable, Hashable { case page, api, plain, alertmanager, opsgenie }
