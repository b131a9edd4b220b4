import Foundation
import Incidents
import Logging
import ServiceLifecycle
import Storage
import Web

/// Keeps the public page true to the minute, keeps the record of when we were watching, and writes the export.
struct StatusLoop: Sendable {
  let press: StatusPress
  let decisions: Decisions
  let pace: Double
  let logger: Logger

  func run() async {
    let began = decisions.clock.now()
    var (round, exported, trouble) = (0, "", false)
    repeat {
      do {
        if round % 6 == 0 { try await witness(since: began) }
        try await press.refresh()
        exported = try export(after: exported)
        trouble = false
      } catch {
        if !trouble { logger.error("the public page could not be made anew", metadata: ["error": "\(error)"]) }
        trouble = true
      }
      round += 1
    } while await pause()
    try? await witness(since: began)
  }

  /// Ten seconds, less where the clock runs faster. False once the server ends.
  private func pause() async -> Bool {
    let wait = Duration.milliseconds(Int(max(500, 10_000 / max(1, pace))))
    return (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: wait) }) != nil
  }

  private func witness(since began: Timestamp) async throws {
    let now = decisions.clock.now()
    let forget = SubscriberStatements.forget(askedBefore: now - .days(7))
    _ = try await decisions.writer.submit([PublicStatements.present(since: began, at: now)] + forget)
  }

  /// Writes the page into the team file's folder where something on it changed; returns what it looks like now.
  private func export(after last: String) throws -> String {
    guard let folder = decisions.shelf.snapshot().configuration.team.status.export, let board = press.board(),
      board.face != last, let files = press.export()
    else { return last }
    try StatusExport.write(files, to: folder)
    return board.face
  }
}

/// The public page as files in a folder.
package enum StatusExport {
  /// Each file is whole or as it was before. Throws where the folder cannot be written.
  package static func write(_ files: [StatusFile], to folder: String) throws {
    try write(files.map { ($0.path, Data($0.bytes)) }, to: folder)
  }

  package static func write(_ files: [(path: String, content: Data)], to folder: String) throws {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    for (path, content) in files {
      // A path that came over the network must not leave the folder.
      guard !path.split(separator: "/").contains(".."), !path.hasPrefix("/") else { continue }
      let url = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: url, options: .atomic)
    }
  }
}
