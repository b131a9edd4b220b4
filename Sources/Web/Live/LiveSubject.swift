import Incidents
import NIOCore
import Storage

/// What one stream shows, and what of it was sent last.
struct LiveSubject: Sendable {
  enum Kind: Sendable, Hashable { case home, incident(Int64) }

  private let kind: Kind
  private let reader: Frame.Reader
  /// What the page had seen when it was made; another value means that something happened since.
  private let seen: String
  private var sent: [String: [UInt8]] = [:]
  private var isOpen: Bool?

  init(_ visit: Visit) async throws {
    guard let reader = visit.reader else { throw Failure.broken }
    self.reader = reader
    seen = visit.query("seen") ?? ""
    switch visit.query("page") {
    case "home": kind = .home
    case "incident":
      guard let id = visit.query("id").flatMap({ Int64($0) }), let incident = try await visit.site.incident(String(id)),
        incident.isVisible(to: .person(reader.actor))
      else { throw Failure.notFound }
      kind = .incident(id)
    default: throw Failure.notFound
    }
  }

  /// The incident whose room it is.
  var room: Int64? {
    if case .incident(let id) = kind { return id }
    return nil
  }

  func concerns(_ incidents: [Int64]) -> Bool {
    switch kind {
    case .home: true
    case .incident(let id): incidents.contains(id)
    }
  }

  /// What the page missed between being made and listening.
  mutating func opening(_ visit: Visit) async throws -> ByteBuffer {
    let look = try await look(visit)
    isOpen = look.isOpen
    for fragment in look.fragments where look.version == seen { sent[fragment.id] = fragment.html.bytes }
    var buffer = LiveEvent.time(look.now)
    append(look, to: &buffer)
    return buffer
  }

  /// The parts whose bytes changed, and the time.
  mutating func changes(_ visit: Visit) async throws -> ByteBuffer {
    let look = try await look(visit)
    if look.isOpen != isOpen { return LiveEvent.reload }
    var buffer = LiveEvent.time(look.now)
    append(look, to: &buffer)
    return buffer
  }

  private mutating func append(_ look: Look, to buffer: inout ByteBuffer) {
    for fragment in look.fragments where sent[fragment.id] != fragment.html.bytes {
      sent[fragment.id] = fragment.html.bytes
      buffer.writeImmutableBuffer(LiveEvent.fragment(fragment, title: look.title))
    }
  }

  private struct Look {
    var fragments: [Fragment]
    var title: String
    var now: Timestamp
    var version: String
    /// The composer stands on a room's page only while the incident is open, so the page is made anew at that turn.
    var isOpen: Bool
  }

  private func look(_ visit: Visit) async throws -> Look {
    switch kind {
    case .home:
      let view = try await visit.site.homeView(for: .person(reader.actor), forAdministrator: visit.isAdministrator)
      return Look(
        fragments: HomePage.fragments(view), title: view.title, now: view.now, version: view.version, isOpen: true)
    case .incident(let id):
      let view = try await visit.site.roomView(id, reader: reader, isLive: true)
      return Look(
        fragments: RoomPage.fragments(view), title: view.title, now: view.now, version: view.version,
        // The door was shut while somebody looked: the page is asked for anew, and refused.
        isOpen: view.incident.status.isOpen && view.incident.isVisible(to: .person(reader.actor)))
    }
  }
}

extension HomeView {
  var title: String {
    let titles = cards.map { "\($0.mark.name) \($0.incident.plainHeadline)" }
    return titles.isEmpty ? "Nothing burns: Tocsin" : titles.prefix(2).joined(separator: ", ")
  }

  /// Changes whenever an incident on the page does.
  var version: String { cards.map { "\($0.incident.id).\($0.incident.version)" }.joined(separator: "-") }
}

extension RoomView {
  var title: String { "\(mark.name) \(incident.plainHeadline), \(incident.name)" }
  var version: String { String(incident.version) }
}
