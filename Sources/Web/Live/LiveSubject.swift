import Crypto
import Incidents
import NIOCore
import Storage

/// What one stream shows, and what of it was sent last.
struct LiveSubject: Sendable {
  private let subject: Drawings.Subject
  private let reader: Frame.Reader
  /// What the page had seen when it was made; another value means that something happened since.
  private let seen: String
  private var sent: [String: SHA256.Digest] = [:]
  private var isOpen: Bool?

  init(_ visit: Visit) async throws {
    guard let reader = visit.reader else { throw Failure.broken }
    self.reader = reader
    seen = visit.query("seen") ?? ""
    switch visit.query("page") {
    case "home": subject = .home
    case "incident":
      guard let id = visit.query("id").flatMap({ Int64($0) }), let incident = try await visit.site.incident(String(id)),
        incident.isVisible(to: .person(reader.actor))
      else { throw Failure.notFound }
      subject = .incident(id)
    default: throw Failure.notFound
    }
  }

  /// The incident whose room it is.
  var room: Int64? {
    if case .incident(let id) = subject { return id }
    return nil
  }

  func concerns(_ incidents: [Int64]) -> Bool {
    switch subject {
    case .home: true
    case .incident(let id): incidents.contains(id)
    }
  }

  /// What the page missed between being made and listening.
  mutating func opening(_ visit: Visit) async throws -> ByteBuffer {
    let drawn = try await drawn(visit)
    isOpen = drawn.isOpen
    for part in drawn.parts where drawn.version == seen { sent[part.id] = part.digest }
    return unsent(of: drawn, at: visit.context.now())
  }

  /// The parts whose bytes changed, and the time.
  mutating func changes(_ visit: Visit) async throws -> ByteBuffer {
    let drawn = try await drawn(visit)
    return drawn.isOpen == isOpen ? unsent(of: drawn, at: visit.context.now()) : LiveEvent.reload
  }

  private func drawn(_ visit: Visit) async throws -> Drawn {
    try await visit.site.drawings.drawn(subject, of: visit.site, for: reader)
  }

  private mutating func unsent(of drawn: Drawn, at now: Timestamp) -> ByteBuffer {
    var buffer = LiveEvent.time(now)
    for part in drawn.parts where sent[part.id] != part.digest {
      sent[part.id] = part.digest
      for (index, piece) in part.event.enumerated() {
        if index > 0 { buffer.writeString(reader.token) }
        buffer.writeImmutableBuffer(piece)
      }
    }
    return buffer
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
  /// Alerts that join an incident that burns already leave its version as it is.
  var version: String { "\(incident.version).\(firing)" }
}
