import Synchronization

/// A number that many tasks raise.
final class Counter: Sendable {
  private let number = Atomic<Int>(0)
  func raise() { number.add(1, ordering: .relaxed) }
  var value: Int { number.load(ordering: .relaxed) }
}
