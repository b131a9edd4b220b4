import HTTPTypes
import Hummingbird
import Incidents
import NIOCore
import ServiceLifecycle
import Storage

/// Server-sent events: whole parts of a page, drawn anew when something changed.
enum LiveHandler {
  @Sendable static func stream(_ visit: Visit) async throws -> Response {
    let subject = try await LiveSubject(visit)
    var response = Response(
      status: .ok,
      body: ResponseBody { writer in
        // Without this a reader who leaves is noticed only at the next write.
        try await visit.request.body.consumeWithCancellationOnInboundClose { _ in
          try await run(subject, visit, &writer)
        }
      })
    response.headers[.contentType] = "text/event-stream"
    response.headers[.cacheControl] = "no-store"
    response.headers[.named("x-accel-buffering")] = "no"
    return response
  }

  private enum Signal: Sendable { case changed, tick }

  /// Between two writes at least.
  private static let pause = Duration.milliseconds(120)

  private static func run(
    _ subject: LiveSubject, _ visit: Visit, _ writer: inout any ResponseBodyWriter
  ) async throws {
    let (signals, push) = AsyncStream<Signal>.makeStream(bufferingPolicy: .bufferingNewest(16))
    let told: @Sendable ([Int64]) -> Void = { if subject.concerns($0) { push.yield(.changed) } }
    let (changes, present) = (visit.context.changes.listeners, visit.site.present)
    let tickets = (changes.add(told, ended: { push.finish() }), present.listeners.add(told))
    let name = visit.reader?.name ?? ""
    if let room = subject.room { present.enter(room, name) }
    defer {
      changes.remove(tickets.0)
      present.listeners.remove(tickets.1)
      if let room = subject.room { present.leave(room, name) }
    }
    let interval = interval(visit.context.pace)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        while !Task.isCancelled {
          try await Task.sleep(for: interval)
          push.yield(.tick)
        }
      }
      defer { group.cancelAll() }
      // An open stream must not hold back the end of the server.
      try await withGracefulShutdownHandler {
        try await write(subject, visit, signals, &writer)
      } onGracefulShutdown: {
        push.finish()
      }
    }
  }

  private static func write(
    _ subject: LiveSubject, _ visit: Visit, _ signals: AsyncStream<Signal>, _ writer: inout any ResponseBodyWriter
  ) async throws {
    var subject = subject
    try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
    try await writer.write(try await subject.opening(visit))
    var written = ContinuousClock.now
    for await signal in signals {
      // A storm of changes is drawn some times a second, not once for each; one that comes alone does not wait.
      let early = pause - (.now - written)
      if early > .zero { try await Task.sleep(for: early) }
      if signal == .tick, try await hasLeft(visit) {
        try await writer.write(LiveEvent.reload)
        return
      }
      try await writer.write(try await subject.changes(visit))
      written = .now
    }
  }

  /// Signed out elsewhere, or the account was shut.
  private static func hasLeft(_ visit: Visit) async throws -> Bool {
    guard let cookie = visit.site.sessionCookie(of: visit.request) else { return true }
    return try await visit.site.doorkeeper.signedIn(cookie: cookie) == nil
  }

  /// How often a page is drawn anew although nothing happened: each 15 s, or each minute of a demo's clock.
  static func interval(_ pace: Double) -> Duration { .milliseconds(Int64(min(15_000, max(1_000, 60_000 / pace)))) }
}

/// The lines of the protocol (https://html.spec.whatwg.org/multipage/server-sent-events.html).
enum LiveEvent {
  static let reload = ByteBuffer(string: "event: reload\ndata: 1\n\n")

  static func time(_ now: Timestamp) -> ByteBuffer {
    ByteBuffer(string: "event: time\ndata: \(milliseconds(now))\n\n")
  }

  /// JSON has no raw line breaks, so one data line is enough.
  static func fragment(_ fragment: Fragment, title: String) -> [UInt8] {
    var event = Array("event: fragment\ndata: {\"html\":".utf8)
    event.reserveCapacity(fragment.html.bytes.count * 5 / 4)
    fragment.html.bytes.withUnsafeBufferPointer { JSONString.append($0, to: &event) }
    event += ",\"id\":".utf8
    JSONString.append(fragment.id, to: &event)
    event += ",\"title\":".utf8
    JSONString.append(title, to: &event)
    event += "}\n\n".utf8
    return event
  }
}
