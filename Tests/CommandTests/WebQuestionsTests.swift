import Foundation
import Runbooks
import Testing

@testable import tocsin

/// What the site of these tests needs of this machine.
enum WebSite {
  static let missing = ["/usr/bin/python3", "/usr/bin/openssl"].first {
    !FileManager.default.isExecutableFile(atPath: $0)
  }.map { "\($0) is missing; script/setup --test installs it" }
}

/// `check --online` against a site on this machine that has everything wrong which a site can have.
@Suite(.enabled(if: WebSite.missing == nil, "\(WebSite.missing ?? "")"), .timeLimit(.minutes(1)))
struct WebQuestionsTests {
  @Test func eachAddressIsAskedOnceAndSaysWhatIsWrong() async throws {
    let (site, plain, encrypted) = try Self.site()
    defer { site.terminate() }
    let begin = ContinuousClock.now
    let said = await WebQuestions.unreachable(
      Self.expected.keys.map { "http://127.0.0.1:\(plain)\($0)" } + [
        "https://127.0.0.1:\(encrypted)/ok", "http://no-such-name.invalid/", "http://127.0.0.1:1/", "http:///x",
      ])
    for (path, complaint) in Self.expected {
      #expect(said["http://127.0.0.1:\(plain)\(path)"] == complaint, "\(path)")
    }
    #expect(said["https://127.0.0.1:\(encrypted)/ok"]?.words == "has a certificate that is not trusted")
    #expect(said["http://no-such-name.invalid/"]?.words == "cannot be reached: its name is not known")
    #expect(said["http://127.0.0.1:1/"]?.words == "cannot be reached")
    #expect(said["http:///x"]?.words == "is no address")
    #expect(ContinuousClock.now - begin < .seconds(20))
  }

  private static let expected: [String: WebComplaint?] = [
    "/ok": nil, "/login": nil, "/secret": nil, "/moved": nil, "/endless": nil,
    "/lost": WebComplaint("answers 404 Not Found", isAnswer: true),
    "/gone": WebComplaint("answers 410 Gone", isAnswer: true),
    "/broken": WebComplaint("answers 500 Internal Server Error", isAnswer: true),
    "/astray": WebComplaint("answers 404 Not Found", isAnswer: true),
    "/circle": WebComplaint("redirects in a circle", isAnswer: true),
    "/silent": WebComplaint("does not answer within 5 s"),
    "/garbage": WebComplaint("cannot be reached"),
  ]

  private static func site() throws -> (Process, plain: Int, encrypted: Int) {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-B", Fixture.folder.appendingPathComponent("site.py").path]
    process.standardInput = Pipe()
    process.standardOutput = output
    try process.run()
    var said = Data()
    // It may come in pieces.
    while !said.contains(UInt8(ascii: "\n")) {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { break }
      said += piece
    }
    let ports = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    try #require(ports.count == 2)
    return (process, ports[0], ports[1])
  }
}
