import App
import Foundation
import Incidents
import Runbooks

/// A runbook named on the command line.
enum RunbookFile {
  /// More than the reader takes, so that it can say that the file is too large.
  private static let limit = 32 << 20

  /// The reading with everything that the rules find in it.
  static func checked(_ path: String) throws(Failure) -> Runbook {
    var runbook = try read(path)
    runbook.findings = Findings.check(runbook, today: CivilTime(PacedClock.wall()).date)
    return runbook
  }

  /// - Throws: `Failure` 66 where the file cannot be opened, 65 where it is not text.
  static func read(_ path: String) throws(Failure) -> Runbook {
    let bytes = try bytes(of: path)
    do {
      return try RunbookReader.read(bytes, name: path)
    } catch {
      throw Failure(.badData, error.message)
    }
  }

  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.missingFile, "\(path) does not exist.")
    }
    guard !isFolder.boolValue else { throw Failure(.missingFile, "\(path) is a folder; a file is needed.") }
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      return [UInt8](try file.read(upToCount: limit) ?? Data())
    } catch {
      throw Failure(.missingFile, "\(path) cannot be opened. Check its rights.")
    }
  }

  /// The team file beside a runbook, if it is there.
  static func teamFile(beside runbook: String) -> String? {
    let path = RunbookSources.teamFile(beside: runbook)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
