import Storage

/// Plays runs, one after the other, each on a new disk.
struct Player {
  private let driver = DiskDriver()
  private let emptyStore: [String: [UInt8]]
  private let settings: [Bug?: Setting]

  init() async throws {
    emptyStore = try await Store.template(driver)
    var made: [Bug?: Setting] = [:]
    for bug in [nil] + Bug.allCases { made[bug] = try Setting(bug) }
    settings = made
  }

  /// Each run has each fault or not; the clocks change for all.
  static func faults(of seed: UInt64, without: Set<Fault> = []) -> Set<Fault> {
    var dice = Dice(seed: seed &+ 77)
    return Set(Fault.allCases.filter { $0 == .clockChange || dice.chance(75) }).subtracting(without)
  }

  /// One of a series of runs.
  static func seed(_ series: UInt64, _ run: Int) -> UInt64 { series &* 1_000_003 &+ UInt64(run) }

  func play(_ seed: UInt64, _ days: Int, _ faults: Set<Fault>, _ bug: Bug? = nil) async -> Result<Tally, Violation> {
    guard let setting = settings[bug] else { return .failure(Violation("there is no such setting")) }
    do {
      let store = try Store(driver, emptyStore, isFlushed: bug != .unflushedCommit)
      defer { store.close() }
      let world = World(setting, store, seed: seed, faults: faults, bug: bug)
      try await world.play(days: days)
      return .success(world.tally)
    } catch let violation as Violation {
      return .failure(violation)
    } catch {
      return .failure(Violation("it ended with \(error)"))
    }
  }

  /// Fewer faults and fewer days, as long as it still fails.
  func shrink(_ seed: UInt64, _ days: Int, _ faults: Set<Fault>, _ bug: Bug?) async -> (Set<Fault>, Int) {
    var (small, length) = (faults, days)
    for fault in Fault.allCases where small.contains(fault) {
      if case .failure = await play(seed, length, small.subtracting([fault]), bug) { small.remove(fault) }
    }
    while length > 1, case .failure = await play(seed, length / 2, small, bug) { length /= 2 }
    return (small, length)
  }
}
