import Foundation
import GRDBSQLite

/// SQLite's way to the simulated disk: a VFS (https://www.sqlite.org/vfs.html) whose files are `DiskFile`s.
final class DiskDriver {
  static let name = "simulated"
  /// The disk that is plugged in. Connections that were opened before keep the files of theirs.
  var disk = Disk()
  private let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
  private let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
  private let label = strdup(DiskDriver.name)

  /// Registers itself for the life of the process.
  init() {
    methods.initialize(to: Self.fileMethods)
    vfs.initialize(to: sqlite3_vfs())
    vfs.pointee.iVersion = 1
    vfs.pointee.szOsFile = Int32(MemoryLayout<Slot>.size)
    vfs.pointee.mxPathname = 512
    vfs.pointee.zName = label.map { UnsafePointer($0) }
    vfs.pointee.pAppData = Unmanaged.passRetained(self).toOpaque()
    vfs.pointee.xOpen = { vfs, name, file, flags, out in
      DiskDriver.of(vfs)?.open(name, file, flags, out) ?? SQLITE_CANTOPEN
    }
    vfs.pointee.xDelete = { vfs, name, _ in
      if let name { DiskDriver.of(vfs)?.disk.delete(String(cString: name)) }
      return SQLITE_OK
    }
    vfs.pointee.xAccess = { vfs, name, _, out in
      out?.pointee = name.map { DiskDriver.of(vfs)?.disk.files[String(cString: $0)] != nil } == true ? 1 : 0
      return SQLITE_OK
    }
    vfs.pointee.xFullPathname = { _, name, size, out in
      guard let name, let out, strlen(name) < Int(size) else { return SQLITE_CANTOPEN }
      strcpy(out, name)
      return SQLITE_OK
    }
    // Salts and names only: a fixed pattern keeps runs alike.
    vfs.pointee.xRandomness = { _, size, out in
      for index in 0..<Int(size) { out?[index] = CChar(truncatingIfNeeded: index &* 37) }
      return size
    }
    vfs.pointee.xSleep = { _, microseconds in microseconds }
    vfs.pointee.xCurrentTime = { _, out in
      out?.pointee = 2_461_000
      return SQLITE_OK
    }
    vfs.pointee.xGetLastError = { _, _, _ in 0 }
    sqlite3_vfs_register(vfs, 0)
  }

  /// What SQLite allocates for an open file: its own part and the retained `DiskFile`.
  private struct Slot {
    var base: sqlite3_file
    var file: Unmanaged<DiskFile>?
  }

  private static func of(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> DiskDriver? {
    (vfs?.pointee.pAppData).map { Unmanaged<DiskDriver>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func slot(_ file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutablePointer<Slot>? {
    file.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Slot.self) }
  }

  private static func file(_ file: UnsafeMutablePointer<sqlite3_file>?) -> DiskFile? {
    slot(file)?.pointee.file?.takeUnretainedValue()
  }

  private func open(
    _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
    _ out: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    guard let slot = Self.slot(file) else { return SQLITE_CANTOPEN }
    let opened = name.map { disk.open(String(cString: $0)) } ?? DiskFile([], on: disk)
    slot.initialize(to: Slot(base: sqlite3_file(pMethods: methods), file: Unmanaged.passRetained(opened)))
    out?.pointee = flags
    return SQLITE_OK
  }

  /// SQLITE_IOERR_READ is 1, _SHORT_READ 2, _WRITE 3, _FSYNC 4, _TRUNCATE 6: macros that Swift does not see.
  private static func failure(_ number: Int32) -> Int32 { SQLITE_IOERR | (number << 8) }

  private static var fileMethods: sqlite3_io_methods {
    var methods = sqlite3_io_methods()
    methods.iVersion = 1
    methods.xClose = { file in
      DiskDriver.slot(file)?.pointee.file?.release()
      return SQLITE_OK
    }
    methods.xRead = { file, out, amount, offset in
      guard let out, let held = DiskDriver.file(file) else { return DiskDriver.failure(1) }
      let target = UnsafeMutableRawBufferPointer(start: out, count: Int(amount))
      let count = held.read(into: target, at: Int(offset))
      guard count < target.count else { return SQLITE_OK }
      memset(out + count, 0, target.count - count)
      return DiskDriver.failure(2)
    }
    methods.xWrite = { file, bytes, amount, offset in
      let source = UnsafeRawBufferPointer(start: bytes, count: Int(amount))
      return DiskDriver.file(file)?.write(source, at: Int(offset)) == true ? SQLITE_OK : DiskDriver.failure(3)
    }
    methods.xTruncate = { file, size in
      DiskDriver.file(file)?.resize(Int(size)) == true ? SQLITE_OK : DiskDriver.failure(6)
    }
    methods.xSync = { file, _ in DiskDriver.file(file)?.flush() == true ? SQLITE_OK : DiskDriver.failure(4) }
    methods.xFileSize = { file, out in
      out?.pointee = sqlite3_int64(DiskDriver.file(file)?.seen.count ?? 0)
      return SQLITE_OK
    }
    methods.xLock = { _, _ in SQLITE_OK }
    methods.xUnlock = { _, _ in SQLITE_OK }
    methods.xCheckReservedLock = { _, out in
      out?.pointee = 0
      return SQLITE_OK
    }
    methods.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
    methods.xSectorSize = { _ in Int32(DiskFile.sector) }
    methods.xDeviceCharacteristics = { _ in SQLITE_IOCAP_POWERSAFE_OVERWRITE }
    return methods
  }
}
