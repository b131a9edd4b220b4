import Foundation

/// A disk in memory. What was written but not flushed may be gone, in part and in any order, once the power goes.
final class Disk {
  private(set) var files: [String: DiskFile] = [:]
  /// Writes and flushes that still succeed before the power goes; nil while nothing threatens.
  private var left: Int?
  private(set) var isDead = false
  /// How often a power cut took something that was not flushed.
  private(set) var lostWrites = 0

  init(_ images: [String: [UInt8]] = [:]) {
    for (name, bytes) in images { files[name] = DiskFile(bytes, on: self) }
  }

  /// What each file holds, for another disk to begin with. Nothing may be unflushed.
  var images: [String: [UInt8]] { files.mapValues(\.seen) }

  func open(_ name: String) -> DiskFile {
    if let known = files[name] { return known }
    let made = DiskFile([], on: self)
    files[name] = made
    return made
  }

  func delete(_ name: String) { files[name] = nil }

  /// The power will go after so many more writes and flushes.
  func doom(after operations: Int) { left = operations }

  /// Counts one write or flush; false once the power is gone.
  func spend() -> Bool {
    guard let rest = left else { return !isDead }
    if rest <= 0 { isDead = true }
    left = rest - 1
    return !isDead
  }

  /// The disk as it is when the power is back: flushed bytes, and of the others what chance left.
  func afterPowerCut(_ dice: inout Dice) -> Disk {
    let survivor = Disk()
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      let (bytes, lost) = file.survivors(&dice)
      survivor.files[name] = DiskFile(bytes, on: survivor)
      survivor.lostWrites += lost
    }
    return survivor
  }
}

/// One file: as the process sees it, as it was flushed last, and what was written since.
final class DiskFile {
  private enum Change {
    case bytes(at: Int, [UInt8])
    case size(Int)
  }
  static let sector = 512

  private unowned let disk: Disk
  private(set) var seen: [UInt8]
  private var flushed: [UInt8]
  private var changes: [Change] = []

  init(_ bytes: [UInt8], on disk: Disk) {
    self.disk = disk
    (seen, flushed) = (bytes, bytes)
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    guard disk.spend() else { return false }
    Self.put(bytes, at: offset, into: &seen)
    changes.append(.bytes(at: offset, Array(bytes)))
    return true
  }

  func resize(_ size: Int) -> Bool {
    guard disk.spend() else { return false }
    Self.resize(&seen, size)
    changes.append(.size(size))
    return true
  }

  func flush() -> Bool {
    guard disk.spend() else { return false }
    for change in changes { Self.apply(change, to: &flushed) }
    changes.removeAll(keepingCapacity: true)
    return true
  }

  /// Copies what there is; returns how many bytes that were.
  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    let count = min(target.count, max(0, seen.count - offset))
    guard count > 0, let start = target.baseAddress else { return 0 }
    seen.withUnsafeBytes { if let from = $0.baseAddress { memcpy(start, from + offset, count) } }
    return count
  }

  /// Each unflushed change is there, or not, or a write by some of its sectors only.
  func survivors(_ dice: inout Dice) -> (bytes: [UInt8], lost: Int) {
    var (bytes, lost) = (flushed, 0)
    let keep = dice.pick([0.0, 50, 90])
    for change in changes {
      if dice.chance(keep) {
        Self.apply(change, to: &bytes)
      } else {
        lost += 1
        if case .bytes(let offset, let all) = change, all.count > Self.sector, dice.chance(20) {
          let part = Self.sector * dice.between(1, all.count / Self.sector)
          Self.apply(.bytes(at: offset, Array(all.prefix(part))), to: &bytes)
        }
      }
    }
    return (bytes, lost)
  }

  private static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .bytes(let offset, let new): new.withUnsafeBytes { put($0, at: offset, into: &bytes) }
    case .size(let size): resize(&bytes, size)
    }
  }

  private static func resize(_ bytes: inout [UInt8], _ size: Int) {
    if size < bytes.count { bytes.removeLast(bytes.count - size) } else { grow(&bytes, to: size) }
  }

  private static func grow(_ bytes: inout [UInt8], to size: Int) {
    if size > bytes.count { bytes += [UInt8](repeating: 0, count: size - bytes.count) }
  }

  private static func put(_ new: UnsafeRawBufferPointer, at offset: Int, into bytes: inout [UInt8]) {
    grow(&bytes, to: offset + new.count)
    guard let from = new.baseAddress else { return }
    bytes.withUnsafeMutableBytes { if let start = $0.baseAddress { memcpy(start + offset, from, new.count) } }
  }
}
