import App
import Foundation
import Incidents
import Runbooks

/// A folder named on the command line, read as one runbook.
enum RunbookFolder {
  /// Folders deeper than this are not looked into.
  private static let deepest = 6
  /// Files beyond this many are not looked at; a runbook's folder has dozens.
  private static let most = 5_000

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// - Throws: `Failure` 66 where no document is in the folder, 65 where none is text.
  static func checked(_ path: String) throws(Failure) -> Runbook {
    let names = names(in: path)
    var files: [RunbookLibrary.File] = []
    for name in names where isDocument(name) {
      files.append(RunbookLibrary.File(path: name, bytes: try RunbookFile.bytes(of: path + "/" + name)))
    }
    guard !files.isEmpty else { throw Failure(.missingFile, "\(path) holds no Markdown file.") }
    do {
      var runbook = try RunbookLibrary.read(files, others: Set(names))
      runbook.findings = Findings.check(runbook, today: CivilTime(PacedClock.wall()).date)
      return runbook
    } catch {
      throw Failure(.badData, error.message)
    }
  }

  private static func isDocument(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".md") || lower.hasSuffix(".markdown")
  }

  /// Paths of the files inside, hidden ones left out.
  private static func names(in path: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: path) else { return [] }
    var names: [String] = []
    while let name = walk.nextObject() as? String, names.count < most {
      let parts = name.split(separator: "/")
      if parts.last?.hasPrefix(".") == true || parts.count > deepest {
        walk.skipDescendants()
      } else if !isFolder(path + "/" + name) {
        names.append(name)
      }
    }
    return names.sorted()
  }
}
