import HTTPTypes
import Hummingbird
import Incidents
import Logging
import NIOCore
import Storage

/// What Hummingbird hands through: its own, and where the request comes from.
package struct VisitorContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// Address of the peer, without port; empty where there is none (tests, Unix sockets).
  let peer: String

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    peer = source.channel.remoteAddress?.ipAddress ?? ""
  }
}

/// One request that its route's rule has let through.
struct Visit: Sendable {
  let site: Site
  let request: Request
  let peer: String
  let parameters: [String: String]
  let now: Timestamp
  /// Set where the rule asks for a signed-in person.
  var person: SignedIn?
  var isAdministrator = false
  /// Set where the rule asks for a token.
  var token: ApiToken?
  var form = Form()
  /// Set where the route takes a file and one was chosen.
  var file: Multipart.File?
  var body: [UInt8] = []
  var logger: Logger

  var context: WebContext { site.context }

  func parameter(_ name: String) -> String { parameters[name] ?? "" }

  func query(_ name: String) -> String? {
    request.uri.queryParameters[Substring(name)].map { StorableText.of(String($0.prefix(200))) }
  }

  /// Every value of that name, in the address's order.
  func queries(_ name: String) -> [String] {
    Form.pairs(Array((request.uri.query ?? "").utf8))?.filter { $0.name == name }.map(\.value) ?? []
  }

  /// The reader for pages and forms.
  var reader: Frame.Reader? {
    person.map { signedIn in
      let name = context.shelf.team().person(signedIn.account.person)?.name ?? signedIn.account.name
      return Frame.Reader(
        name: name, token: signedIn.session.csrf, isAdministrator: isAdministrator,
        actor: Doorkeeper.actor(signedIn.account))
    }
  }

  /// What this visitor may see of private incidents: those that name the person; whoever runs the server sees all
  /// with its own token.
  func viewer() async throws -> Viewer {
    if let person { return .person(Doorkeeper.actor(person.account)) }
    guard let token else { return .person("") }
    if let id = token.account, let account = try await context.database.read(AccountQueries.byId(id)).first {
      return .person(Doorkeeper.actor(account))
    }
    return token.scope == Scope.admin.rawValue ? .owner : .person("")
  }

  /// The incident that the address names, where this visitor may see it.
  func incident() async throws -> Incident? {
    guard let found = try await site.incident(parameter("incident")) else { return nil }
    guard found.isPrivate else { return found }
    return found.isVisible(to: try await viewer()) ? found : nil
  }

  /// The same. Throws `notFound` where there is none for this visitor.
  func knownIncident() async throws -> Incident {
    guard let found = try await incident() else { throw Failure.notFound }
    return found
  }

  /// Who acts, in the words of the timeline.
  var actor: String {
    if let person { return Doorkeeper.actor(person.account) }
    return token?.name ?? ""
  }
}

/// A form as browsers send it, bounded.
struct Form: Sendable {
  private var fields: [String: String] = [:]
  private static let most = 64

  init() {}

  init(_ fields: [String: String]) { self.fields = fields }

  /// `application/x-www-form-urlencoded`; nil where it is damaged or has too many fields.
  init?(_ bytes: [UInt8]) {
    guard let pairs = Form.pairs(bytes) else { return nil }
    for (name, value) in pairs where fields[name] == nil { fields[name] = value }
  }

  /// The same as a list, for names that occur more than once.
  static func pairs(_ bytes: [UInt8]) -> [(name: String, value: String)]? {
    let parts = bytes.split(separator: UInt8(ascii: "&"), maxSplits: most, omittingEmptySubsequences: true)
    guard parts.count <= most else { return nil }
    var pairs: [(name: String, value: String)] = []
    for part in parts {
      let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decode(halves[0]), let value = decode(halves.count > 1 ? halves[1] : []) else { return nil }
      pairs.append((name, value))
    }
    return pairs
  }

  subscript(_ name: String) -> String { fields[name] ?? "" }

  /// Names of fields that begin so, in order.
  func names(withPrefix prefix: String) -> [String] { fields.keys.filter { $0.hasPrefix(prefix) }.sorted() }

  /// Without spaces and line breaks around it; line ends as the runbook has them.
  func text(_ name: String) -> String {
    let text = self[name].replacing("\r\n", with: "\n")
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): out.append(0x20)
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        out.append(high << 4 | low)
      default: out.append(byte)
      }
    }
    return String(validating: out, as: UTF8.self).map(StorableText.of)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
