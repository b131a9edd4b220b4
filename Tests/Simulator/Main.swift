import Foundation
import Incidents
import SQLiteDriver
import Storage

/// Plays many nights under seeds, and says what they came through.
@main struct Simulator {
  struct Options {
    var seed: UInt64 = 1
    var days = 10_000
    var length = 30
    var bug: Bug?
    var without: Set<Fault> = []
    var isSingle = false
  }

  static func main() async {
    guard let options = read(Array(CommandLine.arguments.dropFirst())) else {
      print("sim [--days N] [--seed N] [--run N --length DAYS] [--without FAULT,...] [--plant BUG]")
      print("faults: \(Fault.allCases.map(\.rawValue).joined(separator: " "))")
      print("bugs: \(Bug.allCases.map(\.rawValue).joined(separator: " "))")
      exit(64)
    }
    exit(await play(options) ? 0 : 1)
  }

  /// True where all promises held and every counter is above zero.
  private static func play(_ options: Options) async -> Bool {
    let runs = options.isSingle ? 1 : max(1, options.days / options.length)
    var tally = Tally()
    guard let setting = try? Setting(options.bug) else { return false }
    let began = Date()
    for run in 0..<runs {
      let seed = options.isSingle ? options.seed : options.seed &* 1_000_003 &+ UInt64(run)
      let faults = faults(seed, options)
      switch await one(seed, options.length, faults, options.bug, setting) {
      case .success(let came): tally.add(came)
      case .failure(let violation):
        print("seed \(seed), \(options.length) days, \(named(faults)): \(violation)")
        let (small, days) = await shrink(seed, options.length, faults, options.bug, setting)
        let without = Fault.allCases.filter { !small.contains($0) }.map(\.rawValue).joined(separator: ",")
        let rest = without.isEmpty ? "" : " --without \(without)"
        print(
          "again: script/sim --run \(seed) --length \(days)\(rest)"
            + (options.bug.map { " --plant \($0.rawValue)" } ?? ""))
        print("found after \(tally.days) days in \(seconds(since: began)) s")
        return false
      }
    }
    report(tally, seconds(since: began))
    let missing = Sometimes.allCases.filter { tally.sometimes[$0] == nil }
    if !options.isSingle, tally.days >= 3_000, !missing.isEmpty {
      print("never happened, so nothing is proved there: \(missing.map(\.rawValue).joined(separator: "; "))")
      return false
    }
    print("no violation")
    return true
  }

  private static func one(_ seed: UInt64, _ days: Int, _ faults: Set<Fault>, _ bug: Bug?, _ setting: Setting) async
    -> Result<
      Tally, Violation
    >
  {
    let shared = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    let folder = "\(shared)/tocsin-sim-\(getpid())"
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let database = try SQLiteDatabase.open(folder, ballastBytes: 0)
      defer { database.close() }
      try await Schema.migrate(database, now: Timestamp(microseconds: 0))
      let world = World(setting, database, seed: seed, faults: faults, bug: bug)
      try await world.play(days: days)
      return .success(world.tally)
    } catch let violation as Violation {
      return .failure(violation)
    } catch {
      return .failure(Violation("it ended with \(error)"))
    }
  }

  /// Fewer faults and fewer days, as long as it still fails.
  private static func shrink(_ seed: UInt64, _ days: Int, _ faults: Set<Fault>, _ bug: Bug?, _ setting: Setting) async
    -> (Set<Fault>, Int)
  {
    var (small, length) = (faults, days)
    for fault in Fault.allCases where small.contains(fault) {
      if case .failure = await one(seed, length, small.subtracting([fault]), bug, setting) { small.remove(fault) }
    }
    while length > 1, case .failure = await one(seed, length / 2, small, bug, setting) { length /= 2 }
    return (small, length)
  }

  /// Each run has each fault or not; the clocks change for all.
  private static func faults(_ seed: UInt64, _ options: Options) -> Set<Fault> {
    var dice = Dice(seed: seed &+ 77)
    let some = options.isSingle ? Fault.allCases : Fault.allCases.filter { $0 == .clockChange || dice.chance(75) }
    return Set(some).subtracting(options.without)
  }

  private static func named(_ faults: Set<Fault>) -> String {
    faults.isEmpty ? "no faults" : faults.map(\.rawValue).sorted().joined(separator: " ")
  }

  private static func seconds(since: Date) -> Int { Int(Date().timeIntervalSince(since).rounded()) }

  private static func report(_ tally: Tally, _ seconds: Int) {
    print(
      "\(tally.days) days in \(seconds) s: \(tally.incidents) incidents, \(tally.pages) attempts, \(tally.messages) messages, \(tally.repeats) repeats"
    )
    for (fault, count) in tally.faults.sorted(by: { $0.key < $1.key }) { print("  \(fault): \(count)") }
    for what in Sometimes.allCases { print("  \(what.rawValue): \(tally.sometimes[what] ?? 0)") }
  }

  private static func read(_ words: [String]) -> Options? {
    var options = Options()
    var rest = words[...]
    while let word = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch word {
      case "--days": options.days = Int(value) ?? 0
      case "--seed": options.seed = UInt64(value) ?? 1
      case "--run": (options.seed, options.isSingle) = (UInt64(value) ?? 1, true)
      case "--length": options.length = max(1, Int(value) ?? 30)
      case "--plant":
        guard let bug = Bug(rawValue: value) else { return nil }
        options.bug = bug
      case "--without": options.without = Set(value.split(separator: ",").compactMap { Fault(rawValue: String($0)) })
      default: return nil
      }
    }
    return options.days > 0 ? options : nil
  }
}
