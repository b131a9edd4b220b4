import Crypto
import Incidents
import NIOCore
import Synchronization

/// What the streams of one page show at one time.
struct Drawn: Sendable {
  struct Part: Sendable {
    let id: String
    /// Of the HTML, with a mark where the reader's own token stands: equal digests, equal part.
    let digest: SHA256.Digest
    /// The event, cut where the token stands.
    let event: [ByteBuffer]
  }

  let parts: [Part]
  let version: String
  /// The composer stands on a room's page only while the incident is open, so the page is made anew at that turn.
  let isOpen: Bool
}

/// Draws a page once for all streams that show it to the same person, however many devices are open in a night.
final class Drawings: Sendable {
  enum Subject: Sendable, Hashable { case home, incident(Int64) }

  private struct Key: Hashable {
    var subject: Subject
    var reader: Frame.Reader
  }
  private struct Shared {
    /// How many changes had been told when it was begun.
    var generation: UInt64
    var begun: ContinuousClock.Instant
    var task: Task<Drawn, any Error>
  }

  /// How old a drawing may be that is shown again while nothing was told to have changed. A browser counts its clocks
  /// down by itself, so that only what falls due without a commit is seen so much later.
  private static let fresh = Duration.seconds(1)

  private let shared = Mutex<[Key: Shared]>([:])
  /// Stands for the token of the reader's session: each stream puts in its own.
  private let mark = Secrets.newSecret()

  /// Throws `notFound` where the incident is not there, and what reading throws.
  func drawn(_ subject: Subject, of site: Site, for reader: Frame.Reader) async throws -> Drawn {
    // Read before anything else is: what was told by now is then on the drawing.
    let generation = site.context.changes.count &+ site.present.listeners.count
    var reader = reader
    reader.token = mark
    let (key, now) = (Key(subject: subject, reader: reader), ContinuousClock.now)
    let task = shared.withLock { shared in
      if let known = shared[key], known.generation >= generation, now - known.begun < Self.fresh { return known.task }
      shared = shared.filter { now - $0.value.begun < .seconds(5) }
      let task = Task { [mark] in try await Self.draw(key, of: site, mark: mark) }
      shared[key] = Shared(generation: generation, begun: now, task: task)
      return task
    }
    return try await task.value
  }

  private static func draw(_ key: Key, of site: Site, mark: String) async throws -> Drawn {
    let reader = key.reader
    switch key.subject {
    case .home:
      let view = try await site.homeView(for: .person(reader.actor), forAdministrator: reader.isAdministrator)
      return Drawn(
        parts: parts(HomePage.fragments(view), view.title, mark), version: view.version, isOpen: true)
    case .incident(let id):
      let view = try await site.roomView(id, reader: reader, isLive: true)
      return Drawn(
        parts: parts(RoomPage.fragments(view), view.title, mark), version: view.version,
        // The door was shut while somebody looked: the page is asked for anew, and refused.
        isOpen: view.incident.status.isOpen && view.incident.isVisible(to: .person(reader.actor)))
    }
  }

  private static func parts(_ fragments: [Fragment], _ title: String, _ mark: String) -> [Drawn.Part] {
    let mark = Array(mark.utf8)
    return fragments.map { fragment in
      Drawn.Part(
        id: fragment.id, digest: SHA256.hash(data: fragment.html.bytes),
        event: cut(LiveEvent.fragment(fragment, title: title), at: mark))
    }
  }

  /// What stands between the marks, which are of letters and digits.
  private static func cut(_ bytes: [UInt8], at mark: [UInt8]) -> [ByteBuffer] {
    var (pieces, begin, at) = ([ByteBuffer](), bytes.startIndex, bytes.startIndex)
    guard let first = mark.first else { return [ByteBuffer(bytes: bytes)] }
    while at <= bytes.count - mark.count {
      if bytes[at] == first, bytes[at..<(at + mark.count)].elementsEqual(mark) {
        pieces.append(ByteBuffer(bytes: bytes[begin..<at]))
        at += mark.count
        begin = at
      } else {
        at += 1
      }
    }
    return pieces + [ByteBuffer(bytes: bytes[begin...])]
  }
}
