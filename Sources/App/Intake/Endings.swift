import Incidents

/// When alerts were over by their senders' own clocks: two generations, of which the older is let go when the younger
/// is full, so that memory stays bounded.
struct Endings {
  private static let generation = 25_000
  private var young: [OpenIndex.Key: Timestamp] = [:]
  private var old: [OpenIndex.Key: Timestamp] = [:]

  func of(_ key: OpenIndex.Key) -> Timestamp? { young[key] ?? old[key] }

  mutating func note(_ key: OpenIndex.Key, _ ended: Timestamp) {
    if young.count >= Self.generation { (old, young) = (young, [:]) }
    young[key] = ended
  }

  /// Takes a note back.
  mutating func put(_ key: OpenIndex.Key, _ before: Timestamp?) {
    young[key] = before
    if before == nil { old[key] = nil }
  }
}
