import Foundation

/// What a running server leaves in its data folder, readable by its own user only: where it listens, and a token
/// with which the command line on this machine may act. Gone when the server has stopped in order.
package struct LocalAccess: Codable, Sendable {
  package var address: String
  package var token: String
  package var pid: Int32

  package static let fileName = "server.json"

  package init(address: String, token: String, pid: Int32) {
    self.address = address
    self.token = token
    self.pid = pid
  }

  package func write(to folder: String) throws {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(Self.fileName)
    let fresh = url.appendingPathExtension("new")
    // Made with the right mode before a secret is in it, then moved: a reader sees the old file or the whole new one.
    guard
      FileManager.default.createFile(
        atPath: fresh.path, contents: try JSONEncoder().encode(self), attributes: [.posixPermissions: 0o600])
    else { throw StartError("\(fresh.path) cannot be written.") }
    guard rename(fresh.path, url.path) == 0 else { throw StartError("\(url.path) cannot be written.") }
  }

  package static func read(from folder: String) -> LocalAccess? {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(fileName)
    guard let data = try? Data(contentsOf: url), data.count < 65_536 else { return nil }
    return try? JSONDecoder().decode(LocalAccess.self, from: data)
  }

  package static func remove(from folder: String) {
    try? FileManager.default.removeItem(at: URL(fileURLWithPath: folder).appendingPathComponent(fileName))
  }
}
