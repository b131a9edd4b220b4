import Foundation

/// The PyPI package feedparser, which most Python programs read feeds with.
struct FeedParser: Decodable {
  struct Entry: Decodable {
    var title: String
    var link: String
    var updated: String
  }
  var bozo: Bool
  var version: String
  var entries: [Entry]

  static let python: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let known: [String?] = [
      ProcessInfo.processInfo.environment["TOCSIN_PYTHON"], root.appending(path: ".build/venv/bin/python").path,
      "/usr/bin/python3",
    ]
    return known.compactMap { $0 }.first { path in
      (try? run(path, ["-c", "import feedparser"], Data())) != nil
    }
  }()

  static func read(_ feed: String) throws -> FeedParser {
    let script = """
      import calendar, feedparser, json, sys, time
      f = feedparser.parse(sys.stdin.buffer.read())
      stamp = lambda e: time.strftime('%Y-%m-%dT%H:%M:%SZ', e.get('updated_parsed') or e.get('published_parsed'))
      rows = [{'title': e.title, 'link': e.link, 'updated': stamp(e)} for e in f.entries]
      version = 'atom' if f.version.startswith('atom') else 'rss' if f.version.startswith('rss') else f.version
      print(json.dumps({'bozo': bool(f.bozo), 'version': version, 'entries': rows}))
      """
    let out = try run(python ?? "", ["-c", script], Data(feed.utf8))
    return try JSONDecoder().decode(FeedParser.self, from: out)
  }

  private struct Failed: Error { var code: Int32 }

  private static func run(_ path: String, _ arguments: [String], _ input: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let (standardInput, output) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: input)
    try standardInput.fileHandleForWriting.close()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(code: process.terminationStatus) }
    return read
  }
}
