import Foundation
import Runbooks

/// Looks up what the rules ask about the files around a runbook.
enum Surroundings {
  /// More than any Markdown file that is linked to for its headings.
  private static let limit = 4 << 20

  static func of(_ path: String, _ bytes: [UInt8]) -> DocumentSurroundings {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let root = repository(around: folder)
    var around = DocumentSurroundings(
      exists: { place($0, folder, root) != nil },
      anchors: { target in
        guard let file = place(target, folder, root), let handle = FileHandle(forReadingAtPath: file),
          let data = try? handle.read(upToCount: limit)
        else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        return Anchors.all(in: text.split(whereSeparator: \.isNewline).map(String.init))
      },
      changedOn: root == nil ? nil : History.lastChange(of: path), damage: Mending.firstDamage(in: bytes))
    around.alertNames = root.flatMap(AlertNames.of)
    return around
  }

  /// From the runbook's folder, else from the repository's root, where teams start their scripts.
  private static func place(_ target: String, _ folder: URL, _ root: URL?) -> String? {
    let fromRoot = target.hasPrefix("/")
    let bare = fromRoot ? String(target.dropFirst()) : target
    let bases = fromRoot ? [root ?? folder] : [folder] + (root.map { [$0] } ?? [])
    return bases.map { $0.appendingPathComponent(bare).standardizedFileURL.path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// The folder that holds `.git`, at most 40 levels up.
  private static func repository(around folder: URL) -> URL? {
    var place = folder.standardizedFileURL
    for _ in 0..<40 {
      if FileManager.default.fileExists(atPath: place.appendingPathComponent(".git").path) { return place }
      guard place.path != "/" else { return nil }
      place.deleteLastPathComponent()
    }
    return nil
  }
}

/// What Git knows of a file.
enum History {
  /// `YYYY-MM-DD` of the last commit that changed the file; nil without Git, or where it was never committed.
  static func lastChange(of path: String) -> String? {
    let file = URL(fileURLWithPath: path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "git", "-C", file.deletingLastPathComponent().path, "log", "-1", "--format=%cs", "--", file.lastPathComponent,
    ]
    let answer = Pipe()
    process.standardOutput = answer
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = answer.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let date = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return process.terminationStatus == 0 && date.utf8.count == 10 ? date : nil
  }
}
