import Glibc
import Incidents
import Synchronization

/// Tells systemd that the service is up and, while the engine's loop turns, that it lives
/// (https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html). Without systemd it does nothing.
final class Systemd: Sendable {
  private let socketPath: String?
  /// A third of the time within which systemd wants to hear from us; nil where it does not watch.
  let interval: Duration?
  private let pulses = Mutex(0)

  init(environment: [String: String]) {
    socketPath = environment["NOTIFY_SOCKET"].flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
    let isOurs = environment["WATCHDOG_PID"].map { $0 == "\(getpid())" } ?? true
    let microseconds = environment["WATCHDOG_USEC"].flatMap(Int64.init).flatMap { $0 > 0 ? $0 : nil }
    interval = isOurs ? microseconds.map { .microseconds($0 / 3) } : nil
  }

  /// The engine's loop has looked at what is due.
  func pulse() { pulses.withLock { $0 &+= 1 } }

  func ready() { say("READY=1") }
  func stopping() { say("STOPPING=1") }

  /// Feeds the watchdog if the loop has turned since `last`; returns how often it has by now.
  func feed(since last: Int) -> Int {
    let turned = pulses.withLock { $0 }
    if turned != last { say("WATCHDOG=1") }
    return turned
  }

  private func say(_ words: String) {
    guard let socketPath else { return }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var path = Array(socketPath.utf8)
    // An abstract socket's name begins with a zero byte, which systemd writes as @.
    if path.first == 0x40 { path[0] = 0 }
    guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let made = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard made >= 0 else { return }
    defer { close(made) }
    let bytes = Array(words.utf8)
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = sendto(made, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
      }
    }
  }
}
