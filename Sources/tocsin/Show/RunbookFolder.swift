import App
import Foundation
import Incidents
import Runbooks

/// A runbook named on the command line, read as the server reads it: a folder as one, a file with what it links to.
enum RunbookFolder {
  static func isFolder(_ path: String) -> Bool { FileTree.isFolder(path) }

  /// The reading with everything that the rules find in it.
  static func checked(_ path: String) throws -> Runbook {
    var runbook = try read(path)
    runbook.findings = Findings.check(runbook, today: CivilTime(PacedClock.wall()).date)
    return runbook
  }

  /// The documents of a folder, each by itself.
  /// - Throws: as `read` does.
  static func pages(_ path: String) throws -> [RunbookLibrary.File] { try documents(path).files }

  /// - Throws: `Failure` 66 where it cannot be opened or holds no document, 65 where none is text.
  static func read(_ path: String) throws -> Runbook {
    do {
      return try documents(path).runbook()
    } catch let error as ReadingError {
      throw Failure(.badData, error.message)
    }
  }

  private static func documents(_ path: String) throws -> RunbookDocuments {
    if !isFolder(path) { _ = try RunbookFile.bytes(of: path) }
    do {
      return try RunbookDocuments.read(path)
    } catch let error as StartError {
      throw Failure(.missingFile, error.description)
    }
  }
}
