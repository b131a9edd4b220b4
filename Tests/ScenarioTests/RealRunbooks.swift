import Engine
import Foundation
import Incidents
import Runbooks
import Testing

/// The runbooks of five real teams, which stand beside a full checkout and not in a clone.
enum RealRunbooks {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/runbooks")

  static let present = FileManager.default.fileExists(atPath: folder.path)
  static let absent: Comment = "The real runbooks stand in ../shared/runbooks, which this checkout does not have."

  static func read(_ name: String) throws -> Runbook {
    let bytes = try Data(contentsOf: folder.appending(path: name + ".md"))
    return try RunbookReader.read([UInt8](bytes), name: name)
  }
}
