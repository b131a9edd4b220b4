import Foundation
import Incidents
import Runbooks

/// The files that a server was started with, and how they are read.
package struct RunbookSources: Sendable {
  /// Everything that was read at one time.
  package struct Reading: Sendable {
    package var documents: [RunbookDocuments]
    package var configuration: TeamConfiguration
  }

  /// Paths of files and folders.
  package var runbooks: [String]
  /// Path of the team file; nil: `tocsin.yaml` beside the first runbook, if it is there.
  package var team: String?
  /// People for a runbook without a team file, in a demo.
  package var sampleTeam: Bool

  package init(runbooks: [String], team: String?, sampleTeam: Bool = false) {
    self.runbooks = runbooks
    self.team = team
    self.sampleTeam = sampleTeam
  }

  /// Throws `StartError` with a sentence that names the file and the remedy.
  package func read() throws -> Reading {
    guard !runbooks.isEmpty else { throw StartError("No runbook is given.") }
    let documents = try runbooks.map { path in
      try RunbookDocuments.read(path, apart: Set(runbooks).subtracting([path]))
    }
    return Reading(documents: documents, configuration: try configuration(for: documents))
  }

  private func configuration(for documents: [RunbookDocuments]) throws -> TeamConfiguration {
    guard FileManager.default.fileExists(atPath: teamPath) || team != nil else {
      guard sampleTeam, let first = documents.first else { return TeamConfiguration() }
      return TeamConfiguration(team: TeamFile.sample(for: try first.runbook()))
    }
    return try Self.teamFile(at: teamPath)
  }

  /// Reads a team file with its secrets. Throws `TeamFileErrors`, or a `StartError` where it cannot be opened.
  package static func teamFile(at path: String) throws -> TeamConfiguration {
    let text = String(decoding: try FileTree.bytes(of: path), as: UTF8.self)
    return try TeamFile.read(
      text, name: path, environment: { ProcessInfo.processInfo.environment[$0] },
      readFile: { String(decoding: try FileTree.bytes(of: $0), as: UTF8.self) })
  }

  /// Where the team file is, or would be.
  private var teamPath: String {
    if let team { return team }
    guard let first = runbooks.first else { return "tocsin.yaml" }
    return Self.teamFile(beside: first)
  }

  /// The team file's place beside a runbook, or inside its folder.
  package static func teamFile(beside runbook: String) -> String {
    let place = URL(fileURLWithPath: runbook)
    let folder = FileTree.isFolder(runbook) ? place : place.deletingLastPathComponent()
    return folder.appendingPathComponent("tocsin.yaml").path
  }

  /// What the files look like now, without reading them: two looks differ where a reading may. `linked` are further
  /// documents that the last reading named.
  package func look(linked: [String] = []) -> [String: String] {
    var stamps = [teamPath: FileTree.stamp(of: teamPath)]
    for path in Set(runbooks + linked) {
      guard FileTree.isFolder(path) else {
        stamps[path] = FileTree.stamp(of: path)
        continue
      }
      // Nothing but documents: the store itself may lie in this folder.
      for name in FileTree.names(in: path) where LibraryLinks.isDocument(name) {
        stamps["\(path)/\(name)"] = FileTree.stamp(of: "\(path)/\(name)")
      }
    }
    return stamps
  }
}

/// Why a server does not start, or does not take a new configuration.
package struct StartError: Error, CustomStringConvertible {
  package var description: String
  package init(_ description: String) { self.description = description }
}
