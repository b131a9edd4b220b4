import Glibc
import Storage

/// One process per data folder: an advisory lock that the kernel drops when the process ends, however it ends.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Makes the folder if need be (mode 0700) and takes it. Throws `OpenError`.
  init(_ folder: String) throws(OpenError) {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .folder(folder, reason(errno)) }
    guard chmod(folder, 0o700) == 0 else { throw .folder(folder, reason(errno)) }
    let path = folder + "/lock"
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw .folder(folder, reason(errno)) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let refusal = errno
      let holder = Self.readPid(opened)
      close(opened)
      throw refusal == EWOULDBLOCK ? .inUse(folder, pid: holder) : .folder(folder, reason(refusal))
    }
    descriptor = opened
    writePid()
  }

  /// Makes the store's file for its owner alone; SQLite gives the files beside it the same mode.
  static func reserve(_ file: String) {
    let made = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if made >= 0 { close(made) }
  }

  deinit { close(descriptor) }

  private func writePid() {
    let text = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  private static func readPid(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count].prefix { $0 != 10 }, as: UTF8.self))
  }
}

/// Why a data folder is not opened; the words are for whoever starts the process.
package enum OpenError: Error, Sendable, Hashable, CustomStringConvertible {
  case inUse(String, pid: Int32?)
  case folder(String, String)
  case settings(String, String)
  case damaged(String, String)
  /// A file is not a store that can be looked at.
  case unreadable(String, String)
  /// A store stands where another is to be put.
  case taken(String)

  package var description: String {
    switch self {
    case .inUse(let folder, let pid):
      "The data folder \(folder) is in use by process \(pid.map { "\($0)" } ?? "unknown"). "
        + "Stop that process, or choose another folder with --data."
    case .folder(let folder, let why): "The data folder \(folder) cannot be used: \(why)."
    case .settings(let folder, let what):
      "The store in \(folder) does not keep its promises: \(what). Use a local file system."
    case .damaged(let folder, let what):
      "The store in \(folder) is damaged: \(what). Restore it from a backup; it has not been changed."
    case .unreadable(let file, let why): "\(file) cannot be read as a store of Tocsin: \(why)."
    case .taken(let folder):
      "The data folder \(folder) has a store already. With --replace it is moved aside and kept."
    }
  }
}

private func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
