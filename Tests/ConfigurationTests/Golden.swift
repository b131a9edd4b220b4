import Foundation
import Testing

/// Compares text with a file under `Golden/`; `TOCSIN_REWRITE_GOLDEN=1` writes the files instead.
enum Golden {
  static func expect(_ text: String, _ name: String, source: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["TOCSIN_REWRITE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let wanted = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == wanted, "\(name) differs; TOCSIN_REWRITE_GOLDEN=1 writes it anew", sourceLocation: source)
  }
}
