import Glibc
import Storage

/// The files of a data folder's store, put in place so that a power cut leaves either the old or the new.
package enum StoreFiles {
  package static func path(in folder: String) -> String { folder + "/tocsin.sqlite" }

  /// Makes a finished file appear under its name at once: flushed, moved, and the folder flushed.
  package static func publish(_ made: String, as name: String) throws(OpenError) {
    try flush(made)
    guard rename(made, name) == 0 else { throw .folder(name, String(cString: strerror(errno))) }
    let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
    try? flush(folder.isEmpty ? "/" : folder)
  }

  /// Puts a copy of `file` into a folder that no server has open. A store that is there already is moved aside, where
  /// `aside` names how; else it is refused. Returns where the old one went. Throws `OpenError`.
  package static func install(
    _ file: SQLiteReader, in folder: String, also: [Statement], aside: String?
  ) throws(OpenError) -> String? {
    let lock = try FolderLock(folder)
    defer { withExtendedLifetime(lock) {} }
    let store = path(in: folder)
    let isTaken = size(of: store) > 0
    if isTaken, aside == nil { throw .taken(folder) }
    let made = store + ".new"
    unlink(made)
    do throws(OpenError) {
      try file.copy(to: made, also: also)
    } catch {
      unlink(made)
      throw error
    }
    var kept: String?
    if let aside, isTaken {
      // The log belongs to the store: both go, or a new store would be read with an old log.
      for tail in ["", "-wal", "-shm"] where access(store + tail, F_OK) == 0 {
        guard rename(store + tail, "\(store).\(aside)\(tail)") == 0 else {
          throw .folder(folder, String(cString: strerror(errno)))
        }
      }
      kept = "\(store).\(aside)"
    } else {
      for tail in ["-wal", "-shm"] { unlink(store + tail) }
    }
    try publish(made, as: store)
    return kept
  }

  /// In bytes; 0 where there is none.
  package static func size(of file: String) -> Int64 {
    var found = stat()
    return stat(file, &found) == 0 ? Int64(found.st_size) : 0
  }

  private static func flush(_ path: String) throws(OpenError) {
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .folder(path, String(cString: strerror(errno))) }
    defer { close(opened) }
    guard fsync(opened) == 0 else { throw .folder(path, String(cString: strerror(errno))) }
  }
}
