import Crypto
import Incidents
import NIOCore

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

/// Draws a page once for all streams that show it, and what only one person sees once for all of that person's devices.
final class Drawings: Sendable {
  enum Subject: Sendable, Hashable { case home, incident(Int64) }

  private struct Key: Hashable {
    var subject: Subject
    var reader: Frame.Reader
  }
  /// A room as nobody in particular sees it, and the parts that everybody sees alike.
  private struct Room: Sendable {
    var view: RoomView
    var parts: [Drawn.Part]
  }

  private let rooms = Sharing<Int64, Room>()
  private let shared = Sharing<Key, Drawn>()
  /// Stands for the token of the reader's session: each stream puts in its own.
  private let mark = Secrets.newSecret()

  /// Throws `notFound` where the incident is not there, and what reading throws.
  func drawn(_ subject: Subject, of site: Site, for reader: Frame.Reader) async throws -> Drawn {
    // Read before anything else is: what was told by now is then on the drawing.
    let generation = site.context.changes.count &+ site.present.listeners.count
    var reader = reader
    reader.token = mark
    let key = Key(subject: subject, reader: reader)
    return try await shared.value(key, of: generation) { [self] in
      switch subject {
      case .home: try await home(of: site, for: key.reader)
      case .incident(let id): try await room(id, of: site, for: key.reader, generation)
      }
    }
  }

  private func home(of site: Site, for reader: Frame.Reader) async throws -> Drawn {
    let view = try await site.homeView(for: .person(reader.actor), forAdministrator: reader.isAdministrator)
    return Drawn(
      parts: Self.parts(HomePage.fragments(view), view.title, mark), version: view.version, isOpen: true)
  }

  private func room(_ id: Int64, of site: Site, for reader: Frame.Reader, _ generation: UInt64) async throws -> Drawn {
    let room = try await rooms.value(id, of: generation) { [mark] in
      let view = try await site.roomView(id, isLive: true)
      let anybody = view.seen(by: Frame.Reader(name: "", token: mark))
      return Room(view: view, parts: Self.parts(RoomPage.shared(anybody), view.title, mark))
    }
    let view = room.view.seen(by: reader)
    return Drawn(
      parts: room.parts + Self.parts(RoomPage.own(view), view.title, mark), version: view.version,
      // The door was shut while somebody looked: the page is asked for anew, and refused.
      isOpen: view.incident.status.isOpen && view.incident.isVisible(to: .person(reader.actor)))
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
