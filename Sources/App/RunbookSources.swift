import Foundation
import Incidents
import Runbooks

/// The files that a server was started with, and how they are read.
package struct RunbookSources: Sendable {
  package struct Source: Sendable {
    package var name: String
    package var bytes: [UInt8]
  }

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
  package func read() throws -> (runbooks: [Source], configuration: TeamConfiguration) {
    guard !runbooks.isEmpty else { throw StartError("No runbook is given.") }
    let sources = try runbooks.map { Source(name: $0, bytes: try Self.bytes(of: $0)) }
    return (sources, try configuration(for: sources))
  }

  private func configuration(for sources: [Source]) throws -> TeamConfiguration {
    guard let path = teamPath else {
      guard sampleTeam, let first = sources.first else { return TeamConfiguration() }
      return TeamConfiguration(team: TeamFile.sample(for: try RunbookReader.read(first.bytes, name: first.name)))
    }
    let text = String(decoding: try Self.bytes(of: path), as: UTF8.self)
    return try TeamFile.read(
      text, name: path, environment: { ProcessInfo.processInfo.environment[$0] },
      readFile: { String(decoding: try Self.bytes(of: $0), as: UTF8.self) })
  }

  private var teamPath: String? {
    if let team { return team }
    guard let first = runbooks.first else { return nil }
    let beside = URL(fileURLWithPath: first).deletingLastPathComponent().appendingPathComponent("tocsin.yaml").path
    return FileManager.default.fileExists(atPath: beside) ? beside : nil
  }

  /// At most what the reader takes and one byte more, so that a huge file is refused without being loaded.
  private static func bytes(of path: String) throws -> [UInt8] {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      return [UInt8](try file.read(upToCount: 4 << 20) ?? Data())
    } catch {
      throw StartError("\(path) cannot be read: \(error.localizedDescription)")
    }
  }
}

/// Why a server does not start, or does not take a new configuration.
package struct StartError: Error, CustomStringConvertible {
  package var description: String
  package init(_ description: String) { self.description = description }
}
