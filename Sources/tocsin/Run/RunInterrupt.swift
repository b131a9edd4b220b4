import Foundation
import Synchronization

/// Ctrl-C, or a closed terminal, while a command runs: this program stays to stop the command and to keep its result.
enum RunInterrupt {
  private static let count = Atomic<Int>(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// How often somebody asked since it began to watch.
  static var asked: Int { count.load(ordering: .relaxed) }

  static func watched<Value>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    count.store(0, ordering: .relaxed)
    for number in signals { signal(number) { _ in RunInterrupt.count.add(1, ordering: .relaxed) } }
    defer { for number in signals { signal(number, SIG_DFL) } }
    return try body()
  }
}
