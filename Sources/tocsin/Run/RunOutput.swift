import Foundation

/// The first and the last half of what a process printed.
struct RunOutput {
  /// Bytes that are kept, and after which the rest is only counted.
  static let most = 1 << 20

  private var head = Data()
  private var tail = Data()
  private var left = 0

  /// Reads to the end, or until the process has ended and half a second was quiet: what it left running may hold the
  /// pipe open for ever. Never longer than the limit holds.
  init(_ handle: FileHandle, of process: Int32, _ limit: inout RunLimit) {
    let part = 65_536
    var buffer = [UInt8](repeating: 0, count: part)
    var quiet = 0
    while limit.holds() {
      var ready = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
      if poll(&ready, 1, 50) > 0 {
        quiet = 0
        let count = read(handle.fileDescriptor, &buffer, part)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        add(buffer[..<count])
      } else {
        quiet += 1
        if quiet >= 10, !limit.isAsking, RunEnd.isReached(process) { return }
      }
    }
  }

  private mutating func add(_ part: ArraySlice<UInt8>) {
    if head.count < Self.most / 2 { head.append(contentsOf: part) } else { tail.append(contentsOf: part) }
    if tail.count > Self.most {
      left += tail.count - Self.most / 2
      tail = Data(tail.suffix(Self.most / 2))
    }
  }

  var text: String {
    let kept = tail.suffix(Self.most / 2)
    let gone = left + tail.count - kept.count
    let cut = gone > 0 ? "\n[\(gone) bytes left out]\n" : ""
    return String(decoding: head, as: UTF8.self) + cut + String(decoding: kept, as: UTF8.self)
  }
}
