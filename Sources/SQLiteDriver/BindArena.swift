import Glibc
import Storage

/// Where one row's texts and bytes stand while its statement runs: SQLite then reads them in place instead of
/// copying each into memory of its own. One for each connection; the next row overwrites it.
final class BindArena {
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)
  private var used = 0

  deinit { memory.deallocate() }

  /// Makes room for one row. Nothing that was placed before may be read any more.
  func begin(_ arguments: [Value]) {
    used = 0
    let needed = arguments.reduce(1) { $0 + Self.size($1) }
    guard needed > memory.count else { return }
    memory.deallocate()
    memory = .allocate(byteCount: needed * 2, alignment: 1)
  }

  /// A copy of the text, good until the next row begins; nil where it holds a NUL.
  func place(_ text: String) -> UnsafeRawBufferPointer? {
    var text = text
    let placed = text.withUTF8 { put(UnsafeRawBufferPointer($0)) }
    guard let start = placed.baseAddress, memchr(start, 0, placed.count) == nil else { return nil }
    return placed
  }

  func place(_ bytes: [UInt8]) -> UnsafeRawBufferPointer { bytes.withUnsafeBytes(put) }

  private func put(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let room = UnsafeMutableRawBufferPointer(rebasing: memory[used...])
    room.copyMemory(from: bytes)
    used += bytes.count
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<bytes.count])
  }

  private static func size(_ value: Value) -> Int {
    switch value {
    case .text(let text?): text.utf8.count
    case .bytes(let bytes?): bytes.count
    default: 0
    }
  }
}
