import Glibc

/// Room put by for the day the disk is full: dropping it lets the log be folded into the store and a last few
/// commits through, while somebody makes room.
struct Ballast: Sendable {
  private let path: String
  private let bytes: Int

  init(folder: String, bytes: Int) {
    path = folder + "/ballast"
    self.bytes = bytes
  }

  /// Sets the room aside, if it is free four times over.
  func keep() {
    var volume = statvfs()
    guard bytes > 0, access(path, F_OK) != 0, statvfs(path.parent, &volume) == 0 else { return }
    let (free, over) = UInt64(volume.f_bavail).multipliedReportingOverflow(by: UInt64(volume.f_frsize))
    guard over || free / 4 > UInt64(bytes) else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let refused = posix_fallocate(file, 0, off_t(bytes)) != 0
    close(file)
    if refused { unlink(path) }
  }

  /// Gives the room back; true where there was any.
  func drop() -> Bool { unlink(path) == 0 }
}

extension String {
  fileprivate var parent: String { String(self[..<(lastIndex(of: "/") ?? endIndex)]) }
}
