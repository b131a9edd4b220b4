import AsyncHTTPClient
import Incidents
import NIOCore
import Synchronization

/// One request on its way, and how far it has come: that decides between "try again" and "nobody knows".
final class OutboundAttempt: Sendable {
  private enum Progress {
    case connecting
    /// A connection took the head of the request.
    case sent
    case answering(OutboundAnswer)
  }

  private let progress = Mutex(Progress.connecting)

  /// What can be said when the request ended without a whole answer.
  func result(after reason: String) -> OutboundResult {
    progress.withLock { progress in
      switch progress {
      case .connecting: .notSent(reason)
      case .sent: .lost(reason)
      case .answering(let answer): .answered(answer)
      }
    }
  }

  fileprivate func markSent() { progress.withLock { $0 = .sent } }

  func run(
    _ request: OutboundRequest, with client: HTTPClient, deadline: NIODeadline, now: @Sendable () -> Timestamp
  ) async -> OutboundResult {
    do {
      let response = try await client.execute(prepared(request), deadline: deadline)
      var answer = OutboundAnswer(status: Int(response.status.code))
      answer.retryAfter = response.headers.first(name: "retry-after").flatMap { RetryAfter.read($0, now: now()) }
      try await collect(response.body, into: &answer)
      return .answered(answer)
    } catch {
      return result(after: FailureText.describe(error))
    }
  }

  /// Reads up to the limit; the status is kept at once, so that an answer that drips or breaks off still counts.
  private func collect(_ body: HTTPClientResponse.Body, into answer: inout OutboundAnswer) async throws {
    progress.withLock { [answer] in $0 = .answering(answer) }
    for try await part in body {
      let room = OutboundHTTP.answerLimit - answer.body.count
      answer.body += part.readableBytesView.prefix(room)
      if part.readableBytes > room { return }
    }
    answer.isComplete = true
  }

  private func prepared(_ request: OutboundRequest) -> HTTPClientRequest {
    var prepared = HTTPClientRequest(url: request.url)
    prepared.method = .RAW(value: request.method)
    for header in request.headers { prepared.headers.add(name: header.name, value: header.value) }
    prepared.headers.add(name: "User-Agent", value: "Tocsin")
    // A question that is lost may be asked again, so nobody needs to know when it left.
    guard request.method != "GET" else { return prepared }
    let body = MarkedBody(bytes: ByteBuffer(bytes: request.body), attempt: self)
    prepared.body = .stream(body, length: .known(Int64(request.body.count)))
    return prepared
  }
}

/// A body that notes the moment it is asked for: the client asks once a connection has taken the head, not before.
private struct MarkedBody: AsyncSequence, Sendable {
  typealias Element = ByteBuffer
  let bytes: ByteBuffer
  let attempt: OutboundAttempt

  struct AsyncIterator: AsyncIteratorProtocol {
    var rest: ByteBuffer?
    let attempt: OutboundAttempt

    mutating func next() async -> ByteBuffer? {
      attempt.markSent()
      defer { rest = nil }
      return rest
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: bytes, attempt: attempt) }
}
