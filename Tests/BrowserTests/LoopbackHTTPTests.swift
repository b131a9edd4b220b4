import Foundation
import Testing

/// What the tests' own client says where no answer comes: a late answer is not a closed connection.
@Suite struct LoopbackHTTPTests {
  /// Two ends of one connection; the first waits for 20 ms.
  private func ends() throws -> (Int32, Int32) {
    var ends: [Int32] = [0, 0]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    var patience = timeval(tv_sec: 0, tv_usec: 20_000)
    setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    return (ends[0], ends[1])
  }

  @Test func whatIsLateIsSaidToBeLate() throws {
    let (here, there) = try ends()
    defer {
      close(here)
      close(there)
    }
    let late = #expect(throws: BrowserError.self) { try LoopbackHTTP.receive(from: here) }
    #expect(late?.description == "no answer: nothing came in time")
    try LoopbackHTTP.write(Data("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhal".utf8), to: there)
    #expect(throws: BrowserError.self, "half an answer is none") { try LoopbackHTTP.receive(from: here) }
  }

  @Test func whatIsClosedIsSaidToBeClosedAndAWholeAnswerIsRead() throws {
    let (here, there) = try ends()
    defer { close(here) }
    try LoopbackHTTP.write(Data("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nhalf".utf8), to: there)
    #expect(try LoopbackHTTP.receive(from: here).body == Data("half".utf8))
    close(there)
    let closed = #expect(throws: BrowserError.self) { try LoopbackHTTP.receive(from: here) }
    #expect(closed?.description == "the connection closed without an answer")
  }
}
