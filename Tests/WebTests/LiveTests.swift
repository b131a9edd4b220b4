import HTTPTypes
import Hummingbird
import Incidents
import Logging
import NIOCore
import Storage
import Synchronization
import Testing

@testable import Web

/// What a stream sends, and when.
@Suite struct LiveTests {
  private func visit(_ harbour: Harbour, _ address: String) async throws -> Visit {
    let site = Site(harbour.context())
    let request = Request(
      head: HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1", path: address),
      body: RequestBody(buffer: ByteBuffer()))
    var visit = Visit(
      site: site, request: request, peer: "", parameters: [:], now: harbour.clock.now, logger: Logger(label: "test"))
    let account = Account(id: 1, name: "bo", person: "bo", password: "", created: Night.opened)
    let session = Session(
      hash: [], account: 1, csrf: "TOKEN", created: Night.opened, lastSeen: Night.opened, expires: Night.opened)
    visit.person = SignedIn(account: account, session: session)
    return visit
  }

  @Test func aPageThatIsUpToDateIsSentTheTimeAlone() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let view = try #require(try await harbour.database.view(id))
    let seen = "\(view.incident.version).\(view.alerts.firing)"
    let visit = try await visit(harbour, "/live?page=incident&id=\(id)&seen=\(seen)")
    var subject = try await LiveSubject(visit)
    let opening = String(buffer: try await subject.opening(visit))
    #expect(opening == "event: time\ndata: \(milliseconds(Night.opened))\n\n")
    #expect(String(buffer: try await subject.changes(visit)) == opening)
  }

  @Test func onlyThePartsThatChangedAreSent() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let version = try #require(try await harbour.database.view(id)).incident.version
    let visit = try await visit(harbour, "/live?page=incident&id=\(id)&seen=\(version)")
    var subject = try await LiveSubject(visit)
    _ = try await subject.opening(visit)
    try await harbour.acts.note(id, text: "line one\nline two", by: "bo")
    let sent = String(buffer: try await subject.changes(visit))
    #expect(sent.components(separatedBy: "event: fragment").count == 2)
    #expect(sent.contains(#""id":"entries-box""#) && sent.contains("line one\\nline two"))
    #expect(subject.concerns([id]) && !subject.concerns([id + 1]))
  }

  /// A page is drawn once for many streams; the token in its forms is still each session's own.
  @Test func eachStreamHasTheTokenOfItsOwnSession() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let visit = try await visit(harbour, "/live?page=incident&id=\(id)&seen=")
    var other = visit
    other.person?.session = Session(
      hash: [], account: 1, csrf: "ANOTHER", created: Night.opened, lastSeen: Night.opened, expires: Night.opened)
    var (one, two) = (try await LiveSubject(visit), try await LiveSubject(other))
    let first = String(buffer: try await one.opening(visit))
    let second = String(buffer: try await two.opening(other))
    #expect(first.contains("TOKEN") && !first.contains("ANOTHER"))
    #expect(second == first.replacing("TOKEN", with: "ANOTHER"))
  }

  /// What is drawn once for everybody may hold nothing of one person, nor what not everybody may know.
  @Test func onlyRolesAndOtherIncidentsDifferByTheReader() async throws {
    let harbour = try await Harbour()
    var event = Night.event
    event.dedupKey = "quay"
    let (id, hidden) = (try await harbour.open(), try await harbour.open(event))
    let site = Site(harbour.context())
    let role = try #require(try await site.roomView(id, isLive: true).roles.first)
    try await harbour.acts.perform(.role(role.name, .take), on: id, by: "bo")
    try await harbour.acts.perform(.privacy(.close(["bo"])), on: hidden, by: "bo")
    let view = try await site.roomView(id, isLive: true)
    let (ana, bo) = (view.seen(by: reader("ana")), view.seen(by: reader("bo")))
    #expect(RoomPage.shared(ana).map(\.html.bytes) == RoomPage.shared(bo).map(\.html.bytes))
    let words = [ana, bo].map { RoomPage.own($0).map { String(decoding: $0.html.bytes, as: UTF8.self) }.joined() }
    #expect(words[0].contains(">Take over<") && !words[0].contains("INC-\(hidden)"))
    #expect(words[1].contains("\(hidden)") && words[0] != words[1])
  }

  @Test func aFurtherDeviceOfAPersonIsNewsToNobody() {
    let present = Present()
    let told = Mutex(0)
    _ = present.listeners.add { _ in told.withLock { $0 += 1 } }
    present.enter(1, "Ana")
    present.enter(1, "Ana")
    #expect(told.withLock { $0 } == 1 && present.names(in: 1) == ["Ana"])
    present.leave(1, "Ana")
    #expect(told.withLock { $0 } == 1 && present.names(in: 1) == ["Ana"])
    present.leave(1, "Ana")
    present.leave(1, "Ana")
    #expect(told.withLock { $0 } == 2 && present.names(in: 1).isEmpty)
  }

  private func reader(_ name: String) -> Frame.Reader { Frame.Reader(name: name, token: "T", actor: name) }

  @Test func aPageThatMissedSomethingIsSentItAtOnce() async throws {
    let harbour = try await Harbour()
    let visit = try await visit(harbour, "/live?page=home&seen=")
    var subject = try await LiveSubject(visit)
    _ = try await harbour.open()
    let sent = String(buffer: try await subject.opening(visit))
    #expect(sent.contains("One incident burns.") && sent.contains(#""id":"home-body""#))
  }

  @Test func aRoomThatClosesIsMadeAnew() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let visit = try await visit(harbour, "/live?page=incident&id=\(id)")
    var subject = try await LiveSubject(visit)
    _ = try await subject.opening(visit)
    try await harbour.acts.resolve(id, by: "bo", reason: "mended")
    #expect(String(buffer: try await subject.changes(visit)) == "event: reload\ndata: 1\n\n")
  }

  @Test func aFastClockIsDrawnMoreOften() {
    #expect(LiveHandler.interval(1) == .seconds(15))
    #expect(LiveHandler.interval(60) == .seconds(1))
    #expect(LiveHandler.interval(6) == .seconds(10))
  }
}
