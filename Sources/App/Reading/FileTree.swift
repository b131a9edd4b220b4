import Foundation

/// Files and folders as a runbook needs them: bounded in number, depth and size.
package enum FileTree {
  /// Folders deeper than this are not looked into.
  private static let deepest = 6
  /// Files beyond this many are not looked at; a runbook's folder has dozens.
  private static let most = 5_000
  /// More than the reader takes, so that it can say that a file is too large.
  private static let mostBytes = 32 << 20

  package static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Paths of the files inside, hidden ones left out, in order.
  package static func names(in path: String) -> [String] {
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

  /// Throws `StartError` with the path and the reason.
  package static func bytes(of path: String) throws -> [UInt8] {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      return [UInt8](try file.read(upToCount: mostBytes) ?? Data())
    } catch {
      throw StartError("\(path) cannot be read: \(error.localizedDescription)")
    }
  }

  /// What tells that a file is another one than before; "absent" where it is not there.
  package static func stamp(of path: String) -> String {
    var info = stat()
    guard stat(path, &info) == 0 else { return "absent" }
    return "\(info.st_ino).\(info.st_size).\(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)"
  }
}
